import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { openedFrom } from '../../src/lib/draft/from-files';
import {
	retellingBlocks,
	withHeading,
	withPassage,
	withTitle
} from '../../src/lib/draft/retelling-text';
import { zipOf } from '../../src/lib/draft/zip';
import { FORMATS, type Format } from '../../src/lib/explorer/tools/export/formats';
import type { Export, ExportedSite } from '../../src/lib/export/export';
import type { ReadFile } from '../../src/lib/files/own-file';
import { readFile } from '../../src/lib/files/read-file';
import { unzip } from '../../src/lib/files/unzip';
import { byteRange } from '../../src/lib/offline/byte-range';
import { addressOf, findFile } from '../../src/lib/offline/find-file';
import { parseRetelling } from '../../src/lib/source/retelling';
import { runs } from '../support/runs';

/** Any text that UTF-8 can carry, with what has a meaning in one of the formats. */
const texts = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 8 }),
			fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.toWellFormed()),
			fc.constantFrom(
				'=1+1',
				'+',
				'-',
				'@',
				'\t',
				'\r',
				'\n',
				'"',
				"'",
				',',
				';',
				'<b>',
				'&amp;',
				']]>'
			)
		),
		{ maxLength: 5 }
	)
	.map((parts) => parts.join(''));

const degrees = (most: number) =>
	fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => n / 1e6 || 0);
const positions: fc.Arbitrary<Position> = fc.tuple(degrees(180), degrees(85));
const lines = fc.array(positions, { minLength: 2, maxLength: 6 });
/** A box that turns counter-clockwise, as exports write it. */
const rings = fc.tuple(degrees(90), degrees(40), degrees(45), degrees(45)).map(([x, y, dx, dy]) => {
	const [right, top] = [x + 1e-6 + Math.abs(dx), y + 1e-6 + Math.abs(dy)];
	return [
		[x, y],
		[right, y],
		[right, top],
		[x, top],
		[x, y]
	];
});
const geometries: fc.Arbitrary<Geometry | null> = fc.oneof(
	fc.constant(null),
	positions.map((coordinates) => ({ type: 'Point' as const, coordinates })),
	lines.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
	rings.map((ring) => ({ type: 'Polygon' as const, coordinates: [ring] })),
	fc
		.array(lines, { minLength: 2, maxLength: 3 })
		.map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
	fc
		.array(rings, { minLength: 2, maxLength: 3 })
		.map((all) => ({ type: 'MultiPolygon' as const, coordinates: all.map((ring) => [ring]) }))
);

const sites: fc.Arbitrary<ExportedSite> = fc
	.record({
		id: fc.stringMatching(/^[a-z0-9]{1,8}$/),
		name: texts,
		text: texts,
		number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
		yes: fc.boolean(),
		geometry: geometries,
		at: positions
	})
	.map(({ id, name, text, number, yes, geometry, at }) => ({
		id,
		name,
		facts: { id, text, number: number || 0, yes, none: null },
		anchor: geometry && [at[0] ?? 0, at[1] ?? 0],
		geometry
	}));

const exported: fc.Arbitrary<Export> = fc.record({
	title: fc.record({ zh: texts, en: texts }),
	terms: fc.record({ licence: texts, attribution: texts }),
	sites: fc.array(sites, { minLength: 1, maxLength: 5 })
});

async function readBack(format: Format, sent: Export): Promise<ReadFile> {
	const bytes = new TextEncoder().encode(FORMATS[format].write(sent));
	const read = await readFile(`export.${format}`, bytes);
	if ('header' in read) throw new Error(`It asks for columns: ${read.header.join()}`);
	return read;
}

const notIn = (allowed: RegExp) => (text: string) => text.replaceAll(allowed, '');
/** What XML 1.0 can't hold is left out. */
const inXml = notIn(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu);

describe('what an export wrote, the reader of own files reads', () => {
	test('from GeoJSON, all of it', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async (sent) => {
				const { features } = await readBack('geojson', sent);
				expect(features).toEqual(
					sent.sites.map(({ facts, geometry }) => ({ geometry, properties: facts }))
				);
			})
		);
	});

	test('from CSV, with formulas disarmed and places as points', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async (sent) => {
				const { features } = await readBack('csv', sent);
				const disarmed = (text: string) => {
					const plain = text.replaceAll(/[^\P{Cc}\t\r\n]/gu, '');
					return /^[=+\-@\t\r\n＝＋－＠]/.test(plain) ? `'${plain}` : plain;
				};
				const told = Object.entries({
					title_zh: sent.title.zh,
					title_en: sent.title.en,
					...sent.terms
				}).map(([key, text]) => [key, disarmed(text)]);
				expect(
					features.map(({ geometry, properties: { wkt: _, lng: _lng, lat: _lat, ...rest } }) => ({
						geometry,
						rest
					}))
				).toEqual(
					sent.sites.map(({ facts, anchor }) => ({
						geometry: anchor && { type: 'Point', coordinates: anchor },
						rest: {
							id: facts['id'],
							text: disarmed(String(facts['text'])),
							number: String(facts['number']),
							yes: String(facts['yes']),
							none: '',
							...(Object.fromEntries(told) as Record<string, string>)
						}
					}))
				);
			})
		);
	});

	test('from KML, as texts', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async (sent) => {
				const { features } = await readBack('kml', sent);
				expect(features.map(({ properties }) => properties)).toEqual(
					sent.sites.map(({ name, facts }) => ({
						...(inXml(name).trim() && { name: inXml(name).trim() }),
						id: facts['id'],
						text: inXml(String(facts['text'])).trim(),
						number: String(facts['number']),
						yes: String(facts['yes'])
					}))
				);
				const parts = (geometry: Geometry | null) =>
					geometry && JSON.stringify(geometry).match(/-?[\d.]+(?:e-\d+)?/g);
				expect(features.map(({ geometry }) => parts(geometry))).toEqual(
					sent.sites.map(({ geometry }) => parts(geometry))
				);
			})
		);
	});
});

