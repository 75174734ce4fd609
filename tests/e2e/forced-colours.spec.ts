import { expect, type Locator } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk, contextOptions: { forcedColors: 'active' } });

const site = atlas.sites.find(({ anchor, passages }) => anchor && passages.length > 1)!;

/** How a control looks in forced colours: what of it a reader can tell apart. */
function look(control: Locator) {
	return control.evaluate((element) => {
		const style = getComputedStyle(element);
		return [
			style.backgroundColor,
			style.borderBottomColor,
			style.borderInlineStart,
			style.outlineStyle,
			style.color
		].join(' | ');
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in a ${colorScheme} contrast theme`, () => {
		test.use({ colorScheme });

		test('what is chosen or switched on looks other than what is not', async ({ page }) => {
			await openExplorer(page, `/?site=${site.id}`);
			await expectChosen(page, site.id);
			const text = page.locator('[data-panel="article"]');
			const pairs = {
				tab: page.locator('.tabs button'),
				passage: text.locator('.passage'),
				mention: text.locator('[data-passage] a'),
				row: page.locator('.list a')
			};
			const [on, off] = [
				'[aria-current], [aria-pressed="true"]',
				':not([aria-current], [aria-pressed="true"])'
			];
			for (const [name, all] of Object.entries(pairs)) {
				const chosen = await look(all.and(page.locator(on)).first());
				expect(chosen, name).not.toBe(await look(all.and(page.locator(off)).first()));
			}
		});

		test('tools show what is open, pressed and divided', async ({ page }) => {
			await openExplorer(page, '/?panel=tools&tool=measure&compare=2020-01-31');
			const on = '[aria-pressed="true"]';
			const off = '[aria-pressed="false"]';
			for (const group of ['.tools .names', '#tool']) {
				const buttons = page.locator(`${group} button`);
				const pressed = await look(buttons.and(page.locator(on)).first());
				expect(pressed, group).not.toBe(await look(buttons.and(page.locator(off)).first()));
			}
			const shifted = page.locator('.coordinates button[aria-pressed]');
			const before = await look(shifted);
			await shifted.click();
			await expect(shifted).toHaveAttribute('aria-pressed', 'true');
			expect(await look(shifted)).not.toBe(before);
			const line = page.locator('.swipe');
			const colours = await line.evaluate((one) => [
				getComputedStyle(one, '::before').backgroundColor,
				getComputedStyle(document.documentElement).backgroundColor
			]);
			expect(colours[0]).not.toBe(colours[1]);
		});

		test('marks keep shape and colour, and the chosen one its ring', async ({ page }) => {
			await openExplorer(page, `/?site=${site.id}`);
			const mark = page.locator(`ul.marks [data-site="${site.id}"]`);
			const fills = await page
				.locator('ul.marks path:nth-of-type(2)')
				.evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
			expect(new Set(fills).size).toBe(
				new Set(atlas.sites.filter(({ anchor }) => anchor).map(({ status }) => status)).size
			);
			await expect(mark).toHaveCSS('forced-color-adjust', 'none');
			const ring = await mark.evaluate((one) => getComputedStyle(one, '::before').borderTopWidth);
			expect(parseFloat(ring)).toBeGreaterThanOrEqual(2);
		});
	});
}
