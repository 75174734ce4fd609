import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { FeatureCollection, LineString, Position } from 'geojson';
import type { Station } from '../../src/lib/atlas/atlas';
import type { MeasureName } from '../../src/lib/view/measure';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { marksOf, openExplorer, SIZES, watch } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const TOOL = '/?panel=tools&tool=measure';
const stations = JSON.parse(readFileSync('.atlas/stations.json', 'utf8')) as Station[];
const inService = stations.filter((one) => one.inService && one.position);

/** Metres in a degree of longitude and of latitude, by the ellipsoid's radii of curvature (WGS-84). */
function degreeAt(lat: number): [number, number] {
	const [a, e2] = [6_378_137, 0.00669437999014];
	const phi = (lat * Math.PI) / 180;
	const w = 1 - e2 * Math.sin(phi) ** 2;
	const radian = Math.PI / 180;
	return [(radian * a * Math.cos(phi)) / Math.sqrt(w), (radian * a * (1 - e2)) / w ** 1.5];
}

/** Metres between two positions of one city. */
function metresBetween([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
	const [x, y] = degreeAt((ay + by) / 2);
	return Math.hypot((bx - ax) * x, (by - ay) * y);
}

/** Square kilometres within a distance of any position: strips along parallels, 20 m wide. */
function areaAround(positions: Position[], radius: number): number {
	const strip = 20 / 110_850;
	const lats = positions.map(([, lat = 0]) => lat);
	let area = 0;
	for (let lat = Math.min(...lats) - 0.05; lat < Math.max(...lats) + 0.05; lat += strip) {
		const [x, y] = degreeAt(lat);
		const spans = positions
			.flatMap(([lng = 0, at = 0]) => {
				const away = (at - lat) * degreeAt((at + lat) / 2)[1];
				const half = Math.sqrt(Math.max(0, radius ** 2 - away ** 2)) / x;
				return half > 0 ? [[lng - half, lng + half] as const] : [];
			})
			.sort((a, b) => a[0] - b[0]);
		let [covered, end] = [0, -Infinity];
		for (const [from, to] of spans) {
			covered += Math.max(0, to - Math.max(from, end));
			end = Math.max(end, to);
		}
		area += covered * x * strip * y;
	}
	return area / 1e6;
}

/** Where a point of the page is on the map: Web Mercator, 512 pixels around the Earth at zoom 0. */
function placeOf(
	point: { x: number; y: number },
	middle: { x: number; y: number },
	{ lng, lat, zoom }: { lng: number; lat: number; zoom: number }
): Position {
	const size = 512 * 2 ** zoom;
	const y0 = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	const y = y0 - ((point.y - middle.y) * 2 * Math.PI) / size;
	return [lng + ((point.x - middle.x) * 360) / size, (Math.atan(Math.exp(y)) * 360) / Math.PI - 90];
}

/** The number that a figure shows: in metres, or in square kilometres. */
async function figure(page: Page, name: string): Promise<number> {
	const text = await page.locator(`[data-figure="${name}"]`).innerText();
	const value = Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''));
	if (text.includes('平方米')) return value / 1e6;
	return text.includes('公里') && !text.includes('平方') ? value * 1000 : value;
}

