import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { legendOf } from '../../src/lib/style/legend';
import { PRECISIONS, STATUSES } from '../../src/lib/atlas/terms';
import { briefOf } from '../../src/lib/atlas/brief';
import { withOverlay } from '../../src/lib/style/overlay';
import { markRows } from '../../src/lib/style/mark-rows';
import { markPaths } from '../../src/lib/style/marks';
import { namePlan } from '../../src/lib/style/name-plan';
import { isOutside } from '../../src/lib/style/given-tiles';
import { NO_GROUND } from '../../src/lib/style/ground';
import { protomapsGround } from '../../src/lib/style/layers/protomaps';
import { tiandituGround } from '../../src/lib/style/layers/tianditu';
import { outsideSource } from '../../src/lib/style/outside';
import { ownSource } from '../../src/lib/style/own';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { siteFeatures } from '../../src/lib/style/site-features';
import { globalState } from '../../src/lib/style/state';
import { declarations, lineColours, style } from '../../src/lib/style/style';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const assets = {
	fonts: [
		{ url: 'https://example.org/first.woff2', ranges: ['U+41', 'U+61-7A'] },
		{ url: 'https://example.org/all.woff2' }
	]
};
const LANGS = ['zh', 'en'] as const;
const names = namePlan(atlas.sites, 'zh', atlas.bounds).sites;

describe.each([LIGHT, DARK])('the $name style', (palette) => {
	test.each(LANGS)('is valid in %s', (lang) => {
		const ground = style(atlas, names, palette, lang, assets);
		expect(validateStyleMin(ground)).toEqual([]);
		expect(validateStyleMin(withOverlay(ground, palette))).toEqual([]);
	});

	test.each(LANGS)('is valid in %s for an atlas without metro lines', (lang) => {
		expect(validateStyleMin(style({ ...atlas, lines: [] }, names, palette, lang, assets))).toEqual(
			[]
		);
	});

	test.each(LANGS)('labels in %s ask for names in that language only', (lang) => {
		const text = JSON.stringify(style(atlas, names, palette, lang, assets));
		expect(text).toContain(`name_${lang}`);
		expect(text).not.toContain(`name_${lang === 'zh' ? 'en' : 'zh'}`);
	});
});

test('every source that a layer reads is there, and every text has the bundled font', () => {
	const { layers, sources, 'font-faces': fonts } = style(atlas, names, LIGHT, 'zh', assets);
	for (const layer of layers) {
		if ('source' in layer) expect(Object.keys(sources)).toContain(layer.source);
		const font = layer.type === 'symbol' ? layer.layout?.['text-font'] : undefined;
		if (font) expect(Object.keys(fonts ?? {})).toEqual(font);
	}
});

test('a style asks no other host than its assets', () => {
	const text = JSON.stringify(style(atlas, names, LIGHT, 'zh', assets));
	const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host);
	expect(new Set(hosts)).toEqual(new Set(['example.org']));
	expect(text).not.toContain('"glyphs"');
});

test('each part of the font is asked for its own characters', () => {
	const fonts = style(atlas, names, LIGHT, 'zh', assets)['font-faces'];
	expect(Object.values(fonts ?? {})).toEqual([
		[
			{ url: 'https://example.org/first.woff2', 'unicode-range': ['U+41', 'U+61-7A'] },
			{ url: 'https://example.org/all.woff2' }
		]
	]);
});

test('hidden groups and the choice are state, not another style', () => {
	const [first] = atlas.sites;
	const { state, layers } = style(atlas, names, LIGHT, 'zh', assets);
	const wanted = globalState({ hidden: ['rail'], chosen: [first?.id ?? ''] });
	expect(Object.keys(wanted).sort()).toEqual(Object.keys(state ?? {}).sort());
	expect(wanted).toMatchObject({ 'show-rail': false, 'show-sites': true, chosen: [first?.id] });
	for (const key of Object.keys(wanted))
		expect(JSON.stringify(layers), key).toContain(JSON.stringify(['global-state', key]));
});

test('layers have their own places in the order', () => {
	const context = { palette: LIGHT, lang: 'zh' as const, lineColours: lineColours(atlas) };
	const places = declarations(context).map(({ zorder }) => zorder);
	expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
});

test('the legend shows the colours of the map', () => {
	const text = JSON.stringify(
		style(atlas, names, LIGHT, 'zh', assets) satisfies StyleSpecification
	);
	for (const { swatch } of legendOf(briefOf(atlas, 'zh'), LIGHT).ground) {
		if (swatch.type === 'line') expect(text).toContain(swatch.stroke.color);
		if (swatch.type === 'fill') expect(text).toContain(swatch.color);
	}
	expect(legendOf(briefOf(atlas, 'zh'), LIGHT).lines.map(({ id }) => id)).toEqual(
		atlas.lines.map(({ id }) => id)
	);
});

