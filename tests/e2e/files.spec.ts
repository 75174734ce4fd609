import { expect, type Page } from '@playwright/test';
import { fromWgs84 } from '../../src/lib/geo/datum';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { openWithoutMap } from '../support/explorer-states';
import { collectionOf, kmzOf, zipBomb, zippedShapefile } from '../support/own-files';
import { ownPixels } from '../support/own-pixels';
import { placedStations } from '../support/stations';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk, colorScheme: 'light' });

const TOOL = '/?panel=tools&tool=files';

const spots = placedStations.slice(0, 3).map(({ position }) => position);

const geojson = JSON.stringify(
	collectionOf(spots.map((position, i) => ({ position, properties: { name: `点${i}`, n: i } })))
);
const kml = `<kml><Document>${spots
	.map(
		([x, y]) =>
			`<Placemark><name>K</name><Point><coordinates>${x},${y}</coordinates></Point></Placemark>`
	)
	.join('')}</Document></kml>`;
const gpx = `<gpx>${spots.map(([x, y]) => `<wpt lon="${x}" lat="${y}"><name>G</name></wpt>`).join('')}</gpx>`;
const csv = `经度,纬度,名称\n${spots.map(([x, y]) => `${x},${y},C`).join('\n')}`;

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
	await page
		.locator('#tool input[type="file"]')
		.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

async function drop(page: Page, name: string, content: string): Promise<void> {
	const transfer = await page.evaluateHandle(
		({ name, content }) => {
			const data = new DataTransfer();
			data.items.add(new File([content], name));
			return data;
		},
		{ name, content }
	);
	const page_ = page.locator('.explorer');
	await page_.dispatchEvent('dragenter', { dataTransfer: transfer });
	await expect(page.getByText('松开即可上图')).toBeVisible();
	await page_.dispatchEvent('drop', { dataTransfer: transfer });
	await expect(page.getByText('松开即可上图')).toHaveCount(0);
}

async function add(page: Page): Promise<void> {
	await page.getByRole('button', { name: '加到地图' }).click();
}

test('each kind of file is read, previewed and shown on the map', async ({ page }) => {
	const faults = watch(page);
	await openExplorer(page, TOOL);
	const zip = zippedShapefile(spots.map((position) => ({ position, name: 'S' })));
	for (const [name, content, format] of [
		['a.geojson', geojson, 'GeoJSON'],
		['b.kml', kml, 'KML'],
		['c.kmz', kmzOf(kml), 'KMZ'],
		['d.gpx', gpx, 'GPX'],
		['e.csv', csv, 'CSV'],
		['f.zip', zip, 'Shapefile']
	] as const) {
		await choose(page, name, content);
		await expect(page.getByRole('heading', { name })).toBeVisible();
		await expect(page.locator('#tool')).toContainText(`${format} · 3个要素`);
		await expect.poll(() => ownPixels(page, 'placed'), { message: format }).toBeGreaterThan(20);
		await add(page);
		const row = page.locator('[data-own]', { hasText: name });
		await expect(row).toContainText(`${format} · 3个要素 · WGS-84`);
		await row.getByRole('button', { name: `移除：${name}` }).click();
		await expect.poll(() => ownPixels(page, 'placed'), { message: format }).toBe(0);
	}
	expect(faults).toEqual([]);
});

test('a file dropped anywhere opens the tool', async ({ page }) => {
	await openExplorer(page);
	await drop(page, 'dropped.geojson', geojson);
	await expect(page.getByRole('heading', { name: 'dropped.geojson' })).toBeVisible();
	await expect.poll(() => new URL(page.url()).searchParams.get('tool')).toBe('files');
	// What is dragged besides files is let be.
	const text = await page.evaluateHandle(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'x');
		return data;
	});
	await page.locator('.explorer').dispatchEvent('dragenter', { dataTransfer: text });
	await expect(page.getByText('松开即可上图')).toHaveCount(0);
});

