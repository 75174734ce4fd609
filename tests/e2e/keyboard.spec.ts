import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const placed = atlas.sites.filter(({ anchor }) => anchor);

/** The focused element must show that it is: outlined, and not outside the window. */
async function expectVisibleFocus(page: Page): Promise<void> {
	const seen = await page.evaluate(() => {
		const { activeElement: element } = document;
		if (!element) return null;
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const { left, right, top, bottom } = element.getBoundingClientRect();
		return {
			name: element.outerHTML.slice(0, 90),
			isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
			isInWindow: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
		};
	});
	expect(seen).toMatchObject({ isOutlined: true, isInWindow: true });
}

async function tabTo(page: Page, selector: string, most = 40): Promise<void> {
	const target = page.locator(`${selector}:focus`);
	for (let presses = 0; presses < most && (await target.count()) === 0; presses += 1) {
		await page.keyboard.press('Tab');
		await expectVisibleFocus(page);
	}
	await expect(target).toHaveCount(1);
}

test('Tab goes from the skip link through header and map to the article', async ({ page }) => {
	await openExplorer(page);
	await page.keyboard.press('Tab');
	await expect(page.locator('.explorer > .skip')).toBeFocused();
	await expectVisibleFocus(page);
	await tabTo(page, 'header .tools button:first-child', 1);
	await tabTo(page, 'header .tools button:nth-child(2)', 1);
	await tabTo(page, 'header .tools a', 1);
	await tabTo(page, '.map > .skip', 1);
	// All marks are one stop: arrows go through them.
	await tabTo(page, 'ul.marks a', 1);
	await tabTo(page, '.controls button', 1);
	await tabTo(page, '.panel .tabs button');
});

test('both skip links lead to the article', async ({ page }) => {
	await openExplorer(page);
	for (const link of ['.explorer > .skip', '.map > .skip']) {
		await page.locator(link).focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('#article')).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.locator('.panel :focus')).toHaveCount(1);
	}
});

test('a place is chosen on the map, told aloud, and its page opened @core', async ({ page }) => {
	await openExplorer(page);
	const map = page.getByRole('region', { name: '地图' });
	await expect(map.getByRole('list').first().getByRole('listitem')).toHaveCount(placed.length);
	await tabTo(page, 'ul.marks a');
	await page.keyboard.press('ArrowRight');
	await expectVisibleFocus(page);
	const second = placed[1]!;
	await expect(page.locator(`ul.marks [data-site="${second.id}"]`)).toBeFocused();
	await page.keyboard.press('Enter');
	await expectChosen(page, second.id);
	await expect(page.locator('.explorer > [role="status"]')).toContainText(second.name.zh);
	await expect(page.locator(`ul.marks [data-site="${second.id}"]`)).toHaveAttribute(
		'aria-current',
		'true'
	);
	await tabTo(page, `.card .body a[href*="sites/"]`, 120);
	await page.keyboard.press('Enter');
	// The address changes before the page is there to be tabbed through.
	await page.waitForURL(new RegExp(`/sites/${second.id}/$`));
	await page.keyboard.press('Tab');
	await expect(page.locator('.skip')).toBeFocused();
	await expectVisibleFocus(page);
});

test('the text is read by passages, which are told aloud', async ({ page }) => {
	await openExplorer(page);
	const passages = atlas.articles[0]?.retelling.zh.sections.flatMap((one) => one.passages) ?? [];
	const [first, second] = passages;
	const current = page.locator('.passage[aria-current="true"]');
	for (const [key, passage] of [
		['j', first],
		['j', second],
		['k', first]
	] as const) {
		await page.keyboard.press(key);
		await expect(current).toHaveAttribute('data-passage', String(passage?.n));
		await expect(current).toBeInViewport();
		await expect(page.locator('.explorer > [role="status"]')).toContainText(`第${passage?.n}段`);
	}
});

test('sections, layers, list and language are reached and used', async ({ page }) => {
	await openExplorer(page);
	await tabTo(page, 'nav summary', 60);
	await page.keyboard.press('Enter');
	await tabTo(page, 'nav ol li:last-child a');
	await page.keyboard.press('Enter');
	const heading = atlas.articles[0]?.retelling.zh.sections.at(-1)?.heading ?? '';
	await expect(page.getByRole('heading', { name: heading })).toBeInViewport();
	await expect(page.getByRole('heading', { name: heading })).toBeFocused();

	await page.locator('.map > .skip').focus();
	await tabTo(page, '.legend .toggle');
	await page.keyboard.press('Enter');
	await expect(page.locator('#legend input').first()).toBeVisible();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await tabTo(page, '#legend label:nth-of-type(2) input');
	await page.keyboard.press('Space');
	await expect.poll(() => new URL(page.url()).searchParams.get('off')).toContain('rail');

	await page.locator('.explorer > .skip').focus();
	await tabTo(page, 'header .tools a');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(new URL(page.url()).searchParams.get('off')).toContain('rail');
});
