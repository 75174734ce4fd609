import { expect, type Page } from '@playwright/test';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { failFiles, FAULTS } from '../support/faults';
import { pixelsOf } from '../support/map-pixels';
import { ownPixels } from '../support/own-pixels';
import { archiveOf, picturesArchive, protomapsArchive } from '../support/protomaps-archive';
import { solidPng } from '../support/solid-png';
import { openStandIn, type Answer, type StandIn } from '../support/stand-in';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk, colorScheme: 'light' });

const TOOL = '/?panel=tools&tool=layers';
const MANY = 20_000;
const [WEST, SOUTH, EAST, NORTH] = atlas.home;

const streets = protomapsArchive(atlas.bounds);
const area = {
	type: 'Feature',
	properties: { name: '<img src=x onerror=alert(1)>' },
	geometry: {
		type: 'LineString',
		coordinates: [
			[WEST, SOUTH],
			[EAST, NORTH]
		]
	}
};
const geojson = JSON.stringify({ type: 'FeatureCollection', features: [area] });

let server: StandIn;
test.beforeEach(async () => {
	server = await openStandIn();
});
test.afterEach(() => server.close());

function serve(path: string, answer: Answer): string {
	server.answers.push((url) => (url.pathname === path ? answer : undefined));
	return server.origin + path;
}

const inLink = (address: string) => encodeURIComponent(address);

async function chooseArchive(page: Page, address: string): Promise<void> {
	await page.getByRole('radio', { name: '自填Protomaps底图地址' }).check();
	await page.getByLabel('PMTiles文件地址').fill(address);
	await page.locator('[data-base]').getByRole('button', { name: '载入' }).click();
}

async function addLayer(page: Page, address: string, kind?: string): Promise<void> {
	await page.getByLabel('地址', { exact: true }).fill(address);
	if (kind) await page.getByLabel('种类').selectOption(kind);
	await page.getByRole('button', { name: '添加' }).click();
}

const row = (page: Page) => page.locator('[data-overlay]');
const asked = (page: Page) => page.locator('[data-notice="asking"]');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

test('without a base the sites and the rail stay, and the link says so', async ({ page }) => {
	await openExplorer(page, TOOL);
	const water = await pixelsOf(page, LIGHT.water);
	expect(water).toBeGreaterThan(MANY);
	await page.getByRole('radio', { name: '不要底图' }).check();
	await expect.poll(() => pixelsOf(page, LIGHT.water)).toBe(0);
	await expect(page.locator('.map a.mark').first()).toBeVisible();
	await expect.poll(() => parameter(page, 'base')).toBe('none');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	expect(await pixelsOf(page, LIGHT.water)).toBe(0);
	expect(await pixelsOf(page, LIGHT.paper)).toBeGreaterThan(MANY);
	await page.getByRole('radio', { name: '内置底图' }).check();
	await expect.poll(() => pixelsOf(page, LIGHT.water)).toBe(water);
	await expect.poll(() => parameter(page, 'base')).toBeNull();
});

test('a Protomaps archive that the reader names is drawn in our colours, in light and dark', async ({
	page
}) => {
	const faults = watch(page);
	const address = serve('/streets.pmtiles', { body: streets });
	await openExplorer(page, TOOL);
	const ours = await pixelsOf(page, LIGHT.water);
	await chooseArchive(page, address);
	await expect(page.locator('[data-standing="open"]')).toContainText(server.host);
	// Of the map, the lake takes the western half.
	await expect.poll(() => pixelsOf(page, LIGHT.water)).toBeGreaterThan(ours * 2);
	expect(await pixelsOf(page, LIGHT.motorway)).toBeGreaterThan(100);
	await expect(page.locator('.attribution')).toContainText('Protomaps © OpenStreetMap');
	await expect.poll(() => parameter(page, 'base')).toBe(address);
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => pixelsOf(page, DARK.water)).toBeGreaterThan(ours * 2);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	for (const { method, headers } of server.requests) {
		expect(headers.cookie).toBeUndefined();
		if (method === 'GET') expect(headers.range).toMatch(/^bytes=\d+-\d+$/);
	}
	// Letters that are in no font of ours are drawn with those of the machine.
	expect(faults).toEqual([]);
});