test('a broken file is answered with the place of the fault and changes nothing', async ({
	page
}) => {
	await openExplorer(page, TOOL);
	await choose(page, 'good.geojson', geojson);
	await add(page);
	const before = await ownPixels(page, 'placed');
	const address = page.url();
	const alert = page.locator('#tool [role="alert"]');
	for (const [name, content, kind, where] of [
		['a.geojson', '{\n"type": "FeatureCollection",\n"features": [,]}', 'json', '第3行，第14列'],
		['b.csv', 'lng,lat\n106.5,29.5\n"106,5",29.5', 'number', '第3行，“lng”列'],
		['c.kml', '<kml>\n<Placemark></kml>', 'xml', '第2行'],
		['d.kmz', zipBomb('doc.kml', 210 * 2 ** 20), 'bomb', '文件doc.kml'],
		[
			'e.zip',
			zippedShapefile([{ position: [500_000, 3_000_000], name: '' }]),
			'out-of-range',
			'第1个要素'
		],
		['f.xyz', 'hello', 'unknown-format', '']
	] as const) {
		await choose(page, name, content);
		await expect(alert).toHaveAttribute('data-fault', kind, { timeout: 60_000 });
		await expect(alert).toContainText(name);
		await expect(alert).toContainText(where);
		await expect(alert).toContainText('怎么办');
	}
	await expect(page.locator('[data-own]')).toHaveCount(1);
	expect(await ownPixels(page, 'placed')).toBe(before);
	expect(page.url()).toBe(address);
	await page.getByRole('button', { name: '关闭' }).click();
	await expect(alert).toHaveCount(0);
});

test('names and values are text, whatever they hold @core', async ({ page }) => {
	const faults = watch(page);
	await openExplorer(page, TOOL);
	const evil = '<img src=x onerror="document.title=\'x\'">';
	const properties = {
		name: evil,
		['__proto__x']: '=HYPERLINK("https://example.org")',
		[evil]: evil
	};
	await choose(
		page,
		`${evil.slice(0, 8)}.geojson`,
		JSON.stringify(collectionOf([{ position: spots[0]!, properties }]))
	);
	await add(page);
	await page.getByRole('button', { name: /^表格：/ }).click();
	await expect(page.getByRole('cell', { name: evil }).first()).toBeVisible();
	await page.locator('[data-row="0"]').click();
	const picked = page.locator('[data-picked="0"]');
	await expect(picked.getByRole('heading')).toHaveText(evil);
	await expect(picked).toContainText('=HYPERLINK("https://example.org")');
	await expect(page.locator('#tool img, #tool a')).toHaveCount(0);
	expect(await page.title()).not.toBe('x');
	expect(faults).toEqual([]);
});

test('a feature on the map is named under the pointer and told when clicked', async ({ page }) => {
	await openExplorer(page, TOOL);
	const [west, south, east, north] = atlas.home;
	const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
	const properties = { name: '我的点', remark: '备注' };
	await choose(page, 'a.geojson', JSON.stringify(collectionOf([{ position: middle, properties }])));
	await add(page);
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	const box = (await page.locator('section.map').boundingBox())!;
	const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	await page.mouse.move(at.x, at.y);
	await expect(page.locator('.tooltip')).toHaveText('我的点');
	await page.getByRole('button', { name: '文章', exact: true }).click();
	await page.mouse.click(at.x, at.y);
	await expect(page.locator('[data-picked="0"]')).toContainText('备注');
});

for (const datum of ['GCJ-02', 'BD-09'] as const) {
	test(`${datum} is suspected from the names of stations, and both places are shown`, async ({
		page
	}) => {
		await openExplorer(page, TOOL);
		const points = placedStations.slice(0, 8).map(({ name, position }) => ({
			position: fromWgs84(position, datum),
			properties: { 站名: name }
		}));
		await choose(page, 'stations.geojson', JSON.stringify(collectionOf(points)));
		await expect(page.locator('[data-suspicion]')).toHaveAttribute('data-suspicion', datum);
		await expect(page.locator('[data-suspicion]')).toContainText('8个点与本图的地点或车站同名');
		await expect(page.locator(`input[value="${datum}"]`)).toBeChecked();
		await expect.poll(() => ownPixels(page, 'asRead')).toBeGreaterThan(20);
		await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
		await page.locator('input[value="WGS-84"]').check();
		await expect.poll(() => ownPixels(page, 'asRead')).toBe(0);
		await page.locator(`input[value="${datum}"]`).check();
		await add(page);
		await page.getByRole('button', { name: /^表格：/ }).click();
		const [lng, lat] = placedStations[0]!.position;
		const cell = page.locator('tr[aria-rowindex="2"] td').nth(1);
		const shown = (await cell.innerText()).split(', ').map(Number);
		expect(Math.abs((shown[0] ?? 0) - lng)).toBeLessThan(5e-6);
		expect(Math.abs((shown[1] ?? 0) - lat)).toBeLessThan(5e-6);
	});
}

test('the reader names the columns of a table where it is not clear', async ({ page }) => {
	await openExplorer(page, TOOL);
	await choose(page, 'a.csv', csv.replace('经度,纬度', '甲,乙'));
	await page.getByLabel('经度').selectOption('甲');
	await page.getByLabel('纬度').selectOption('乙');
	await page.getByRole('button', { name: '读取' }).click();
	await expect(page.locator('#tool')).toContainText('CSV · 3个要素');
});

