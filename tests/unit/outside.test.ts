import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OutsideFault } from '../../src/lib/outside/fault';
import { overlayName } from '../../src/lib/outside/overlay-name';
import { checkPicture } from '../../src/lib/outside/picture';
import { tiandituLayers, tiandituServer, tiandituTile } from '../../src/lib/outside/tianditu';
import { tileAddress, tileTemplate } from '../../src/lib/outside/tile-template';
import { watched } from '../../src/lib/outside/watched';
import { hostOf, isOwnHost, wholeAddress } from '../../src/lib/outside/whole-address';
import { wmsTemplate } from '../../src/lib/outside/wms-address';
import { wmsLayers } from '../../src/lib/outside/wms-capabilities';
import { wmtsTemplate } from '../../src/lib/outside/wmts-address';
import { wmtsLayers } from '../../src/lib/outside/wmts-capabilities';
import { parseAddress } from '../../src/lib/view/address';

const SITE = 'https://atlas.example/nanan/';

/** The root element of a document, as the browser's own parser gives it. */
function xml(text: string): Element {
	return new DOMParser().parseFromString(text, 'text/xml').documentElement as unknown as Element;
}

function addressOf(address: string, z: number, x: number, y: number): string | null {
	const template = tileTemplate(address);
	return template && tileAddress(template, z, x, y);
}

const query = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('addresses', () => {
	test.each([
		['data/a.geojson', 'https://atlas.example/nanan/data/a.geojson', 'atlas.example'],
		['/t/{z}/{x}/{y}.png?a=1', 'https://atlas.example/t/{z}/{x}/{y}.png?a=1', 'atlas.example'],
		['https://b.example:8080/x', 'https://b.example:8080/x', 'b.example:8080'],
		['https://{s}.b.example/{z}', 'https://{s}.b.example/{z}', '*.b.example'],
		['https://图.example/x', 'https://图.example/x', 'xn--tlq.example']
	])('%s is asked for at %s', (address, whole, host) => {
		expect(wholeAddress(address, SITE)).toBe(whole);
		expect(hostOf(wholeAddress(address, SITE)).replace(/^xn--[a-z0-9]+/, 'xn--tlq')).toBe(host);
	});

	test('only the site’s own host is asked without consent', () => {
		expect(isOwnHost(wholeAddress('data/a', SITE), SITE)).toBe(true);
		expect(isOwnHost('https://atlas.example/else', SITE)).toBe(true);
		expect(isOwnHost('http://atlas.example/else', SITE)).toBe(false);
		expect(isOwnHost('https://atlas.example.evil.example/', SITE)).toBe(false);
	});

	test('what a link may name never throws, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const address = parseAddress(text) ?? parseAddress(`https://a.example/${text}`);
				if (address === null) return;
				const whole = wholeAddress(address, SITE);
				hostOf(whole);
				overlayName({ url: address });
				wmsTemplate(whole);
				wmtsTemplate(whole);
				tileTemplate(whole);
			})
		);
	});
});

