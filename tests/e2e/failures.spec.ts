import { expect, test, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, followLink, openExplorer, SIZES } from '../support/explorer-page';

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

const ARCHIVE = '**/data/basemap.pmtiles';

for (const [name, answer] of [
	['is missing', { status: 404, body: 'gone' }],
	['fails', { status: 500, body: 'out of order' }],
	['is a page', { status: 200, contentType: 'text/html', body: '<!doctype html><p>Hello' }],
	['is garbage', { status: 200, body: 'this is not an archive' }],
	['is garbage in parts', { status: 206, body: 'this is not an archive' }],
	['is empty', { status: 200, body: '' }]
] as const) {
	test(`when the base map ${name}, sites are still on the map and a notice says so`, async ({
		page
	}) => {
		await page.route(ARCHIVE, (route) => route.fulfill(answer));
		await page.goto('/');
		await expect(page.locator('[data-problem="base"]')).toBeVisible({ timeout: 20_000 });
		await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
		await expect(page.locator(`.map a[data-site="${id}"]`)).toBeVisible();
		await expectReadable(page);
	});
}

test('the first view on a phone needs one part of the archive, a nearer one the rest', async ({
	page
}) => {
	await page.setViewportSize(SIZES.phone);
	const ranges: (string | undefined)[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.pmtiles')) ranges.push(request.headers()['range']);
	});
	await openExplorer(page);
	expect(ranges).toHaveLength(1);
	const end = Number(/^bytes=0-(\d+)$/.exec(ranges[0] ?? '')?.[1]) + 1;
	expect(end).toBeLessThan(20_000);
	await followLink(page, '/?at=106.58,29.53,14');
	await expect.poll(() => ranges.slice(1)).toEqual([expect.stringMatching(`^bytes=${end}-\\d+$`)]);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
});

test('a host without ranges serves the map as well', async ({ page }) => {
	let requests = 0;
	await page.route(ARCHIVE, async (route) => {
		requests++;
		const { range: _, ...headers } = route.request().headers();
		await route.fulfill({ response: await route.fetch({ headers }) });
	});
	await openExplorer(page);
	expect(requests).toBe(1);
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
