import { expect, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { atlas } from '../support/atlas';
import { findShift } from '../support/find-shift';
import { drawnMap, holdEngine, marksOf, openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

const placed = atlas.sites.filter(({ anchor }) => anchor);
const LAYERS = ['green', 'water', 'road-motorway', 'railway', 'metro', 'site-line', 'stations'];
const CHUNKS = 'build/_app/immutable/chunks';

for (const [size, viewport] of Object.entries(SIZES)) {
	test.describe(`at the size of a ${size}, without script`, () => {
		test.use({ viewport, javaScriptEnabled: false });

		for (const path of ['/', '/en/']) {
			test(`${path} has the map, a link for each place on it, the text and the list${path === '/' ? ' @core' : ''}`, async ({
				page
			}) => {
				await page.goto(path);
				const map = await page.locator('section.map').boundingBox();
				for (const { id } of placed) {
					const mark = page.locator(`.map a.mark[data-site="${id}"]`);
					await expect(mark).toBeVisible();
					await expect(mark).toHaveAttribute('href', new RegExp(`(^|/)sites/${id}/?$`));
					const box = await mark.boundingBox();
					const isInside =
						box &&
						map &&
						box.x >= map.x &&
						box.y >= map.y &&
						box.x + box.width <= map.x + map.width &&
						box.y + box.height <= map.y + map.height;
					expect(isInside, `${id} is on the map`).toBe(true);
				}
				await expect(drawnMap(page)).toBeVisible();
				for (const layer of LAYERS)
					await expect(page.locator(`[data-layer="${layer}"] path`).first()).toBeAttached();
				await expect(page.locator('[data-passage]').first()).toBeVisible();
				await expect(page.locator('.list a[data-site]')).toHaveCount(atlas.sites.length);
				await expect(page.locator('.list a[data-site]').first()).toBeVisible();
			});
		}
	});

	test.describe(`at the size of a ${size}`, () => {
		test.use({ viewport });

		test('the live map lies where the drawn one lay, to half a pixel', async ({ page }) => {
			const release = await holdEngine(page);
			await page.goto('/?off=labels');
			await expect(page.locator('html')).toHaveAttribute('data-map', 'loading');
			const drawn = await marksOf(page);
			const picture = await pictureOfGround(page);
			release();
			await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
			const shift = await findShift(page, picture, await pictureOfGround(page));
			console.log(`${size}: the ground is ${shift.x.toFixed(2)}, ${shift.y.toFixed(2)} px off`);
			expect(Math.abs(shift.x)).toBeLessThanOrEqual(0.5);
			expect(Math.abs(shift.y)).toBeLessThanOrEqual(0.5);

			// There and back, so that the live camera moves the marks.
			await page.getByRole('button', { name: '放大' }).click();
			await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBeNull();
			const near = page.url();
			await page.getByRole('button', { name: '缩小' }).click();
			await expect.poll(() => page.url()).not.toBe(near);
			const live = await marksOf(page);
			const distances = placed.map(({ id }) => {
				const from = drawn[id] ?? { x: -Infinity, y: 0 };
				const to = live[id] ?? { x: Infinity, y: 0 };
				return Math.hypot(to.x - from.x, to.y - from.y);
			});
			console.log(`${size}: marks are up to ${Math.max(...distances).toFixed(3)} px off`);
			expect(Math.max(...distances)).toBeLessThanOrEqual(0.5);
		});

		test('nothing shifts from the first paint until the map is there', async ({ page }) => {
			await watchShifts(page);
			await openExplorer(page);
			expect(await shiftsOf(page)).toEqual([]);
		});

		test('nothing shifts where the link asks for the text alone', async ({ page }) => {
			await watchShifts(page);
			await page.goto('/?map=off');
			// The page is awake once it answers.
			const text = page.getByRole('button', { name: '仅文字' });
			await expect(text).toHaveAttribute('aria-pressed', 'true');
			expect(await shiftsOf(page)).toEqual([]);
		});
	});
}

test('nothing of the live map is asked for before the first paint @core', async ({ page }) => {
	const engine = readdirSync(CHUNKS).filter((file) =>
		readFileSync(`${CHUNKS}/${file}`, 'utf8').includes('maplibregl')
	);
	expect(engine.length).toBeGreaterThan(0);
	await openExplorer(page);
	const { paint, resources } = await page.evaluate(() => ({
		paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
		resources: performance
			.getEntriesByType('resource')
			.map(({ name, startTime }) => ({ file: name.split('/').at(-1) ?? '', startTime }))
	}));
	const ofMap = resources.filter(
		({ file }) => engine.includes(file) || file.endsWith('.pmtiles') || file.startsWith('map-font')
	);
	expect(ofMap.map(({ file }) => file)).toEqual(
		expect.arrayContaining([...engine, 'basemap.pmtiles'])
	);
	expect(ofMap.filter(({ startTime }) => startTime < paint)).toEqual([]);
});

/** A picture of the map without what lies over it in both of its phases. */
async function pictureOfGround(page: Page): Promise<string> {
	await page.evaluate(() => {
		const over = '.map :is(.marks, .controls, .legend, p)';
		for (const element of document.querySelectorAll<HTMLElement>(over))
			element.style.visibility = 'hidden';
	});
	const picture = await page.locator('section.map').screenshot();
	await page.evaluate(() => {
		for (const element of document.querySelectorAll<HTMLElement>('.map [style*="visibility"]'))
			element.style.removeProperty('visibility');
	});
	return picture.toString('base64');
}

async function watchShifts(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const shifts: unknown[] = [];
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) shifts.push(entry.toJSON());
		}).observe({ type: 'layout-shift', buffered: true });
		Object.assign(window, { shifts });
	});
}

/** The shifts of the page since its beginning, those of the present frame included. */
function shiftsOf(page: Page): Promise<unknown[]> {
	return page.evaluate(
		() =>
			new Promise((resolve) => {
				requestAnimationFrame(() =>
					setTimeout(() => resolve((window as unknown as { shifts: unknown[] }).shifts))
				);
			})
	);
}