test('a link to another host loads nothing before the reader agrees to it', async ({ page }) => {
	const address = serve('/streets.pmtiles', { body: streets });
	const layer = serve('/line.geojson', { body: geojson });
	const link = `/?base=${inLink(address)}&overlay=${inLink(layer)}`;
	await openExplorer(page, link);
	await expect(asked(page)).toContainText(`这个链接要从${server.host}载入图层。`);
	expect(server.requests).toEqual([]);
	expect(await ownPixels(page, 'placed')).toBe(0);
	await asked(page).getByRole('button', { name: '载入', exact: true }).click();
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(100);
	await expect.poll(() => pixelsOf(page, LIGHT.motorway)).toBeGreaterThan(100);
	await expect(asked(page)).toHaveCount(0);
	// The page that is loaded anew has not been agreed to.
	const before = server.requests.length;
	await page.reload();
	await expect(asked(page)).toBeVisible();
	expect(server.requests).toHaveLength(before);
	await asked(page).getByRole('button', { name: '不载入' }).click();
	await expect(asked(page)).toHaveCount(0);
	await expect.poll(() => parameter(page, 'base') ?? parameter(page, 'overlay')).toBeNull();
	expect(server.requests).toHaveLength(before);
});

test('an embed asks as well, in a line', async ({ page }) => {
	await page.setViewportSize({ width: 480, height: 480 });
	const layer = serve('/line.geojson', { body: geojson });
	await page.goto(`/embed/?interaction=full&overlay=${inLink(layer)}`);
	await page.locator('section.map').click({ position: { x: 5, y: 100 } });
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	await expect(asked(page)).toContainText(server.host);
	expect(server.requests).toEqual([]);
	await asked(page).getByRole('button', { name: '载入', exact: true }).click();
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(50);
});

test('a layer from our own host needs no consent', async ({ page }) => {
	await openExplorer(page, '/?overlay=data/layers/roads.geojson');
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(100);
	await expect(asked(page)).toHaveCount(0);
});

for (const [name, answer, kind] of [
	['is missing', { status: 404 }, 'http'],
	['lets no other site read it', { body: streets, cors: false }, 'cors'],
	['comes as a whole only', { body: streets, ranges: false }, 'no-ranges'],
	['is something else', { body: 'x'.repeat(20_000) }, 'not-pmtiles'],
	[
		'has other layers',
		{ body: archiveOf(atlas.bounds, { transportation: [area] as never }) },
		'schema'
	],
	['lies elsewhere', { body: protomapsArchive([0, 0, 0.1, 0.1]) }, 'elsewhere'],
	['never comes', { silent: true }, 'timeout']
] as const) {
	test(`a base that ${name} gives way to our own, and a notice says why`, async ({ page }) => {
		const address = serve('/streets.pmtiles', answer);
		await openExplorer(page, TOOL);
		const water = await pixelsOf(page, LIGHT.water);
		await chooseArchive(page, address);
		const notice = page.locator('[data-notice="base"]');
		await expect(notice).toHaveAttribute('data-fault', kind, { timeout: 30_000 });
		await expect(notice).toContainText('现显示内置底图');
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
		expect(await pixelsOf(page, LIGHT.water)).toBe(water);
		await notice.getByRole('button', { name: '改用内置底图' }).click();
		await expect(notice).toHaveCount(0);
		await expect.poll(() => parameter(page, 'base')).toBeNull();
	});
}

test('a base that fails later gives way as well, and comes back when it is asked again', async ({
	page
}) => {
	let status = 200;
	server.answers.push(() => (status === 200 ? undefined : { status }));
	const address = serve('/streets.pmtiles', { body: streets });
	await openExplorer(page, TOOL);
	await chooseArchive(page, address);
	await expect(page.locator('[data-standing="open"]')).toBeVisible();
	await expect.poll(() => pixelsOf(page, LIGHT.motorway)).toBeGreaterThan(100);
	status = 503;
	await page.getByRole('button', { name: '放大' }).click();
	const notice = page.locator('[data-notice="base"]');
	await expect(notice).toContainText('503');
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	status = 200;
	await notice.getByRole('button', { name: '再试一次' }).click();
	await expect(notice).toHaveCount(0);
	await expect(page.locator('[data-standing="open"]')).toBeVisible();
});

