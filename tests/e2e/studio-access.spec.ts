import { expect, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe';
import { SIZES } from '../support/explorer-page';
import { folderTexts, openWork } from '../support/studio';
import { test } from '../support/test';

/** The studio for who has no mouse, sees nothing of it, or has a small screen. */

const TEXTS = folderTexts('tests/fixtures/second-atlas');
const PARTS = ['text', 'places', 'sources', 'atlas', 'files', 'problems'];
const SITE = 'houbao-station';

async function openPart(page: Page, part: string) {
	await page.locator(`[data-part="${part}"]`).click();
	await expect(page.locator(`main[data-panel="${part}"]`)).toBeVisible();
}

async function expectNoWider(page: Page, what: string) {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide, what).toBeLessThanOrEqual(0);
}

for (const [name, lang] of [
	['phone', ''],
	['desk', 'en/']
] as const) {
	test.describe(name, () => {
		test.use({ viewport: SIZES[name] });

		test('axe finds nothing in any part, and none is wider than the screen', async ({ page }) => {
			await page.goto(`/${lang}studio/`);
			await page.locator('[data-start]').waitFor();
			expect(await axeFindings(page)).toEqual([]);
			await expectNoWider(page, 'start');
			await openWork(page, `/${lang}studio/`, TEXTS);
			for (const part of PARTS) {
				await openPart(page, part);
				await expectNoWider(page, part);
				expect(await axeFindings(page), part).toEqual([]);
			}
			await openPart(page, 'places');
			await page.locator(`main [data-site="${SITE}"]`).click();
			await expect(page.locator(`[data-site-form="${SITE}"] h2`)).toBeFocused();
			await expectNoWider(page, 'the form of a place');
			expect(await axeFindings(page), 'the form of a place').toEqual([]);
		});
	});
}

test.describe('without a mouse', () => {
	test.use({ viewport: SIZES.desk });

	test('a place is opened, put in the middle of the map, and that is undone', async ({ page }) => {
		await openWork(page, '/en/studio/', TEXTS);
		const press = async (locator: ReturnType<Page['locator']>) => {
			await locator.focus();
			await page.keyboard.press('Enter');
		};
		await press(page.locator('[data-part="places"]'));
		await press(page.locator(`main [data-site="${SITE}"]`));
		const form = page.locator(`[data-site-form="${SITE}"]`);
		const input = form.locator('[data-position] input');
		const before = await input.inputValue();
		await expect(page.locator('[data-studio-map="ready"]')).toBeVisible({ timeout: 60_000 });
		await press(form.locator('[data-task="point"]'));
		await expect(page.locator('[data-drawing="point"]')).toBeVisible();
		for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-drawing]')).toHaveCount(0);
		await expect(input).not.toHaveValue(before);
		await page.keyboard.press('Control+z');
		await expect(input).toHaveValue(before);
	});
});