async function mapMiddle(page: Page) {
	const box = (await page.locator('section.map .canvas').boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('draws a line on the map, also across marks, and keeps it in the link', async ({ page }) => {
	const faults = watch(page);
	const camera = { lng: 106.6, lat: 29.52, zoom: 13 };
	await openExplorer(page, `${TOOL}&at=${camera.lng},${camera.lat},${camera.zoom}`);
	const middle = await mapMiddle(page);
	const [mark] = Object.values(await marksOf(page)).filter(
		({ x, y }) => Math.abs(x - middle.x) < 200 && Math.abs(y - middle.y) < 250
	);
	const corners = [
		{ x: middle.x - 250, y: middle.y + 120 },
		mark!,
		{ x: middle.x + 230, y: middle.y - 90 }
	];
	const places = corners.map((corner) => placeOf(corner, middle, camera));
	const first = metresBetween(places[0]!, places[1]!);
	const whole = first + metresBetween(places[1]!, places[2]!);

	await page.getByRole('button', { name: '在地图上画' }).click();
	await expect(page.getByRole('button', { name: '完成' })).toBeVisible();
	for (const { x, y } of corners) await page.mouse.click(x, y);
	// Each corner is known to half a unit of the link, about a metre in all.
	await expect.poll(async () => Math.abs((await figure(page, 'length')) - whole)).toBeLessThan(4);
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');

	await page.getByRole('button', { name: '撤销一点' }).click();
	await expect.poll(async () => Math.abs((await figure(page, 'length')) - first)).toBeLessThan(4);
	await page.mouse.click(corners[2]!.x, corners[2]!.y);
	await page.getByRole('button', { name: '完成' }).click();
	await expect(page.getByRole('button', { name: '重新画' })).toBeVisible();
	const drawn = await figure(page, 'length');

	// The address follows a moment later: the third corner is in it.
	await expect
		.poll(() => new URL(page.url()).searchParams.get('draw')?.split('.').length)
		.toBe(corners.length);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	expect(await figure(page, 'length')).toBe(drawn);
	// The line is on the map: without it the ground looks different.
	const between = {
		x: (corners[0]!.x + corners[1]!.x) / 2 - 10,
		y: (corners[0]!.y + corners[1]!.y) / 2 - 10
	};
	const clip = { ...between, width: 20, height: 20 };
	await page.getByRole('button', { name: '清除' }).hover();
	const shown = await page.screenshot({ clip });
	await page.getByRole('button', { name: '清除' }).click();
	await expect.poll(async () => shown.equals(await page.screenshot({ clip }))).toBe(false);
	await expect.poll(() => new URL(page.url()).searchParams.get('draw')).toBeNull();
	// A click on a mark means the site again.
	await page.mouse.click(mark!.x, mark!.y);
	await expect(page.locator('html')).toHaveAttribute('data-selected', /./);
	expect(faults).toEqual([]);
});

test('draws an area, closes it at its first corner and filters by it', async ({ page }) => {
	await openExplorer(page, `${TOOL}&at=106.6,29.52,13`);
	const { x, y } = await mapMiddle(page);
	await page.getByRole('button', { name: '面积', exact: true }).click();
	await page.getByRole('button', { name: '在地图上画' }).click();
	await expect(page.getByRole('button', { name: '完成' })).toBeVisible();
	const corners = [
		[x - 200, y + 100],
		[x + 200, y + 100],
		[x + 200, y - 100],
		[x - 200, y - 100]
	] as const;
	for (const corner of [...corners, corners[0]]) await page.mouse.click(...corner);
	await expect(page.getByRole('button', { name: '重新画' })).toBeVisible();
	const [lng, lat] = degreeAt(29.52);
	const degree = 360 / (512 * 2 ** 13);
	const truth = (400 * degree * lng * 200 * degree * Math.cos((29.52 * Math.PI) / 180) * lat) / 1e6;
	expect((await figure(page, 'area')) / truth).toBeCloseTo(1, 2);

	await page.getByRole('button', { name: '只看范围内的地点' }).click();
	await expect(page).toHaveURL(/[?&]area=/);
	await expect(page.locator('.map a.mark')).not.toHaveCount(0);
	await page.getByRole('button', { name: '不再限于此范围' }).click();
	await expect(page).not.toHaveURL(/[?&]area=/);
});

test('measures typed coordinates by keyboard alone, without a map @core', async ({ page }) => {
	await page.goto(`${TOOL}&map=off`);
	const field = page.getByRole('textbox', { name: '坐标' });
	await page.getByRole('button', { name: '面积', exact: true }).focus();
	await page.keyboard.press('Enter');
	while (!(await field.evaluate((element) => element === document.activeElement)))
		await page.keyboard.press('Tab');
	await page.keyboard.type('106.55, 29.5\n29.5, 106.56\n106.56, 29.51');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('alert')).toContainText('第2行');
	await expect(field).toHaveValue(/29\.5, 106\.56/);
	await expect(field).toHaveAttribute('aria-invalid', 'true');

	await field.focus();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('106.55, 29.5\n106.56, 29.5\n106.56, 29.51');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('alert')).toHaveCount(0);
	const [x, y] = degreeAt(29.505);
	await expect
		.poll(async () => (await figure(page, 'area')) / ((0.01 * x * 0.01 * y) / 2 / 1e6))
		.toBeCloseTo(1, 3);
});