const KEY = 'abcdef0123456789abcdef0123456789';
const MAP = '#7fb2d9';

/** Answers as Tianditu does, and refuses what is not in its form. */
function tianditu(isRefusing = () => false) {
	const [map, names] = [solidPng(MAP), solidPng('#d97fb2', 4)];
	server.answers.push((url) => {
		const [, layer] = /^\/(vec|cva|eva)_w\/wmts$/.exec(url.pathname) ?? [];
		if (!layer) return undefined;
		const { TILEMATRIX, TILEROW, TILECOL, ...rest } = Object.fromEntries(url.searchParams);
		const [z, y, x] = [TILEMATRIX, TILEROW, TILECOL].map(Number) as [number, number, number];
		const isForm =
			JSON.stringify(Object.entries(rest).sort()) ===
			JSON.stringify(
				Object.entries({
					SERVICE: 'WMTS',
					REQUEST: 'GetTile',
					VERSION: '1.0.0',
					LAYER: layer,
					STYLE: 'default',
					TILEMATRIXSET: 'w',
					FORMAT: 'tiles',
					tk: KEY
				}).sort()
			);
		if (!isForm || !(z >= 1 && z <= 18 && x < 2 ** z && y < 2 ** z)) return { status: 400 };
		if (isRefusing()) return { status: 403 };
		return layer === 'vec' ? { body: map, type: 'image/png' } : { body: names, type: 'image/png' };
	});
}

async function publish(page: Page, bases: object): Promise<void> {
	await page.route('**/data/bases.json', (route) => route.fulfill({ json: bases }));
}

test('Tianditu comes with the publisher’s key, in the form that it documents', async ({ page }) => {
	tianditu();
	await publish(page, {
		tianditu: {
			key: KEY,
			server: server.origin,
			attribution: { zh: '审图号测试一号', en: 'Review number of a test' }
		}
	});
	await openExplorer(page, TOOL);
	await page.getByRole('checkbox', { name: '地名' }).first().uncheck();
	await page.getByRole('radio', { name: '天地图' }).check();
	await expect.poll(() => pixelsOf(page, MAP)).toBeGreaterThan(MANY * 5);
	await expect(page.locator('.attribution')).toContainText('天地图');
	await expect(page.locator('.attribution')).toContainText('审图号测试一号');
	const layers = new Set(server.requests.map(({ url }) => url.pathname));
	expect(layers).toContain('/vec_w/wmts');
	expect(layers).not.toContain('/eva_w/wmts');
	await expect.poll(() => parameter(page, 'base')).toBe('tianditu');

	const before = server.requests.length;
	await openExplorer(page, '/en/?base=tianditu');
	await expect(asked(page)).toContainText(server.host);
	expect(server.requests).toHaveLength(before);
	await asked(page).getByRole('button', { name: 'Load', exact: true }).click();
	await expect
		.poll(() => new Set(server.requests.slice(before).map(({ url }) => url.pathname)))
		.toEqual(new Set(['/vec_w/wmts', '/eva_w/wmts']));
});

test('a refused key brings our own base back', async ({ page }) => {
	tianditu(() => true);
	await publish(page, { tianditu: { key: KEY, server: server.origin } });
	await openExplorer(page, TOOL);
	await page.getByRole('radio', { name: '天地图' }).check();
	const notice = page.locator('[data-notice="base"]');
	await expect(notice).toContainText('天地图没能载入');
	await expect(notice).toContainText('403');
	expect(await pixelsOf(page, LIGHT.water)).toBeGreaterThan(MANY);
});

test('Tianditu without a key is not offered, and a link to it says so', async ({ page }) => {
	await openExplorer(page, TOOL);
	await expect(page.getByRole('radio', { name: '天地图' })).toHaveCount(0);
	await openExplorer(page, '/?base=tianditu');
	await expect(page.locator('[data-notice="base"]')).toHaveAttribute('data-fault', 'no-key');
});

