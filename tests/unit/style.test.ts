import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { legendOf } from '../../src/lib/style/legend';
import { MARK_NAMES, markPaths, parseMarkName } from '../../src/lib/style/marks';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { siteFeatures } from '../../src/lib/style/site-features';
import {
	chosenSites,
	declarations,
	globalState,
	lineColours,
	style
} from '../../src/lib/style/style';
import { FIRST_VIEW } from '../../src/lib/view/view';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const assets = {
	fonts: [
		{ url: 'https://example.org/first.woff2', ranges: ['U+41', 'U+61-7A'] },
		{ url: 'https://example.org/all.woff2' }
	]
};
const LANGS = ['zh', 'en'] as const;

describe.each([LIGHT, DARK])('the $name style', (palette) => {
	test.each(LANGS)('is valid in %s', (lang) => {
		expect(validateStyleMin(style(atlas, FIRST_VIEW, palette, lang, assets))).toEqual([]);
	});

	test.each(LANGS)('labels in %s ask for names in that language only', (lang) => {
		const text = JSON.stringify(style(atlas, FIRST_VIEW, palette, lang, assets));
		expect(text).toContain(`name_${lang}`);
		expect(text).not.toContain(`name_${lang === 'zh' ? 'en' : 'zh'}`);
	});
});

test('every source that a layer reads is there, and every text has the bundled font', () => {
	const { layers, sources, 'font-faces': fonts } = style(atlas, FIRST_VIEW, LIGHT, 'zh', assets);
	for (const layer of layers) {
		if ('source' in layer) expect(Object.keys(sources)).toContain(layer.source);
		const font = layer.type === 'symbol' ? layer.layout?.['text-font'] : undefined;
		if (font) expect(Object.keys(fonts ?? {})).toEqual(font);
	}
});

test('a style asks no other host than its assets', () => {
	const text = JSON.stringify(style(atlas, FIRST_VIEW, LIGHT, 'zh', assets));
	const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host);
	expect(new Set(hosts)).toEqual(new Set(['example.org']));
	expect(text).not.toContain('"glyphs"');
});

test('each part of the font is asked for its own characters', () => {
	const fonts = style(atlas, FIRST_VIEW, LIGHT, 'zh', assets)['font-faces'];
	expect(Object.values(fonts ?? {})).toEqual([
		[
			{ url: 'https://example.org/first.woff2', 'unicode-range': ['U+41', 'U+61-7A'] },
			{ url: 'https://example.org/all.woff2' }
		]
	]);
});

test('hidden groups and the choice are state, not another style', () => {
	const [first] = atlas.sites;
	const view = { ...FIRST_VIEW, site: first?.id ?? null, hidden: ['rail' as const] };
	const { state: _shown, ...before } = style(atlas, FIRST_VIEW, LIGHT, 'zh', assets);
	const { state, ...after } = style(atlas, view, LIGHT, 'zh', assets);
	expect(after).toEqual(before);
	expect(state?.['show-rail']).toEqual({ default: false });
	expect(globalState(atlas, view)['chosen']).toEqual([first?.id]);
});

test('a chosen passage chooses all of its sites', () => {
	const passage = atlas.articles[0]?.retelling.zh.sections[0]?.passages[0];
	expect(chosenSites(atlas, { ...FIRST_VIEW, passage: passage?.n ?? 0 })).toEqual(passage?.sites);
	expect(passage?.sites.length).toBeGreaterThan(0);
});

test('layers have their own places in the order', () => {
	const context = { palette: LIGHT, lang: 'zh' as const, lineColours: lineColours(atlas) };
	const places = declarations(context).map(({ zorder }) => zorder);
	expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
});

test('the legend shows the colours of the map', () => {
	const text = JSON.stringify(
		style(atlas, FIRST_VIEW, LIGHT, 'zh', assets) satisfies StyleSpecification
	);
	for (const { swatch } of legendOf(atlas, LIGHT).ground) {
		if (swatch.type === 'line') expect(text).toContain(swatch.stroke.color);
		if (swatch.type === 'fill') expect(text).toContain(swatch.color);
	}
	expect(legendOf(atlas, LIGHT).lines.map(({ id }) => id)).toEqual(atlas.lines.map(({ id }) => id));
});

test('status and precision of every mark can be told apart without colour', () => {
	const drawings = MARK_NAMES.map((name) => {
		const mark = parseMarkName(name);
		if (!mark) throw new Error(`${name} is not read back.`);
		const grey = { ...LIGHT, status: { ...LIGHT.status } };
		for (const status of Object.keys(grey.status) as (keyof typeof grey.status)[])
			grey.status[status] = '#777777';
		return JSON.stringify(markPaths(mark.status, mark.precision, grey));
	});
	expect(new Set(drawings).size).toBe(MARK_NAMES.length);
});

test('a site without a place gets no mark, and marks that share a place get rows of their own', () => {
	const marks = siteFeatures(atlas.sites, 'zh').features.filter(
		({ properties }) => properties.part === 'mark'
	);
	const placed = atlas.sites.filter(({ geometry }) => geometry).map(({ id }) => id);
	expect(marks.map(({ properties }) => properties.id).sort()).toEqual([...placed].sort());
	const twins = atlas.sites.filter(({ anchor }) => anchor).slice(0, 1);
	const stacked = siteFeatures(
		[...twins, ...twins.map((site) => ({ ...site, id: 'twin' }))],
		'zh'
	).features.filter(({ properties }) => properties.part === 'mark');
	expect(new Set(stacked.map(({ properties }) => properties.row)).size).toBe(2);
	expect(stacked.every(({ properties }) => properties.stacked)).toBe(true);
});
