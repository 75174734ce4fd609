import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, openExplorer } from '../support/explorer-page';
import { OTHER_PAGES, SMALL_PHONE, ZOOMED } from '../support/explorer-states';
import { test } from '../support/test';

const passages = atlas.articles[0]?.retelling.zh.sections.flatMap((one) => one.passages) ?? [];
const last = passages.at(-1)!;

/** What is wider than the window and does not stand in a table that scrolls by itself. */
async function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found = [
			...document.querySelectorAll('main :is(p, h1, h2, h3, li, dd, dt, button, figure)')
		]
			.filter(
				(one) => one.checkVisibility() && !one.closest('[role="region"] table, .visually-hidden')
			)
			.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
			.map((one) => one.outerHTML.slice(0, 90));
		const { scrollWidth } = document.documentElement;
		return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`, ...found] : found;
	});
}

for (const [name, viewport] of Object.entries({ '320 px wide': SMALL_PHONE, 'at 400 %': ZOOMED })) {
	test.describe(`a window ${name}`, () => {
		test.use({ viewport });

		for (const prefix of ['/', '/en/']) {
			test(`holds the pages of ${prefix} without scrolling sideways`, async ({ page }) => {
				for (const path of ['', ...OTHER_PAGES]) {
					await page.goto(prefix + path);
					expect(await tooWide(page), path).toEqual([]);
				}
			});
		}

		test('reads the article to its end, and chooses from text, map and list', async ({ page }) => {
			await openExplorer(page);
			const text = page.locator(`#p-${last.n} p`).first();
			await text.scrollIntoViewIfNeeded();
			await expect(text).toBeInViewport();
			const [site = ''] = passages.find(({ sites }) => sites.length > 0)?.sites ?? [];
			await page.locator(`[data-passage] a[data-site="${site}"]`).first().click();
			await expectChosen(page, site);
			await page.getByRole('button', { name: '详情' }).click();
			const source = page.locator('.card .body a').last();
			await source.scrollIntoViewIfNeeded();
			await expect(source).toBeInViewport();
			expect(await tooWide(page)).toEqual([]);
			await page.getByRole('button', { name: '关闭' }).click();
			await page.getByRole('button', { name: '图例与图层' }).click();
			const box = page.locator('#legend input').last();
			await box.click();
			await expect(box).not.toBeChecked();
			await page.getByRole('button', { name: '图例与图层' }).click();
			await page.getByRole('button', { name: /^地点/ }).click();
			const row = page.locator('.list a').last();
			await row.click();
			await expectChosen(page, (await row.getAttribute('data-site')) ?? '');
		});
	});
}
