import { expect, type Page } from '@playwright/test';
import { fromWgs84 } from '../../src/lib/geo/datum';
import { metresBetween } from '../../src/lib/geo/nearest';
import { atlas } from '../support/atlas';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { ownPixels } from '../support/own-pixels';
import { smallTargets } from '../support/targets';
import { placedStations } from '../support/stations';
import { test } from '../support/test';

test.use({
	viewport: SIZES.desk,
	colorScheme: 'light',
	permissions: ['clipboard-read', 'clipboard-write']
});

const [west, south, east, north] = atlas.bounds;
const far = (lng: number, lat: number) =>
	atlas.sites.every(({ anchor }) => !anchor || metresBetween(anchor, [lng, lat]) > 1500);
/** A station that no place stands near, and well inside of the map. */
const station = placedStations.find(
	({ position: [lng, lat] }) =>
		lng > west + 0.05 &&
		lng < east - 0.05 &&
		lat > south + 0.05 &&
		lat < north - 0.05 &&
		far(lng, lat)
)!;
const [exact] = atlas.sites.filter(({ anchor, geometry }) => anchor && geometry?.type === 'Point');

async function middle(page: Page) {
	const box = (await page.locator('section.map').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const at = ([lng, lat]: readonly number[], zoom: number) => `at=${lng},${lat},${zoom}`;

test('with the tools open a click tells of stations and lines too @core', async ({ page }) => {
	const faults = watch(page);
	await openExplorer(page, `/?panel=tools&${at(station.position, 14)}`);
	const point = await middle(page);
	await page.mouse.click(point.x, point.y);
	const chooser = page.locator('.map .chooser');
	await expect(chooser.locator('[data-ground="station"]')).toContainText(station.name);
	await expect(chooser.locator('[data-ground="line"]').first()).toContainText(/轨道线路/);
	await chooser.getByRole('button', { name: '关闭' }).click();
	await expect(chooser).toHaveCount(0);
	// Who reads the article is not asked about the ground.
	await page.getByRole('button', { name: '文章', exact: true }).click();
	await page.mouse.click(point.x, point.y);
	await expect(page.locator('html')).not.toHaveAttribute('data-selected', /./);
	await expect(chooser).toHaveCount(0);
	expect(faults).toEqual([]);
});

test('a place and a feature of an own file at one point are both offered', async ({ page }) => {
	const [lng = 0, lat = 0] = exact!.anchor!;
	const d = 0.004;
	const ring = [
		[lng - d, lat - d],
		[lng + d, lat - d],
		[lng + d, lat + d],
		[lng - d, lat + d],
		[lng - d, lat - d]
	];
	const area = {
		type: 'Feature',
		properties: { name: '地块甲' },
		geometry: { type: 'Polygon', coordinates: [ring] }
	};
	await openExplorer(page, `/?panel=tools&tool=files&${at([lng, lat], 14)}`);
	await page.locator('#tool input[type="file"]').setInputFiles({
		name: 'plots.geojson',
		mimeType: '',
		buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [area] }))
	});
	await page.getByRole('button', { name: '加到地图' }).click();
	const point = await middle(page);
	const chooser = page.locator('.map .chooser');
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	await page.mouse.click(point.x, point.y);
	await expect(chooser.locator('[data-own-feature]')).toContainText('地块甲');
	await expect(chooser.locator(`[data-site="${exact!.id}"]`)).toBeVisible();
	expect(await smallTargets(page)).toEqual([]);
	await chooser.locator('[data-own-feature]').click();
	await expect(page.locator('[data-picked]')).toContainText('地块甲');
	await page.mouse.click(point.x, point.y);
	await chooser.locator(`[data-site="${exact!.id}"]`).click();
	await expect(page.locator('html')).toHaveAttribute('data-selected', exact!.id);
});

test('coordinates are told of the middle, the pointer and a click, also in GCJ-02', async ({
	page
}) => {
	const center = [106.6, 29.52] as const;
	await openExplorer(page, `/?panel=tools&off=sites&${at(center, 15)}`);
	const readout = page.locator('.map .coordinates');
	await expect(readout).toContainText('图中心 · WGS-84');
	await expect(readout.locator('output')).toHaveText('东经106.60000°北纬29.52000°');

	// 100 pixels to the east at zoom 15: 512 · 2¹⁵ pixels are 360 degrees.
	const point = await middle(page);
	await page.mouse.move(point.x + 100, point.y);
	await expect(readout).toContainText('指针处');
	const shown = async () =>
		((await readout.locator('output').textContent()) ?? '').match(/\d+\.\d{5}/g)?.map(Number) ?? [];
	const expected = 106.6 + (100 * 360) / (512 * 2 ** 15);
	expect(Math.abs(((await shown())[0] ?? 0) - expected)).toBeLessThan(0.000025);

	await page.mouse.click(point.x + 100, point.y);
	const [lng = 0, lat = 0] = await shown();
	await readout.getByRole('button', { name: 'GCJ-02' }).click();
	await expect(readout).toContainText('点击处 · GCJ-02');
	const [shiftedLng = 0, shiftedLat = 0] = await shown();
	const wanted = fromWgs84([lng, lat], 'GCJ-02');
	expect(metresBetween([shiftedLng, shiftedLat], wanted)).toBeLessThan(2);
	expect(metresBetween([shiftedLng, shiftedLat], [lng, lat])).toBeGreaterThan(100);
	await readout.getByRole('button', { name: /复制/ }).click();
	await expect(readout).toContainText('已复制');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(`${shiftedLng.toFixed(5)},${shiftedLat.toFixed(5)}`);
});

test('the readout is not there for who reads', async ({ page }) => {
	await openExplorer(page);
	await expect(page.locator('.map .coordinates')).toHaveCount(0);
});