test('says how many places a catchment reaches, and how large it is', async ({ page }) => {
	await page.goto(`${TOOL}&measure=catchment&radius=500&map=off`);
	const area = page.locator('[data-figure="area"]');
	await expect(area).toContainText('平方公里');
	const truth = areaAround(
		inService.map(({ position }) => position!),
		500
	);
	expect(Math.abs((await figure(page, 'area')) / truth - 1)).toBeLessThan(0.001);
	await expect(page.locator('[data-figure="stations"]')).toContainText(String(inService.length));

	// Places known by a point, of which it can be said for itself.
	const names = (answer: string) => page.locator(`[data-answer="${answer}"] li`).allInnerTexts();
	const [yes, maybe, no] = [await names('yes'), await names('maybe'), await names('no')];
	for (const { geometry, location, name } of atlas.sites) {
		if (geometry?.type !== 'Point') continue;
		const reaches = inService.map(({ position, accuracy }) => {
			const away = metresBetween(geometry.coordinates, position!);
			const doubt = (location.accuracy ?? 0) + (accuracy ?? 0);
			return away + doubt <= 500 ? 2 : away - doubt <= 500 ? 1 : 0;
		});
		const told = [no, maybe, yes][Math.max(...reaches)];
		expect(told, name.zh).toContain(name.zh);
	}
	expect(yes.length + maybe.length + no.length).toBe(atlas.sites.length);

	await page.getByRole('combobox', { name: '车站' }).selectOption('loop');
	const onLoop = inService.filter(({ lines }) => lines.includes('loop'));
	await expect(page.locator('[data-figure="stations"]')).toContainText(String(onLoop.length));
	await expect(page).toHaveURL(/line=loop/);
	const loop = areaAround(
		onLoop.map(({ position }) => position!),
		500
	);
	await expect
		.poll(async () => Math.abs((await figure(page, 'area')) / loop - 1))
		.toBeLessThan(0.001);
});

test('names the nearest station to every place @core', async ({ page }) => {
	await page.goto(`${TOOL}&measure=nearest&map=off`);
	await expect(page.locator('tr[data-site]')).toHaveCount(atlas.sites.length);
	for (const { id, geometry, location } of atlas.sites) {
		const row = page.locator(`tr[data-site="${id}"]`);
		if (!geometry) await expect(row).toContainText('没有公开的位置');
		if (geometry?.type !== 'Point') continue;
		const [nearest] = inService
			.map((one) => ({ one, away: metresBetween(geometry.coordinates, one.position!) }))
			.sort((a, b) => a.away - b.away);
		await expect(row).toContainText(nearest!.one.name.zh);
		if ((location.accuracy ?? 0) + (nearest!.one.accuracy ?? 0) > 100) continue;
		if (nearest!.away < 1000 && nearest!.away > 100)
			await expect(row).toContainText(`${Math.round(nearest!.away / 10) * 10}米`);
	}
});