test('an archive of the studio opens as the same atlas, with all that lay beside it', () => {
	const atlasFiles = fc.constantFrom(
		'sites.geojson',
		'lines.json',
		'layers/water.geojson',
		'layers/water.layer.json',
		'articles/a-1/article.json',
		'articles/a-1/zh.md',
		'articles/a-1/original.txt'
	);
	const otherFiles = fc.constantFrom('photo.png', '图/一.txt', 'constructor', 'a/atlas.json');
	fc.assert(
		fc.property(
			texts,
			fc.dictionary(atlasFiles, texts),
			fc.array(fc.tuple(otherFiles, fc.uint8Array({ maxLength: 40 }))),
			texts,
			(atlas, files, beside, own) => {
				const draft = new Map([['atlas.json', atlas], ...Object.entries(files)]);
				const others = new Map(beside);
				const zip = zipOf(
					new Map([...draft, ['.studio/a-1.txt', own]]),
					Object.fromEntries(others)
				);
				const opened = openedFrom(unzip(zip, () => true));
				expect(opened.texts).toEqual(draft);
				expect(opened.others).toEqual(others);
			}
		),
		runs(50)
	);
});

describe('a retelling', () => {
	const words = fc
		.string({ unit: fc.constantFrom(...'东站开通了,。ab 甲'), minLength: 1, maxLength: 12 })
		.map((text) => text.replaceAll(/\s+/g, ' ').trim())
		.filter((text) => text !== '');
	const passages = fc.uniqueArray(
		fc.tuple(fc.integer({ min: 1, max: 99 }), words, fc.option(words)),
		{
			selector: ([n]) => n,
			minLength: 1,
			maxLength: 8
		}
	);

	test('that was written passage by passage is read with the same words in the same order', () => {
		fc.assert(
			fc.property(words, passages, fc.boolean(), (title, written, isWindows) => {
				const start = isWindows ? '\r\n' : '\n';
				const text = written.reduce(
					(markdown, [n, told]) => withPassage(markdown, n, told),
					withTitle(start, title)
				);
				const [first] = written.toSorted(([a], [b]) => a - b);
				const headed = written.reduce(
					(markdown, [n, , heading]) => (heading ? withHeading(markdown, n, heading) : markdown),
					withHeading(text, first?.[0] ?? 0, '开头')
				);
				const { retelling, places, issues } = parseRetelling(headed, 'zh.md');
				expect(issues).toEqual([]);
				expect(retelling.title).toBe(title);
				const inOrder = written.toSorted(([a], [b]) => a - b);
				expect(
					retelling.sections.flatMap((section) =>
						section.passages.map(({ n, parts }, i) => [
							n,
							parts.map((part) => part.text).join(''),
							i === 0 ? section.heading : null
						])
					)
				).toEqual(
					inOrder.map(([n, told, heading], i) => [n, told, heading ?? (i ? null : '开头')])
				);
				expect(
					retellingBlocks(headed).flatMap(({ type, n, start, end }) =>
						type === 'passage' ? [[n, { start, end }]] : []
					)
				).toEqual([...places].map(([n, { start, end }]) => [n, { start, end }]));
				if (isWindows) expect(headed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			}),
			runs(300)
		);
	});
});

describe('without a network', () => {
	test('every file is found at its address, and no other is', () => {
		const name = fc.stringMatching(/^[a-z0-9%ü ]{1,6}$/);
		const paths = fc.uniqueArray(
			fc.oneof(
				fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.txt`),
				fc.array(name, { maxLength: 2 }).map((parts) => [...parts, 'index.html'].join('/'))
			),
			{ minLength: 1, maxLength: 12 }
		);
		fc.assert(
			fc.property(paths, (all) => {
				const [absent, ...kept] = all;
				const files = Object.fromEntries(kept.map((path) => [path, 'digest']));
				for (const file of kept) expect(findFile(addressOf(file), files)).toEqual({ file });
				expect(findFile(addressOf(absent ?? ''), files)).toBeNull();
			})
		);
	});

	test('a part is read as it was asked for, as far as the file goes', () => {
		const count = fc.nat({ max: 300 });
		fc.assert(
			fc.property(count, count, fc.integer({ min: 1, max: 300 }), (start, length, size) => {
				const end = start + length + 1;
				const wanted = start < size ? { start, end: Math.min(end, size) } : 'beyond';
				expect(byteRange(`bytes=${start}-${end - 1}`, size)).toEqual(wanted);
			})
		);
	});
});
