import { expect, test, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, SIZES } from '../support/explorer-page';

test.use({ viewport: SIZES.desk });

const [first] = atlas.sites;
const id = first?.id ?? '';

/** Article, list and card must work whatever is missing. */
async function expectReadable(page: Page): Promise<void> {
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expectChosen(page, id);
	await page.getByRole('button', { name: /^地点/ }).click();
	await expect(page.locator('.list a[data-site]')).toHaveCount(atlas.sites.length);
}

test('without WebGL 2 the article and the list stay, and a notice says why', async ({ page }) => {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
	await expect(page.locator('[data-problem="webgl"]')).toBeVisible();
	await expectReadable(page);
});

for (const [problem, path, name] of [
	['base', '**/data/basemap.pmtiles', 'the base map is missing'],
	['metro', '**/data/metro.geojson', 'the metro lines are missing']
] as const) {
	test(`when ${name}, sites are still on the map and a notice says so`, async ({ page }) => {
		await page.route(path, (route) => route.fulfill({ status: 404, body: 'gone' }));
		await page.goto('/');
		await expect(page.locator(`[data-problem="${problem}"]`)).toBeVisible({ timeout: 20_000 });
		await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
		await expect(page.locator(`.map a[data-site="${id}"]`)).toBeVisible();
		await expectReadable(page);
	});
}

test('a broken base archive is named, and the page goes on', async ({ page }) => {
	await page.route('**/data/basemap.pmtiles', (route) =>
		route.fulfill({ status: 200, body: 'this is not an archive' })
	);
	await page.goto('/');
	await expect(page.locator('[data-problem="base"]')).toBeVisible({ timeout: 20_000 });
	await expectReadable(page);
});

test('when the map code does not load, the article and the list stay', async ({ page }) => {
	await page.route(/maplibre|atlas-map/, (route) => route.abort());
	await page.route('**/_app/immutable/chunks/**', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		if (body.includes('maplibregl')) await route.abort();
		else await route.fulfill({ response, body });
	});
	await page.goto('/');
	await expect(page.locator('[data-problem="map"]')).toBeVisible({ timeout: 20_000 });
	await expectReadable(page);
});

test('a lost WebGL context is told, and the map goes on when it is back', async ({ page }) => {
	await page.goto('/');
	const root = page.locator('html');
	await expect(root).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	const context = await page.evaluateHandle(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('section.map canvas');
		return canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
	});
	await context.evaluate((extension) => extension?.loseContext());
	await expect(root).toHaveAttribute('data-map', 'unavailable');
	await expect(page.locator('[data-problem="map"]')).toBeVisible();
	await context.evaluate((extension) => extension?.restoreContext());
	await expect(root).toHaveAttribute('data-map', 'ready');
	await expect(page.locator('[data-problem="map"]')).toHaveCount(0);
	await expectReadable(page);
});

test('an error in one panel leaves the others', async ({ page }) => {
	// Only the card writes numbers with units.
	await page.addInitScript(() => {
		Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
			get() {
				throw new Error('forced by the test');
			}
		});
	});
	await page.goto('/');
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('data-selected', id);
	await page.getByRole('button', { name: /^地点/ }).click();
	await expect(page.locator('.list a[data-site]')).toHaveCount(atlas.sites.length);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
});