test('measures a line along its tracks, also when they come at the second try @core', async ({
	page
}) => {
	const file = '**/data/layers/metro-tracks.geojson';
	await page.route(file, (route) => route.abort());
	await page.goto(`${TOOL}&measure=line&line=6&map=off`);
	await expect(page.getByRole('alert')).toContainText('未能载入轨道数据');
	await page.unroute(file);
	await page.getByRole('button', { name: '再试一次' }).click();

	const { features } = JSON.parse(
		readFileSync('build/data/layers/metro-tracks.geojson', 'utf8')
	) as FeatureCollection<LineString, { lines: string[]; from: string; to: string }>;
	const own = features.filter(({ properties }) => properties.lines.includes('6'));
	const lengths = own.map(({ geometry: { coordinates } }) =>
		coordinates.slice(1).reduce((sum, to, i) => sum + metresBetween(coordinates[i]!, to), 0)
	);
	const length = lengths.reduce((sum, one) => sum + one);
	await expect
		.poll(async () => Math.abs((await figure(page, 'length')) / length - 1))
		.toBeLessThan(0.001);
	const stops = new Set(own.flatMap(({ properties: { from, to } }) => [from, to]));
	expect(await figure(page, 'stations')).toBe(stops.size);
	await expect(page.locator('[data-figure="spacing"]')).toContainText(
		Math.round(Math.min(...lengths)).toLocaleString('en')
	);
	// From each stop to the next, every piece of track once.
	await expect(page.locator('#tool ol small')).toHaveCount(own.length);
});

test('gives its results as GeoJSON @core', async ({ page }) => {
	await page.goto(`${TOOL}&measure=nearest&map=off`);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '下载GeoJSON' }).click()
	]);
	const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as FeatureCollection;
	expect(download.suggestedFilename()).toBe('nearest-stations.geojson');
	expect(file.features).toHaveLength(atlas.sites.length);
	expect(file.features[0]!.properties).toMatchObject({ datum: 'WGS-84', as_of: atlas.asOf });
});

test('gives its results as text where the clipboard is refused', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused by the test'));
	});
	await page.goto(`${TOOL}&measure=nearest&map=off`);
	await page.getByRole('button', { name: '复制文本' }).click();
	const text = await page.getByLabel(/保存为nearest-stations\.geojson/).inputValue();
	expect((JSON.parse(text) as FeatureCollection).features).toHaveLength(atlas.sites.length);
});

/** Links in which each of the measuring tools has a result. */
const WITH_RESULT: Record<MeasureName, string> = {
	shape: '&draw=area:6cdg8,1r88g.8c,0.0,8c',
	catchment: '&measure=catchment&line=loop',
	nearest: '&measure=nearest',
	line: '&measure=line&line=6'
};

for (const [name, query] of Object.entries(WITH_RESULT)) {
	test(`is accessible: ${name}`, async ({ page }) => {
		await page.setViewportSize(SIZES.phone);
		await page.goto(`${TOOL}${query}&map=off`);
		await expect(page.getByRole('button', { name: '下载GeoJSON' })).toBeVisible();
		expect(await axeFindings(page)).toEqual([]);
		const small = await page
			.locator('#tool :is(button, select, input, textarea)')
			.evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
		expect(small).toBe(0);
	});
}

test.describe('by finger', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: SIZES.phone });

	test('a line is drawn by taps, and its last corner taken back', async ({ page }) => {
		await openExplorer(page, `${TOOL}&at=106.6,29.52,13`);
		const { x, y } = await mapMiddle(page);
		await page.getByRole('button', { name: '在地图上画' }).tap();
		await expect(page.getByRole('button', { name: '完成' })).toBeVisible();
		for (const [dx, dy] of [
			[-80, 0],
			[0, 0],
			[0, 60]
		] as const)
			await page.touchscreen.tap(x + dx, y + dy);
		await page.getByRole('button', { name: '撤销' }).tap();
		await page.getByRole('button', { name: '完成' }).tap();
		const [lng] = degreeAt(29.52);
		// Told in metres below a kilometre.
		const truth = 80 * (360 / (512 * 2 ** 13)) * lng;
		expect((await figure(page, 'length')) / truth).toBeCloseTo(1, 2);
	});
});