for (const [what, { answer }] of Object.entries(FAULTS))
	test(`a list of bases that ${what} is told, and comes when it is asked for again`, async ({
		page
	}) => {
		tianditu();
		await publish(page, { tianditu: { key: KEY, server: server.origin } });
		const failing = await failFiles(page, answer, (file) => file === 'bases.json');
		await openExplorer(page, TOOL);
		const told = page.locator('[data-base] [role="alert"]');
		await expect(told).toBeVisible();
		await expect(page.getByRole('radio', { name: '天地图' })).toHaveCount(0);
		failing.isOn = false;
		await told.getByRole('button', { name: '再试一次' }).click();
		await expect(told).toHaveCount(0);
		await expect(page.getByRole('radio', { name: '天地图' })).toBeVisible();

		// A link to one of them tells a list that failed from a key that is not there.
		failing.isOn = true;
		await openExplorer(page, '/?base=tianditu');
		const notice = page.locator('[data-notice="base"]');
		await expect(notice).toHaveAttribute('data-fault', 'list');
		failing.isOn = false;
		await notice.getByRole('button', { name: '再试一次' }).click();
		await expect(asked(page)).toContainText(server.host);
	});

test('layers of each kind are added by address, and taken away again', async ({ page }) => {
	const faults = watch(page);
	const [red, green, blue] = ['#e01010', '#10e010', '#1010e0'];
	serve('/pictures.pmtiles', { body: picturesArchive(atlas.bounds, solidPng(blue)) });
	serve('/line.geojson', { body: geojson });
	serve('/area.pmtiles', { body: archiveOf(atlas.bounds, { lines: [area] as never }) });
	server.answers.push(({ pathname, searchParams: query }) => {
		if (/^\/t\/\d+\/\d+\/\d+\.png$/.test(pathname)) return { body: solidPng(red) };
		if (pathname === '/wms' && query.get('REQUEST') === 'GetMap') {
			const box = query.get('BBOX')?.split(',').map(Number) ?? [];
			const isWhole = query.get('WIDTH') === '256' && query.get('CRS') === 'EPSG:3857';
			return isWhole && box.length === 4 ? { body: solidPng(green) } : { status: 400 };
		}
		return undefined;
	});
	await openExplorer(page, TOOL);
	for (const [address, kind, colour] of [
		[`${server.origin}/line.geojson`, 'GeoJSON', LIGHT.own],
		[`${server.origin}/area.pmtiles`, 'PMTiles', LIGHT.own],
		[`${server.origin}/pictures.pmtiles`, 'PMTiles', blue],
		[`${server.origin}/t/{z}/{x}/{y}.png`, '瓦片（XYZ）', red],
		[`${server.origin}/wms?SERVICE=WMS&REQUEST=GetMap&LAYERS=a`, 'WMS', green]
	] as const) {
		await addLayer(page, address);
		await expect(row(page)).toContainText(`${kind} · ${server.host}`);
		await expect.poll(() => pixelsOf(page, colour), { message: kind }).toBeGreaterThan(100);
		await expect(page.locator('[data-overlay] [role="alert"]')).toHaveCount(0);
		await row(page).getByRole('checkbox').uncheck();
		await expect.poll(() => pixelsOf(page, colour), { message: kind }).toBe(0);
		await row(page).getByRole('checkbox').check();
		await expect.poll(() => pixelsOf(page, colour), { message: kind }).toBeGreaterThan(100);
		await row(page).getByRole('slider').fill('50');
		await expect.poll(() => pixelsOf(page, colour), { message: kind }).toBe(0);
		await expect.poll(() => parameter(page, 'overlay')).toBe(`50!${address}`);
		await row(page).getByRole('button', { name: /^移除/ }).click();
		await expect(row(page)).toHaveCount(0);
	}
	expect(faults).toEqual([]);
});

