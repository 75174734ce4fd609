import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	drawnMap,
	expectCameraAtRest,
	expectChosen,
	holdEngine,
	marksOf,
	SIZES
} from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const placed = atlas.sites.filter(({ anchor }) => anchor);
const [first, second] = placed;
const id = first?.id ?? '';
const other = second?.id ?? '';

async function open(page: Page, path = '/'): Promise<() => Promise<void>> {
	const release = await holdEngine(page);
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'loading');
	return async () => {
		release();
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		await expect(drawnMap(page)).toBeHidden();
	};
}

async function clickMark(page: Page, site: string): Promise<void> {
	const { x, y } = (await marksOf(page))[site] ?? { x: 0, y: 0 };
	await page.mouse.click(x, y);
}

async function drag(page: Page, from: { x: number; y: number }): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
	await page.mouse.up();
}

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
	const box = await page.locator('section.map').boundingBox();
	if (!box) throw new Error('The page has no map.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The marks stand where they stood, to half a pixel. */
async function expectSameMarks(
	page: Page,
	before: Awaited<ReturnType<typeof marksOf>>
): Promise<void> {
	for (const [site, { x, y }] of Object.entries(await marksOf(page))) {
		const was = before[site] ?? { x: Infinity, y: Infinity };
		expect(Math.hypot(x - was.x, y - was.y), site).toBeLessThanOrEqual(0.5);
	}
}

test('keys and marks choose on the drawn map, and the engine takes over there @core', async ({
	page
}) => {
	const ready = await open(page);
	await page.keyboard.press('n');
	await expectChosen(page, atlas.sites[0]?.id ?? '');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: '显示全部' }).click();
	await expectCameraAtRest(page);
	await clickMark(page, other);
	await expectChosen(page, other);
	await expectCameraAtRest(page);
	const link = page.url();
	const before = await marksOf(page);
	await ready();
	await expectSameMarks(page, before);
	expect(page.url()).toBe(link);
});

test('a button that is pressed before the scripts are there waits for them @core', async ({
	page
}) => {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await released;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	await page.getByRole('button', { name: /^地点/ }).click();
	await page.getByRole('button', { name: '分享' }).click();
	await expect(page.locator('dialog.share')).toHaveCount(0);
	release();
	await expect(page.locator('dialog.share')).toBeVisible();
	// The last one counts, once.
	await expect(page.locator('[data-panel="article"]')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog.share')).toBeHidden();
});

test('what the reader moved since the choice stays moved when the engine comes', async ({
	page
}) => {
	const ready = await open(page);
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expectChosen(page, id);
	await expectCameraAtRest(page);
	const link = page.url();
	await drag(page, (await marksOf(page))[id] ?? { x: 0, y: 0 });
	await expect.poll(() => page.url()).not.toBe(link);
	const before = await marksOf(page);
	await ready();
	await expectSameMarks(page, before);
});

test('a drag that begins on a mark moves the drawn map and chooses nothing', async ({ page }) => {
	await open(page);
	const from = (await marksOf(page))[id] ?? { x: 0, y: 0 };
	await drag(page, from);
	await expectCameraAtRest(page);
	const to = (await marksOf(page))[id];
	expect(to?.x).toBeCloseTo(from.x + 40, 0);
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');
	await clickMark(page, id);
	await expectChosen(page, id);
});

test('the focused mark keeps the focus when the engine comes', async ({ page }) => {
	const ready = await open(page);
	await page.locator('.map a.mark[tabindex="0"]').focus();
	await page.keyboard.press('ArrowRight');
	const focused = page.locator(`.map a.mark[data-site="${other}"]`);
	await expect(focused).toBeFocused();
	await ready();
	await expect(focused).toBeFocused();
	await page.keyboard.press('Enter');
	await expectChosen(page, other);
});

test('the whole is shown each time that it is asked for', async ({ page }) => {
	const ready = await open(page);
	const home = await marksOf(page);
	const button = page.getByRole('button', { name: '显示全部' });
	const { x, y } = await middleOfMap(page);
	for (const round of ['drawn', 'drawn', 'live', 'live']) {
		if (round === 'live') await ready();
		await drag(page, { x, y: y + 60 });
		await expect.poll(() => marksOf(page)).not.toEqual(home);
		await button.click();
		await expect
			.poll(async () => Math.abs(((await marksOf(page))[id]?.x ?? 0) - (home[id]?.x ?? 1000)))
			.toBeLessThanOrEqual(0.5);
	}
});

test('the map opens on the frame that it has by then', async ({ page }) => {
	const ready = await open(page);
	await page.setViewportSize(SIZES.tablet);
	const before = await marksOf(page);
	await ready();
	await page.getByRole('button', { name: '放大' }).click();
	await expect.poll(() => marksOf(page)).not.toEqual(before);
	await page.getByRole('button', { name: '缩小' }).click();
	await expect
		.poll(async () => Math.abs(((await marksOf(page))[id]?.x ?? 0) - (before[id]?.x ?? 1000)))
		.toBeLessThanOrEqual(0.5);
});

test('a link to a camera, a site, or the text alone is followed before the engine is there', async ({
	page
}) => {
	const [lng, lat] = first?.anchor ?? [0, 0];
	const ready = await open(page, `/?site=${other}&at=${lng},${lat},13`);
	await expectChosen(page, other);
	await expect
		.poll(async () => {
			const middle = await middleOfMap(page);
			const mark = (await marksOf(page))[id] ?? { x: 0, y: 0 };
			return Math.hypot(mark.x - middle.x, mark.y - middle.y);
		})
		.toBeLessThan(1);
	const before = await marksOf(page);
	await ready();
	await expectSameMarks(page, before);
});

test('a page without its map loads no engine until the map is asked for', async ({ page }) => {
	let asked = 0;
	page.on('request', (request) => {
		if (request.url().endsWith('.pmtiles')) asked += 1;
	});
	await page.goto(`/?map=off&site=${id}`);
	await expectChosen(page, id);
	await expect(page.locator('section.map')).toBeHidden();
	expect(asked).toBe(0);
	await page.getByRole('button', { name: '仅文字' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	await expect(page.locator(`.map a.mark[data-site="${id}"]`)).toBeInViewport();
});
