import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INTERACTIONS, parseSettings, PARTS } from '../../src/lib/embed/settings';
import {
	embedAddress,
	frameSnippet,
	PLAIN_HEIGHT,
	scriptSnippet,
	type EmbedChoice
} from '../../src/lib/embed/snippets';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import { overlayAt } from '../../src/lib/view/overlays';
import { FIRST_VIEW, parseView } from '../../src/lib/view/view';

const BASE = 'https://atlas.example/';

const PLAIN: EmbedChoice = {
	lang: 'zh',
	title: 'Map of the places in this article',
	view: FIRST_VIEW,
	height: PLAIN_HEIGHT,
	theme: 'auto',
	interaction: 'cooperative',
	parts: PARTS
};

const RICH: EmbedChoice = {
	lang: 'en',
	title: 'A “map” of <East> & "West"',
	view: {
		...FIRST_VIEW,
		site: 'east-station',
		passage: 33,
		hidden: ['roads', 'labels'],
		base: { url: 'https://tiles.example/base.pmtiles' },
		overlays: [
			overlayAt('https://tiles.example/plots.geojson', 'geojson'),
			{ ...overlayAt('https://tiles.example/{z}/{x}/{y}.png', 'xyz'), opacity: 60 }
		],
		camera: { center: [106.6, 29.5], zoom: 12.25 }
	},
	height: 640,
	theme: 'dark',
	interaction: 'none',
	parts: ['list']
};

const known = { hasSite: () => true, hasPassage: () => true };

test('the manual has the snippets as they are written', () => {
	const manual = readFileSync('docs/embed.md', 'utf8');
	const [frame, script] = [...manual.matchAll(/```html\n([^]*?)\n```/g)].map(([, code]) => code);
	expect(frameSnippet(BASE, PLAIN)).toBe(frame);
	expect(scriptSnippet(BASE, PLAIN)).toBe(script);
});

describe('the address of an embed', () => {
	test('has no parameter that is the default', () => {
		expect(embedAddress(BASE, PLAIN)).toBe('https://atlas.example/embed/');
		expect(embedAddress(BASE, { ...PLAIN, lang: 'en' })).toBe('https://atlas.example/en/embed/');
	});

	test('is read by the embed as it was meant', () => {
		for (const interaction of INTERACTIONS)
			for (const parts of [[], [PARTS[1]], PARTS.slice(0, 2), PARTS]) {
				const choice = { ...RICH, interaction, parts };
				const { searchParams } = new URL(embedAddress(BASE, choice));
				expect(parseView(searchParams, known)).toEqual(RICH.view);
				expect(parseSettings(searchParams)).toEqual({ interaction, parts, host: null });
				expect(searchParams.get('theme')).toBe('dark');
			}
	});

	test('is ASCII, and leaves out what only the explorer shows', () => {
		const view = { ...RICH.view, mention: 2, panel: 'sites', map: false } as const;
		const address = embedAddress(BASE, { ...RICH, view, parts: [] });
		expect(address).toMatch(/^[\x21-\x7e]+$/);
		expect([...new URL(address).searchParams.keys()]).toEqual(
			expect.not.arrayContaining(['m', 'panel', 'map'])
		);
	});
});

describe('a snippet', () => {
	test('escapes what stands in its attributes', () => {
		const title = 'title="A “map” of &lt;East&gt; &amp; &quot;West&quot;"';
		expect(frameSnippet(BASE, RICH)).toContain(title);
		expect(scriptSnippet(BASE, RICH)).toContain(`data-${title}`);
		expect(frameSnippet(BASE, RICH)).toContain('?site=east-station&amp;p=33&amp;');
	});

	test('has the height that was chosen, also as room that is kept', () => {
		expect(frameSnippet(BASE, RICH)).toMatch(/height="640"[^]*min-height: 640px/);
		expect(scriptSnippet(BASE, RICH)).toMatch(/data-height="640"[^]*min-height: 640px/);
	});

	test('gives the script every parameter as an attribute', () => {
		const snippet = scriptSnippet(BASE, RICH);
		for (const [name, value] of new URL(embedAddress(BASE, RICH)).searchParams)
			expect(snippet).toContain(`\tdata-${name}="${value}"\n`);
		expect(snippet).toContain('data-lang="en"');
	});
});

test('the groups that are off keep the order of the manual', () => {
	const view = { ...FIRST_VIEW, hidden: [...LAYER_GROUPS] };
	expect(embedAddress(BASE, { ...PLAIN, view })).toContain('off=sites.rail.roads.nature.labels');
});