test('layers keep their order, and stay through light and dark', async ({ page }) => {
	serve('/line.geojson', { body: geojson });
	const colours: Record<string, string> = { a: '#e01010', b: '#10e010' };
	server.answers.push(({ pathname }) => {
		const [, name = ''] = /^\/([ab])\/\d+\/\d+\/\d+$/.exec(pathname) ?? [];
		return name ? { body: solidPng(colours[name]!) } : undefined;
	});
	await openExplorer(page, TOOL);
	await addLayer(page, `${server.origin}/a/{z}/{x}/{y}`);
	await expect.poll(() => pixelsOf(page, colours['a']!)).toBeGreaterThan(MANY);
	await addLayer(page, `${server.origin}/b/{z}/{x}/{y}`);
	await expect.poll(() => pixelsOf(page, colours['b']!)).toBeGreaterThan(MANY);
	expect(await pixelsOf(page, colours['a']!)).toBe(0);
	await addLayer(page, `${server.origin}/line.geojson`);
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(100);
	await row(page).last().getByRole('checkbox').uncheck();
	await row(page).last().getByRole('checkbox').check();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => ownPixels(page, 'placedInDark')).toBeGreaterThan(100);
	await expect.poll(() => pixelsOf(page, colours['b']!)).toBeGreaterThan(MANY);
	expect(await pixelsOf(page, colours['a']!)).toBe(0);
	expect(await ownPixels(page, 'placed')).toBe(0);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
});

test('a layer that fails says why, and leaves the map and the others alone', async ({ page }) => {
	serve('/line.geojson', { body: geojson });
	serve('/broken.geojson', { body: '{"type": "FeatureCollection",\n"features": [,]}' });
	serve('/page.geojson', { body: '<!doctype html><p>Hello' });
	serve('/closed.geojson', { body: geojson, cors: false });
	server.answers.push(({ pathname }) =>
		pathname.startsWith('/said/')
			? {
					body: '<ServiceExceptionReport><ServiceException>No <b>such</b> layer</ServiceException></ServiceExceptionReport>'
				}
			: undefined
	);
	await openExplorer(page, TOOL);
	await addLayer(page, `${server.origin}/line.geojson`);
	await expect.poll(() => ownPixels(page, 'placed')).toBeGreaterThan(100);
	const pixels = await ownPixels(page, 'placed');
	for (const [path, fault, text] of [
		['/gone.geojson', 'http', '404'],
		['/broken.geojson', 'file', '第2行'],
		['/page.geojson', 'file', '不认识'],
		['/closed.geojson', 'cors', 'CORS'],
		['/gone/{z}/{x}/{y}.png', 'no-tiles', '没有瓦片'],
		['/said/{z}/{x}/{y}.png', 'service', 'No such layer'],
		['/gone.pmtiles', 'http', '404']
	] as const) {
		await addLayer(page, server.origin + path);
		const failed = row(page).first();
		await expect(failed.locator('[data-fault]')).toHaveAttribute('data-fault', fault);
		await expect(failed.locator('[data-fault]')).toContainText(text);
		await expect(failed.locator('[data-fault]')).toContainText('怎么办');
		await failed.getByRole('button', { name: /^移除/ }).click();
		await expect(row(page)).toHaveCount(1);
	}
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	expect(await ownPixels(page, 'placed')).toBe(pixels);
	await addLayer(page, 'ftp://example.org/a');
	await expect(page.locator('#tool .problem')).toContainText('https://');
	await addLayer(page, 'https://me:secret@example.org/a.geojson');
	await expect(page.locator('#tool .problem')).toContainText('用户名和密码');
	await addLayer(page, `${server.origin}/anything`);
	await expect(page.locator('#tool .problem')).toContainText('请选择种类');
	await addLayer(page, 'http://tiles.example.org/a.geojson');
	await expect(row(page).first().locator('[data-fault]')).toHaveAttribute('data-fault', 'insecure');
});

const WMS = `<?xml version="1.0"?><WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink"><Capability><Request><GetMap><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href="ORIGIN/wms?"/></Get></HTTP></DCPType></GetMap></Request><Layer><CRS>EPSG:3857</CRS><Layer><Name>one</Name><Title>&lt;b&gt;第一层</Title></Layer><Layer><Name>two</Name><Title>第二层</Title></Layer></Layer></Capability></WMS_Capabilities>`;

