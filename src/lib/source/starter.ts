import type { ArticleFile, AtlasFile, Bounds, LayerRecord, Source } from '../atlas/schema';
import { extentArea } from './extent-area';

/** What the editor of a new atlas says at its start. */
export interface Start {
	id: string;
	title: { zh: string; en: string };
	/** `[west, south, east, north]`, WGS-84 degrees. */
	bounds: Bounds;
	/** `YYYY-MM-DD` */
	today: string;
}

/** What the example consists of bears this in its ids; the check tells as long as any is left. */
export const EXAMPLE = 'example';

const BOTH = { zh: '示例', en: 'Example' };

/**
 * The files of an atlas that is small and valid: one layer with one label, and one article with one
 * passage that names one place, of which nothing is known. All of it calls itself an example.
 */
export function starterAtlas(start: Start): Map<string, string> {
	const article = `${EXAMPLE}-article`;
	return new Map([
		['atlas.json', json(atlasFile(start, article))],
		['sources.json', json({ schema: 1, sources: [source(start, article)] })],
		['sites.geojson', collection([site(start, article)])],
		['lines.json', json({ schema: 1, lines: [] })],
		[`layers/${EXAMPLE}.layer.json`, json(layerRecord(start, article))],
		[`layers/${EXAMPLE}.geojson`, collection([label(start)])],
		[`articles/${article}/article.json`, json(articleFile(start, article))],
		[
			`articles/${article}/zh.md`,
			`# 在这里写标题\n\n## 在这里写小标题\n\n报道提到[示例地点](site:${EXAMPLE}-place)。请换成自己的转述。 {#p1}\n`
		],
		[
			`articles/${article}/en.md`,
			`# Your headline\n\n## Your heading\n\nThe report names [Example place](site:${EXAMPLE}-place). Put your own retelling here. {#p1}\n`
		]
	]);
}

function atlasFile({ id, title, bounds, today }: Start, article: string): AtlasFile {
	return {
		schema: 1,
		id,
		title,
		summary: {
			zh: '新建的图志，里面的一切都是示例。',
			en: 'A new atlas; all that is in it is an example.'
		},
		bounds,
		home: bounds,
		asOf: today,
		review: {
			exemption: {
				zh: '无审图号：示例，发布前请填写审图号或免审理由',
				en: 'No map review number: an example; give the number or the reason before publishing'
			}
		},
		licence: 'CC-BY-4.0',
		layers: [EXAMPLE],
		articles: [article]
	};
}

function source({ today }: Start, id: string): Source {
	return {
		id,
		kind: 'article',
		publisher: null,
		title: null,
		about: { zh: '示例：换成所转述的报道', en: 'An example: put the retold article here' },
		date: null,
		url: null,
		checked: today
	};
}

function site({ bounds, today }: Start, source: string) {
	return {
		type: 'Feature',
		id: `${EXAMPLE}-place`,
		geometry: null,
		properties: {
			name: { zh: '示例地点', en: 'Example place' },
			aliases: { zh: [], en: [] },
			kind: 'area',
			theme: 'city',
			location: {
				precision: 'unlocated',
				accuracy: null,
				basis: { zh: '示例，没有位置', en: 'An example: it has no place' },
				sources: [source],
				area: {
					name: { zh: '本图志的范围', en: 'The extent of this atlas' },
					...extentArea(bounds),
					why: { zh: '示例只知道在范围之内', en: 'Of an example only the extent is known' }
				}
			},
			history: [
				{
					date: today,
					status: 'unknown',
					note: { zh: '示例，没有查证', en: 'An example: nothing was looked up' },
					sources: [source]
				}
			],
			promise: null,
			checked: today
		}
	};
}

function layerRecord({ bounds, today }: Start, source: string): LayerRecord {
	const { radius: metres } = extentArea(bounds);
	return {
		schema: 1,
		id: EXAMPLE,
		type: 'label',
		title: BOTH,
		group: 'labels',
		licence: 'CC-BY-4.0',
		attribution: BOTH,
		sources: [source],
		asOf: today,
		accuracy: [metres, metres]
	};
}

function label({ bounds }: Start) {
	return {
		type: 'Feature',
		id: EXAMPLE,
		geometry: { type: 'Point', coordinates: extentArea(bounds).center },
		properties: { name: BOTH, class: 'borough' }
	};
}

function articleFile({ today }: Start, id: string): ArticleFile {
	return { schema: 1, id, source: id, date: today, authors: [], paragraphs: 1 };
}

/** With short lists on one line, as editors write them. */
function json(value: unknown): string {
	const text = JSON.stringify(value, null, '\t');
	return `${text.replaceAll(/[[{]\s+([^[\]{}]{0,70}?)\s+[\]}]/g, (all, inside: string) => {
		const line = inside.replaceAll(/\n\s*/g, ' ');
		return all.startsWith('[') ? `[${line}]` : `{ ${line} }`;
	})}\n`;
}

function collection(features: readonly unknown[]): string {
	return json({ type: 'FeatureCollection', features });
}
