import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	drawnMap,
	expectCameraAtRest,
	expectChosen,
	followLink,
	marksOf,
	openExplorer,
	routeEngine,
	SIZES
} from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const [first, second] = atlas.sites.filter(({ anchor }) => anchor);
const id = first?.id ?? '';
const other = second?.id ?? '';

/** The drawn map stays, a site is chosen on it, and it moves there. */
async function expectDrawnMap(page: Page): Promise<void> {
	await expect(drawnMap(page)).toBeVisible();
	const home = await drawnMap(page).boundingBox();
	const mark = (await marksOf(page))[other] ?? { x: 0, y: 0 };
	await page.mouse.click(mark.x, mark.y);
	await expectChosen(page, other);
	await expect
		.poll(async () => (await drawnMap(page).boundingBox())?.width)
		.toBeGreaterThan(2 * (home?.width ?? Infinity));
	await expectInSight(page, other);
	await page.keyboard.press('Escape');
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');
}

/** The mark of a site is on the map and not under its card. */
async function expectInSight(page: Page, site: string): Promise<void> {
	const mark = (await marksOf(page))[site] ?? { x: 0, y: 0 };
	const top = await page.evaluate(
		({ x, y }) => document.elementFromPoint(x, y)?.closest('a.mark')?.getAttribute('data-site'),
		mark
	);
	expect(top).toBe(site);
}

/** Article, list and card must work whatever is missing. */
async function expectReadable(page: Page): Promise<void> {
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expectChosen(page, id);
	await page.getByRole('button', { name: /^地点/ }).click();
	await expect(page.locator('.list a[data-site]')).toHaveCount(atlas.sites.length);
}

test('without WebGL 2 the drawn map, the article and the list stay, and a notice says why @core', async ({
	page
}) => {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
	await expect(page.locator('[data-problem="webgl"]')).toBeVisible();
	await expectDrawnMap(page);
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
		await expectDrawnMap(page);
		await expectReadable(page);
	});
}

test('the first view on a phone needs one part of the archive, a nearer one the rest @core', async ({
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

test('when the map code does not load, the drawn map, the article and the list stay @core', async ({
	page
}) => {
	await routeEngine(page, (route) => route.abort());
	await page.goto('/');
	await expect(page.locator('[data-problem="map"]')).toBeVisible({ timeout: 20_000 });
	await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
	await expectDrawnMap(page);
	await expectReadable(page);
});

test('a lost WebGL context is told, and the map goes on when it is back', async ({ page }) => {
	await page.goto('/');
	const root = page.locator('html');
	await expect(root).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	await expect(drawnMap(page)).toBeHidden();
	const under = (await marksOf(page))[other] ?? { x: 0, y: 0 };
	await page.mouse.move(under.x, under.y);
	await page.mouse.down();
	await page.mouse.move(under.x - 40, under.y - 30, { steps: 4 });
	await page.mouse.up();
	await expectCameraAtRest(page);
	const before = await marksOf(page);
	const context = await page.evaluateHandle(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('section.map canvas');
		return canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
	});
	await context.evaluate((extension) => extension?.loseContext());
	await expect(root).toHaveAttribute('data-map', 'unavailable');
	await expect(page.locator('[data-problem="map"]')).toBeVisible();
	expect(await marksOf(page)).toEqual(before);
	await expectDrawnMap(page);
	await context.evaluate((extension) => extension?.restoreContext());
	await expect(root).toHaveAttribute('data-map', 'ready');
	await expect(page.locator('[data-problem="map"]')).toHaveCount(0);
	await expect(drawnMap(page)).toBeHidden();
	await expectReadable(page);
});

test('without the details of places a card has its head and leads to the page of its place', async ({
	page
}) => {
	const DETAILS = '**/data/details.json';
	await page.route(DETAILS, (route) => route.fulfill({ status: 500, body: 'out of order' }));
	await openExplorer(page);
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expectChosen(page, id);
	await expect(page.locator('#card-name')).toHaveText(first?.name.zh ?? '');
	await expect(page.locator('[data-problem="details"]')).toBeVisible();
	const link = page.locator('.card').getByRole('link', { name: '地点页面' });
	await expect(link).toHaveAttribute('href', new RegExp(`/${id}/?$`));
	// The next choice tries again.
	await page.unroute(DETAILS);
	await page.keyboard.press('n');
	await expect(page.locator('[data-problem="details"]')).toHaveCount(0);
	await expect(page.locator('.card .body')).toContainText('来源');
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
