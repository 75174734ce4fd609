import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { briefOf } from '../../src/lib/atlas/brief';
import { formatMetres } from '../../src/lib/explorer/format';
import { pathOf } from '../../src/lib/pages/addresses';
import { WORDS } from '../../src/lib/pages/words';
import { METRO_LAYERS } from '../../src/lib/style/declaration';
import { legendOf } from '../../src/lib/style/legend';
import { namePlan } from '../../src/lib/style/name-plan';
import { LIGHT } from '../../src/lib/style/palette';
import { siteFeatures } from '../../src/lib/style/site-features';
import { declarations } from '../../src/lib/style/style';
import { baseLayers } from '../../src/lib/compile/base-layers';
import { readAtlas } from '../../src/pipeline/read-folder';
import { atlas } from '../support/atlas';
import { test } from '../support/test';

/** What the map shows against what the built pages say in words. */
for (const lang of ['zh', 'en'] as const) {
	const { strings } = WORDS[lang];
	const brief = briefOf(atlas, lang);
	const { features } = siteFeatures(
		brief.sites,
		lang,
		namePlan(atlas.sites, lang, atlas.bounds).sites
	);
	const siteOf = (id: string) => atlas.sites.find((site) => site.id === id)!;

	test(`${lang}: each mark, line and circle of the map is told on its place's page @core`, () => {
		expect(features.length).toBeGreaterThan(0);
		for (const { properties } of features) {
			const { id, part, status, precision, schematic, line } = properties;
			const { name, location } = siteOf(id);
			const text = textOf(`sites/${id}/`);
			const facts = [name[lang], strings.statuses[status], strings.precisions[precision]];
			const radius = location.area?.radius ?? location.accuracy;
			if (part === 'area' && radius !== null) facts.push(formatMetres(radius, lang));
			if (part === 'line' && schematic) facts.push(strings.schematic);
			if (line) facts.push(brief.lines.find((one) => one.id === line)?.name[lang] ?? line);
			for (const fact of facts) expect(text, `${id}, ${part}`).toContain(fact);
		}
	});

	test(`${lang}: each place stands in the list with its status and precision @core`, () => {
		const html = htmlOf('');
		const rows = html.slice(html.indexOf('data-panel="sites"'), html.indexOf('</main>'));
		for (const { id, name, status, location } of atlas.sites) {
			const row = rows.split(`data-site="${id}"`)[1] ?? '';
			const text = wordsOf(row.slice(0, row.indexOf('</a>')));
			for (const fact of [
				name[lang],
				strings.statuses[status],
				strings.precisions[location.precision]
			])
				expect(text, id).toContain(fact);
		}
	});

	test(`${lang}: each name that the map writes stands on the data page @core`, async () => {
		const { data } = await readAtlas('geodata');
		if (!data) throw new Error('geodata cannot be read.');
		const written = new Set(
			declarations({ palette: LIGHT, lang, lineColours: {} }).flatMap(({ layer }) =>
				layer.type === 'symbol' && layer.layout?.['text-field'] ? [layer['source-layer']] : []
			)
		);
		expect([...written]).toContain(METRO_LAYERS.stations);
		const names = baseLayers(data.layers, data.lines)
			.filter(({ id }) => written.has(id))
			.flatMap((layer) => layer.features.map((one) => one.properties?.[`name_${lang}`] as unknown))
			.filter((name) => typeof name === 'string');
		const text = textOf('data/');
		for (const name of [...new Set(names), ...legendOf(brief, LIGHT).lines.map(lineName)])
			expect(text).toContain(name);
	});

	function lineName({ id }: { id: string }): string {
		return brief.lines.find((line) => line.id === id)?.name[lang] ?? id;
	}

	function htmlOf(page: string): string {
		return readFileSync(`build/${pathOf(page, lang)}index.html`, 'utf8');
	}

	function textOf(page: string): string {
		const html = htmlOf(page);
		return wordsOf(html.slice(html.indexOf('<main'), html.indexOf('</main>')));
	}
}

/** The text of markup, without drawings. */
function wordsOf(html: string): string {
	return html
		.replaceAll(/<(svg|script|style)\b.*?<\/\1>/gs, '')
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll('&amp;', '&')
		.replaceAll(/\s+/g, ' ');
}
