import { expect } from '@playwright/test';
import { atlas } from '../support/atlas';
import { SIZES } from '../support/explorer-page';
import { test } from '../support/test';

const views = {
	'as it opens': '/',
	'in English': '/en/',
	'from the list, with a card': `/?panel=sites&site=${atlas.sites[0]?.id}`,
	'with the text alone': '/?map=off'
} as const;

for (const size of ['phone', 'desk'] as const) {
	test.describe(`printed from a ${size}`, () => {
		test.use({ viewport: SIZES[size], colorScheme: 'dark' });

		for (const [name, path] of Object.entries(views)) {
			test(`the page ${name} has article, map and table, and no controls`, async ({ page }) => {
				const lang = path.startsWith('/en') ? 'en' : 'zh';
				await page.goto(path);
				// Who reads the text alone loads no map.
				const awake = page.locator('html[data-map="ready"], html[data-text-only]');
				await expect(awake).toBeVisible({ timeout: 30_000 });
				await page.emulateMedia({ media: 'print' });
				for (const { heading, passages } of atlas.articles[0]?.retelling[lang].sections ?? []) {
					await expect(page.getByRole('heading', { name: heading })).toBeVisible();
					for (const { n } of passages) await expect(page.locator(`#p-${n} p`)).toBeVisible();
				}
				await expect(page.locator('section.map')).toBeVisible();
				await expect(page.locator('.map a[rel*="external"]').first()).toBeVisible();
				const rows = page.locator('.list a[data-site]');
				await expect(rows.filter({ visible: true })).toHaveCount(atlas.sites.length);
				for (const { id, name: names, passages } of atlas.sites) {
					const row = page.locator(`.list a[data-site="${id}"]`);
					await expect(row).toContainText(names[lang]);
					await expect(row).toContainText(`sites/${id}/`);
					await expect(row).toContainText(String(passages[0]));
				}
				const controls = 'button, summary, input, [role="slider"], [role="switch"], .card';
				await expect(page.locator(controls).filter({ visible: true })).toHaveCount(0);
				await expect(page.locator('header .address')).toHaveText(/^http:\/\/localhost/);
				// On paper the ink is dark, also for who reads by night.
				const ink = await page.evaluate(() =>
					getComputedStyle(document.documentElement).getPropertyValue('--ink')
				);
				expect(ink).toBe('#26221d');
			});
		}
	});
}