test('a service is asked what it has, and one of its layers is chosen', async ({ page }) => {
	const blue = '#1010e0';
	server.answers.push(({ pathname, searchParams: query }) => {
		if (pathname !== '/wms') return undefined;
		if (query.get('REQUEST') === 'GetCapabilities')
			return { body: WMS.replace('ORIGIN', server.origin), type: 'text/xml' };
		return query.get('LAYERS') === 'two' ? { body: solidPng(blue) } : { status: 400 };
	});
	await openExplorer(page, TOOL);
	await addLayer(page, `${server.origin}/wms`, 'wms');
	const choice = page.getByLabel('服务中的图层');
	await expect(choice.locator('option')).toHaveText(['请选择图层', '<b>第一层', '第二层']);
	await choice.selectOption('第二层');
	await expect.poll(() => pixelsOf(page, blue)).toBeGreaterThan(MANY);
	await expect(row(page).locator('strong')).toHaveText('two');
	expect(parameter(page, 'overlay')).toContain('{bbox-epsg-3857}');
});

const matrices = [10, 11, 12, 13]
	.map(
		(zoom) =>
			`<TileMatrix><ows:Identifier>z${zoom}</ows:Identifier><ScaleDenominator>${559082264.0287178 / 2 ** zoom}</ScaleDenominator><TopLeftCorner>-20037508.3428 20037508.3428</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`
	)
	.join('');
const WMTS = `<?xml version="1.0"?><Capabilities version="1.0.0" xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink"><ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP><ows:Get xlink:href="ORIGIN/wmts?"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata><Contents><Layer><ows:Title>影像</ows:Title><ows:Identifier>img</ows:Identifier><Style isDefault="true"><ows:Identifier>plain</ows:Identifier></Style><Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink></Layer><TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>${matrices}</TileMatrixSet></Contents></Capabilities>`;

test('a WMTS is asked for tiles by the names of its own description', async ({ page }) => {
	const blue = '#1010e0';
	const faults = watch(page);
	server.answers.push(({ pathname, searchParams: query }) => {
		if (pathname === '/WMTSCapabilities.xml')
			return { body: WMTS.replace('ORIGIN', server.origin), type: 'text/xml' };
		if (pathname !== '/wmts') return undefined;
		const zoom = Number(/^z(1[0-3])$/.exec(query.get('TILEMATRIX') ?? '')?.[1]);
		const isTile =
			query.get('LAYER') === 'img' &&
			query.get('STYLE') === 'plain' &&
			query.get('TILEMATRIXSET') === 'web' &&
			Number(query.get('TILEROW')) < 2 ** zoom;
		return isTile ? { body: solidPng(blue) } : { status: 400 };
	});
	await openExplorer(page, TOOL);
	await addLayer(page, `${server.origin}/WMTSCapabilities.xml`);
	// It has one layer, so that there is nothing to choose.
	await expect.poll(() => pixelsOf(page, blue)).toBeGreaterThan(MANY);
	await expect(row(page).locator('strong')).toHaveText('img');
	expect(faults).toEqual([]);
});

for (const [size, viewport] of Object.entries({ phone: SIZES.phone, desk: SIZES.desk })) {
	test(`the panel of bases and layers obeys the rules of access on a ${size}`, async ({ page }) => {
		await page.setViewportSize(viewport);
		const layer = serve('/line.geojson', { body: geojson });
		await publish(page, {
			tianditu: { key: KEY, server: server.origin },
			protomaps: { url: `${server.origin}/streets.pmtiles` }
		});
		await openExplorer(
			page,
			`${TOOL}&base=${inLink(`${server.origin}/x.pmtiles`)}&overlay=${inLink(layer)}`
		);
		await expect(asked(page)).toBeVisible();
		expect(await axeFindings(page)).toEqual([]);
		await asked(page).getByRole('button', { name: '载入', exact: true }).click();
		await expect(page.locator('[data-notice="base"]')).toBeVisible();
		await addLayer(page, `${server.origin}/gone.geojson`);
		await expect(page.locator('[data-overlay] [data-fault]')).toBeVisible();
		// From its beginning: what a sticky row covers by half is no small target.
		await page.locator('[data-panel="tools"]').evaluate((panel) => panel.scrollTo(0, 0));
		expect(await axeFindings(page)).toEqual([]);
		const small = await smallTargets(page);
		// Credits in running text.
		expect(small.filter((target) => !target.includes('©'))).toEqual([]);
	});
}