describe('templates', () => {
	test.each([
		['https://a.example/{z}/{x}/{y}.png', 'https://a.example/3/5/2.png'],
		['https://a.example/{z}/{x}/{-y}.png', 'https://a.example/3/5/5.png'],
		['https://{s}.a.example/{z}/{y}/{x}{r}', 'https://b.a.example/3/2/5'],
		[
			'https://a.example/w?TileMatrix={TileMatrix}&TileRow={TileRow}&TileCol={TileCol}',
			'https://a.example/w?TileMatrix=3&TileRow=2&TileCol=5'
		]
	])('%s asks for %s', (template, address) => {
		expect(addressOf(template, 3, 5, 2)).toBe(address);
	});

	test('a template without places for a tile is none', () => {
		expect(tileTemplate('https://a.example/tile.png')).toBeNull();
		expect(tileTemplate('https://a.example/{z}/{x}')).toBeNull();
	});

	test('what an address can’t say stands behind it, and is not sent', () => {
		const template = tileTemplate('https://a.example/{z}/{x}/{y}#zooms=3-9&size=512');
		expect(template).toEqual({
			url: 'https://a.example/{z}/{x}/{y}',
			minzoom: 3,
			maxzoom: 9,
			size: 512
		});
		expect(tileTemplate('https://a.example/{z}/{x}/{y}#zooms=9-3')).toMatchObject({
			minzoom: 0,
			size: 256
		});
	});

	test('a WMS is asked for the square of a tile in EPSG:3857', () => {
		const template = wmsTemplate(
			'https://a.example/ows?map=x&service=WMS&version=1.1.1&request=GetMap&layers=a,b&bbox=1,2,3,4&srs=EPSG:4326&width=9&height=9&format=image/jpeg'
		);
		const world = 20_037_508.342789244;
		const { BBOX, ...rest } = query(addressOf(template!, 1, 1, 0)!);
		expect(rest).toEqual({
			map: 'x',
			layers: 'a,b',
			SERVICE: 'WMS',
			REQUEST: 'GetMap',
			VERSION: '1.1.1',
			STYLES: '',
			FORMAT: 'image/jpeg',
			TRANSPARENT: 'TRUE',
			WIDTH: '256',
			HEIGHT: '256',
			SRS: 'EPSG:3857'
		});
		expect(BBOX?.split(',').map(Number)).toEqual([0, 0, world, world]);
		const newer = wmsTemplate('https://a.example/?LAYERS=a&STYLES=b')!;
		expect(query(newer)).toMatchObject({ VERSION: '1.3.0', CRS: 'EPSG:3857', STYLES: 'b' });
		expect(query(newer)).not.toHaveProperty('SRS');
		expect(wmsTemplate('https://a.example/ows?service=WMS')).toBeNull();
	});

	test('a GetTile address of one tile becomes that of all', () => {
		const template = wmtsTemplate(
			'https://a.example/wmts?request=GetTile&layer=a&tilematrixset=m&TileMatrix=EPSG:3857:12&tilerow=1&tilecol=2'
		);
		expect(query(addressOf(template!, 7, 3, 4)!)).toMatchObject({
			layer: 'a',
			TILEMATRIX: 'EPSG:3857:7',
			TILEROW: '4',
			TILECOL: '3'
		});
		expect(wmtsTemplate('https://a.example/wmts?service=WMTS')).toBeNull();
	});

	test('Tianditu is asked in its own form, on all of its servers or the one that stands in', () => {
		const at = (z: number, x: number, y: number, server?: string) =>
			tiandituTile(tiandituServer({ key: 'k', server }), { layer: 'vec', key: 'k' }, z, x, y);
		const url = new URL(at(10, 815, 422));
		expect(url.origin).toBe('https://t5.tianditu.gov.cn');
		expect(url.pathname).toBe('/vec_w/wmts');
		expect(query(url.href)).toEqual({
			SERVICE: 'WMTS',
			REQUEST: 'GetTile',
			VERSION: '1.0.0',
			LAYER: 'vec',
			STYLE: 'default',
			TILEMATRIXSET: 'w',
			FORMAT: 'tiles',
			TILEMATRIX: '10',
			TILEROW: '422',
			TILECOL: '815',
			tk: 'k'
		});
		expect(at(1, 0, 0, 'http://localhost:1/t/')).toMatch(/^http:\/\/localhost:1\/t\/vec_w\/wmts\?/);
		expect(tiandituLayers('en').names).toBe('eva');
		expect(hostOf(tiandituServer({ key: 'k' }))).toBe('t*.tianditu.gov.cn');
	});
});

const WMS = (version: string, root: string, system: string) => `<?xml version="1.0"?>
<${root} version="${version}" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name></Service>
<Capability><Request><GetMap><Format>image/png</Format><Format>image/jpeg</Format>
<DCPType><HTTP><Get><OnlineResource xlink:href="http://a.example/maps?map=x&amp;"/></Get></HTTP></DCPType></GetMap></Request>
<Layer><Title>All</Title>${system}
<Layer><Name>roads</Name><Title>Roads &lt;b&gt;</Title></Layer>
<Layer><Title>Group</Title><Layer><Name>a b</Name></Layer></Layer>
</Layer></Capability></${root}>`;

describe('what a WMS has', () => {
	test.each([
		['1.3.0', 'WMS_Capabilities', '<CRS>EPSG:4326</CRS><CRS>EPSG:3857</CRS>'],
		['1.1.1', 'WMT_MS_Capabilities', '<SRS>EPSG:4326 EPSG:3857</SRS>']
	])('%s: layers with those of theirs, in web Mercator', (version, root, system) => {
		const layers = wmsLayers(
			xml(WMS(version, root, system)),
			'https://a.example/maps?SERVICE=WMS&REQUEST=GetCapabilities&key=1'
		);
		expect(layers.map(({ name, title }) => [name, title])).toEqual([
			['roads', 'Roads <b>'],
			['a b', 'a b']
		]);
		const { address } = layers[1]!;
		// Encrypted, as the description was, and with the key that it was asked for with.
		expect(address).toMatch(/^https:\/\/a\.example\/maps\?/);
		expect(query(address)).toMatchObject({
			map: 'x',
			key: '1',
			LAYERS: 'a b',
			VERSION: version,
			FORMAT: 'image/png'
		});
		expect(parseAddress(address)).toBe(address);
	});

	test.each([
		['<html/>', 'not-capabilities'],
		[WMS('1.3.0', 'WMS_Capabilities', '<CRS>EPSG:4490</CRS>'), 'no-mercator'],
		[
			'<ServiceExceptionReport><ServiceException>No</ServiceException></ServiceExceptionReport>',
			'service'
		]
	])('%# says what is wrong', (text, kind) => {
		expect(() => wmsLayers(xml(text), 'https://a.example/')).toThrow(
			expect.objectContaining({ kind }) as OutsideFault
		);
	});
});

const matrix = (
	zoom: number,
	size: number
) => `<TileMatrix><ows:Identifier>m:${zoom}</ows:Identifier>
<ScaleDenominator>${(559082264.0287178 * 256) / size / 2 ** zoom}</ScaleDenominator>
<TopLeftCorner>-20037508.3428 20037508.3428</TopLeftCorner><TileWidth>${size}</TileWidth><TileHeight>${size}</TileHeight></TileMatrix>`;