test('a file is hidden, shown and removed, and several wait for one another', async ({ page }) => {
	await openExplorer(page, TOOL);
	await page.locator('#tool input[type="file"]').setInputFiles([
		{ name: 'a.geojson', mimeType: '', buffer: Buffer.from(geojson) },
		{ name: 'b.csv', mimeType: '', buffer: Buffer.from(csv) }
	]);
	await expect(page.locator('#tool')).toContainText('还有1个文件在等');
	await add(page);
	await expect(page.getByRole('heading', { name: 'b.csv' })).toBeVisible();
	await page.getByRole('button', { name: '不加' }).click();
	await expect(page.locator('[data-own]')).toHaveCount(1);
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	await page.getByRole('checkbox', { name: /显示/ }).uncheck();
	await expect.poll(() => ownPixels(page, 'placed')).toBe(0);
	await page.getByRole('checkbox', { name: /显示/ }).check();
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	// The panel of layers has it among the others, to be switched and made faint.
	await page.getByRole('button', { name: '图层', exact: true }).click();
	const layer = page.locator('[data-own-layer]');
	await layer.getByRole('slider').fill('50');
	await expect.poll(() => ownPixels(page, 'placed')).toBe(0);
	await layer.getByRole('slider').fill('100');
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	await page.locator('.tools .names').getByRole('button', { name: '文件', exact: true }).click();
	// The tool is left and opened again: the file is still there, also in other colours.
	await page.getByRole('button', { name: '文章', exact: true }).click();
	await page.getByRole('button', { name: '工具', exact: true }).click();
	await expect(page.locator('[data-own]')).toHaveCount(1);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => ownPixels(page, 'placedInDark')).toBeGreaterThan(20);
	await page.emulateMedia({ colorScheme: 'light' });
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(20);
	await page.getByRole('button', { name: '移除：a.geojson' }).click();
	await expect(page.locator('[data-own]')).toHaveCount(0);
});

test('the table of many rows is walked by keys, one stop for Tab', async ({ page }) => {
	await openExplorer(page, TOOL);
	const rows = Array.from({ length: 5000 }, (_, i) => `106.5,29.5,r${i + 1}`);
	await choose(page, 'a.csv', `lng,lat,name\n${rows.join('\n')}`);
	await add(page);
	await page.getByRole('button', { name: /^表格：/ }).focus();
	await page.keyboard.press('Enter');
	await page.locator('[data-row="0"]').focus();
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('[data-row="1"]')).toBeFocused();
	await page.keyboard.press('End');
	await expect(page.locator('[data-row="4999"]')).toBeFocused();
	await expect(page.locator('[data-row="4999"]')).toBeInViewport();
	expect(await page.locator('[data-own] tbody tr').count()).toBeLessThan(60);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-picked="4999"]')).toContainText('r5000');
});

test('without WebGL the table works, and the tool says that the map is missing', async ({
	page
}) => {
	await openWithoutMap(page, TOOL);
	await expect(page.locator('[data-no-map]')).toBeVisible();
	await choose(page, 'a.geojson', geojson);
	await add(page);
	await page.getByRole('button', { name: /^表格：/ }).click();
	await expect(page.getByRole('cell', { name: '点2' })).toBeVisible();
});

for (const [size, viewport] of Object.entries({ desk: SIZES.desk, phone: SIZES.phone })) {
	test(`the tool has no faults of access and no small targets on a ${size}`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await openExplorer(page, TOOL);
		const expectGood = async () => {
			expect(await axeFindings(page)).toEqual([]);
			expect(await smallTargets(page)).toEqual([]);
		};
		await expectGood();
		await choose(page, 'bad.csv', 'lng,lat\nx,y');
		await expect(page.locator('#tool [role="alert"]')).toBeVisible();
		await expectGood();
		await choose(page, 'ask.csv', 'a,b\n106.5,29.5');
		await expect(page.getByLabel('经度')).toBeVisible();
		await expectGood();
		await page.getByRole('button', { name: '不加' }).click();
		await choose(page, 'gcj02.geojson', geojson);
		await expect(page.getByRole('radio').first()).toBeVisible();
		await expectGood();
		await add(page);
		await page.getByRole('button', { name: /^表格：/ }).click();
		await page.locator('[data-row="0"]').click();
		await expect(page.locator('[data-picked]')).toBeVisible();
		await expectGood();
	});
}
