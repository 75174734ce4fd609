import { expect } from '@playwright/test';
import { TOOLS } from '../../src/lib/view/view';
import { test } from '../support/test';

// The reader's own size in the settings of the browser: `rem`, and `em` of media queries.
test.use({
	hasTouch: true,
	isMobile: true,
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
		})
});

/** Pages and parts whose text is looked at large. */
const LARGE = [
	'/',
	'/?panel=sites',
	'/?site=jiangnan-tunnel',
	...TOOLS.map((tool) => `/?panel=tools&tool=${tool}`),
	'/sites/jiangnan-tunnel/',
	'/progress/',
	'/data/'
];

for (const viewport of [
	{ width: 360, height: 740 },
	{ width: 390, height: 844 }
])
	for (const lang of ['', '/en'])
		test.describe(`text at 200 %, ${viewport.width} pixels wide, ${lang || '/'}`, () => {
			test.use({ viewport });

			test.beforeEach(async ({ page }) => {
				// What is tried here is text; a live map only takes its time.
				await page.addInitScript(() => {
					HTMLCanvasElement.prototype.getContext = () => null;
				});
			});

			test('nothing is wider than the screen', async ({ page }) => {
				for (const path of LARGE) {
					await page.goto(`${lang}${path}`);
					await expect(page.locator('h1')).toBeVisible();
					const tool = page.locator('[data-panel="tools"] .tool > *').first();
					if (path.includes('tool=')) await expect(tool).toBeVisible();
					const width = await page.evaluate(() => document.documentElement.scrollWidth);
					expect(width, path).toBe(viewport.width);
				}
			});

			test('tabs and card are used', async ({ page }) => {
				await page.goto(`${lang}/`);
				await page.locator('.tabs button').nth(1).tap();
				await page.locator('.list a[data-site="jiangnan-tunnel"]').tap();
				const card = page.locator('.card[data-site="jiangnan-tunnel"]');
				await card.locator('.more').tap();
				await expect(card.locator('.body')).toBeVisible();
				const last = card.locator('footer button').last();
				await last.scrollIntoViewIfNeeded();
				await expect(last).toBeInViewport({ ratio: 1 });
			});
		});