const WMTS = (
	operations: string,
	resource: string,
	crs = 'urn:ogc:def:crs:EPSG::3857',
	size = 256
) => `
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
${operations}<Contents>
<Layer><ows:Title>一层</ows:Title><ows:Identifier>one</ows:Identifier><Style isDefault="true"><ows:Identifier>plain</ows:Identifier></Style>
<Format>image/jpeg</Format><Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>other</TileMatrixSet></TileMatrixSetLink>
<TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink>${resource}</Layer>
<TileMatrixSet><ows:Identifier>other</ows:Identifier><ows:SupportedCRS>urn:ogc:def:crs:EPSG::4326</ows:SupportedCRS></TileMatrixSet>
<TileMatrixSet><ows:Identifier>web</ows:Identifier><ows:SupportedCRS>${crs}</ows:SupportedCRS>${[3, 4, 5].map((zoom) => matrix(zoom, size)).join('')}</TileMatrixSet>
</Contents></Capabilities>`;

const KVP = `<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
<ows:Get xlink:href="https://a.example/rest/"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>RESTful</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
<ows:Get xlink:href="https://a.example/kvp?"><ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
</ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>`;

describe('what a WMTS has', () => {
	test('tiles by parameters, in the set of web Mercator and at its zooms', () => {
		const [layer] = wmtsLayers(xml(WMTS(KVP, '')), 'https://a.example/caps.xml');
		expect(layer).toMatchObject({ name: 'one', title: '一层' });
		expect(tileTemplate(layer!.address)).toMatchObject({ minzoom: 3, maxzoom: 5, size: 256 });
		const address = addressOf(layer!.address, 4, 2, 1)!;
		expect(address).toMatch(/^https:\/\/a\.example\/kvp\?/);
		expect(query(address)).toEqual({
			SERVICE: 'WMTS',
			REQUEST: 'GetTile',
			VERSION: '1.0.0',
			LAYER: 'one',
			STYLE: 'plain',
			FORMAT: 'image/png',
			TILEMATRIXSET: 'web',
			TILEMATRIX: 'm:4',
			TILEROW: '1',
			TILECOL: '2'
		});
	});

	test('tiles by addresses of their own, where it has no others', () => {
		const resource =
			'<ResourceURL format="image/png" resourceType="tile" template="https://a.example/one/{Style}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>';
		const [layer] = wmtsLayers(
			xml(WMTS('', resource, 'EPSG:3857', 512)),
			'https://a.example/caps.xml'
		);
		expect(tileTemplate(layer!.address)).toMatchObject({ minzoom: 3, maxzoom: 5, size: 512 });
		expect(addressOf(layer!.address, 4, 2, 1)).toBe(
			'https://a.example/one/plain/web/m%3A4/1/2.png'
		);
	});

	test('nothing in another system', () => {
		expect(() =>
			wmtsLayers(xml(WMTS(KVP, '', 'urn:ogc:def:crs:EPSG::4490')), 'https://a.example/')
		).toThrow(expect.objectContaining({ kind: 'no-mercator' }) as OutsideFault);
	});
});

describe('what comes instead of pictures', () => {
	const bytes = (text: string) => new TextEncoder().encode(text).buffer;

	test('pictures and empty tiles pass', () => {
		const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]).buffer;
		expect(checkPicture(png)).toBe(png);
		expect(checkPicture(new ArrayBuffer(0)).byteLength).toBe(0);
	});

	test.each([
		[
			'<?xml version="1.0"?><ServiceExceptionReport>No <b>layer</b></ServiceExceptionReport>',
			'service'
		],
		['{"msg":"bad key"}', 'service'],
		['<!doctype html><p>Hello', 'not-image'],
		['hello', 'not-image']
	])('%s does not', (text, kind) => {
		expect(() => checkPicture(bytes(text))).toThrow(
			expect.objectContaining({ kind }) as OutsideFault
		);
	});
});

describe('tiles that are watched', () => {
	const full = new ArrayBuffer(1);

	async function told(answers: (ArrayBuffer | null | OutsideFault)[][]) {
		const faults: (string | null)[] = [];
		let round: (ArrayBuffer | null | OutsideFault)[] = [];
		const tile = watched(
			(_z, x) => {
				const answer = round[x];
				return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? null);
			},
			(fault) => faults.push(fault && `${fault.kind} ${fault.value}`)
		);
		for (round of answers) await Promise.allSettled(round.map((_, x) => tile(1, x, 0)));
		return faults;
	}

	test('tell after each round whether one came, else why none did', async () => {
		const refused = new OutsideFault('http', 403);
		const missing = new OutsideFault('http', 404);
		expect(await told([[full, refused]])).toEqual([null]);
		expect(await told([[refused, missing]])).toEqual(['http 403']);
		expect(await told([[missing, null]])).toEqual(['no-tiles 1/1/0']);
		// Beyond its edge there is nothing of a layer that was there before.
		expect(await told([[full], [missing], [refused], [full]])).toEqual([null, 'http 403', null]);
	});
});