test('status and precision of every mark can be told apart without colour', () => {
	const grey = { ...LIGHT, status: { ...LIGHT.status } };
	for (const status of STATUSES) grey.status[status] = '#777777';
	const drawings = STATUSES.flatMap((status) =>
		PRECISIONS.map((precision) => JSON.stringify(markPaths(status, precision, grey)))
	);
	expect(new Set(drawings).size).toBe(STATUSES.length * PRECISIONS.length);
});

test('a site without a place gets no mark, and marks that share a place get rows of their own', () => {
	const marks = siteFeatures(atlas.sites, 'zh', names).features.filter(
		({ properties }) => properties.part === 'mark'
	);
	const placed = atlas.sites.filter(({ geometry }) => geometry).map(({ id }) => id);
	expect(marks.map(({ properties }) => properties.id).sort()).toEqual([...placed].sort());
	const twins = atlas.sites.filter(({ anchor }) => anchor).slice(0, 1);
	const rows = markRows([...twins, ...twins.map((site) => ({ ...site, id: 'twin' }))]);
	expect(new Set(rows.values()).size).toBe(2);
});

test('layers and sources are of the types that the map engine is built with', () => {
	const { layers, sources, ...rest } = style(atlas, names, LIGHT, 'zh', assets);
	const types = new Set(layers.map(({ type }) => type));
	for (const type of types)
		expect(['background', 'fill', 'line', 'circle', 'symbol']).toContain(type);
	for (const { type } of Object.values(sources)) expect(['vector', 'geojson']).toContain(type);
	for (const key of ['terrain', 'projection', 'sprite', 'glyphs'])
		expect(rest).not.toHaveProperty(key);
});

const tile = () => Promise.resolve(null);
const GROUNDS = {
	none: NO_GROUND,
	protomaps: protomapsGround({ version: 1, minzoom: 0, maxzoom: 15, tile }),
	tianditu: tiandituGround(1, { map: tile, names: tile })
};

describe.each(Object.entries(GROUNDS))('the ground %s', (_name, ground) => {
	test.each([LIGHT, DARK])('makes a valid $name style, without our own ground', (palette) => {
		for (const lang of LANGS) {
			const whole = style(atlas, names, palette, lang, assets, ground);
			expect(validateStyleMin(whole)).toEqual([]);
			const ids = whole.layers.map(({ id }) => id);
			for (const ours of ['green', 'water', 'road-motorway', 'borough-names'])
				expect(ids).not.toContain(ours);
			for (const ours of ['paper', 'railway', 'metro', 'site-line', 'stations', 'site-name-room'])
				expect(ids).toContain(ours);
			// The map takes their failure for their own.
			for (const id of Object.keys(ground.sources)) expect(isOutside(id)).toBe(true);
			for (const layer of whole.layers) {
				expect(['background', 'fill', 'line', 'circle', 'symbol', 'raster']).toContain(layer.type);
				if ('source' in layer) expect(Object.keys(whole.sources)).toContain(layer.source);
			}
		}
	});
});

test('the Protomaps ground has names in the language of the page, and no outlines', () => {
	const text = (lang: 'zh' | 'en') =>
		JSON.stringify(style(atlas, names, LIGHT, lang, assets, GROUNDS.protomaps).layers);
	expect(text('zh')).toContain('name:zh-Hans');
	expect(text('zh')).not.toContain('name:en');
	expect(text('en')).toContain('name:en');
	expect(text('en')).not.toContain('name:zh');
	expect(text('zh')).not.toContain('boundaries');
});

test.each([LIGHT, DARK])('layers from addresses are drawn by a valid $name style', (palette) => {
	const layer = { id: 'outside-1', version: 1, minzoom: 0, maxzoom: 14, tile, isShown: true };
	for (const content of [{ layers: ['a', 'b'] }, { size: 256 }]) {
		const { id, source, layers } = outsideSource({ ...layer, content, opacity: 0.5 }, palette);
		expect(validateStyleMin({ version: 8, sources: { [id]: source }, layers })).toEqual([]);
		expect(new Set(layers.map((one) => one.id)).size).toBe(layers.length);
		expect(JSON.stringify(layers)).toContain('0.5');
	}
});

test.each([LIGHT, DARK])('own files are drawn by a valid $name style of those types', (palette) => {
	const own = ownSource(
		{ id: 'own-1', version: 'GCJ-02', isCompared: true, opacity: 1, tile },
		palette
	);
	const whole: StyleSpecification = {
		version: 8,
		sources: { [own.id]: own.source },
		layers: own.layers
	};
	expect(validateStyleMin(whole)).toEqual([]);
	for (const { type } of own.layers) expect(['fill', 'line', 'circle']).toContain(type);
	const colours = Object.values(palette.status);
	for (const colour of [palette.own, palette.ownAsRead]) {
		expect(colours).not.toContain(colour);
		expect(JSON.stringify(own.layers)).toContain(colour);
	}
});
