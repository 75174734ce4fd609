import type { ArticleFile, Bilingual, Bounds, Source } from '../atlas/schema';
import { written } from '../source/edit-json';
import { EXAMPLE, starterAtlas } from '../source/starter';
import { articleTextPath } from './find-files';

/** What is known when an atlas is begun. */
export interface Beginning {
	/** Of the atlas. */
	id: string;
	/** Name of the district. */
	district: Bilingual;
	/** `[west, south, east, north]`, WGS-84 degrees. */
	bounds: Bounds;
	article: {
		slug: string;
		publisher: Bilingual | null;
		title: string | null;
		date: string;
		url: string | null;
		/** Its paragraphs, a line each; they stay on the device. */
		text: string;
	};
	/** `YYYY-MM-DD` */
	today: string;
}

/**
 * The texts of an atlas that is begun with an article: its citation and record, the district's name
 * on the map, and no example. That it has no map review number yet is said in its place.
 */
export function newAtlas({ id, district, bounds, article, today }: Beginning): Map<string, string> {
	const title = { zh: `${district.zh}图志`, en: `${district.en} atlas` };
	const files = starterAtlas({ id, title, bounds, today });
	const { slug } = article;
	const starter = JSON.parse(files.get('atlas.json') ?? '{}') as Record<string, unknown>;
	const record = JSON.parse(files.get(`layers/${EXAMPLE}.layer.json`) ?? '{}') as object;
	const label = JSON.parse(files.get(`layers/${EXAMPLE}.geojson`) ?? '{}') as {
		features: { geometry: object; properties: object }[];
	};
	const names = {
		title: { zh: '地名', en: 'Names' },
		attribution: { zh: '编者所加', en: 'Added by the editors' },
		note: {
			zh: `“${district.zh}”写在范围的中央，不表示任何准确位置`,
			en: `“${district.en}” stands in the middle of the extent; it marks no exact place`
		}
	};
	const source: Source = {
		id: slug,
		kind: 'article',
		publisher: article.publisher,
		title: article.title,
		about: { zh: '本图志转述的报道', en: 'The article that this atlas retells' },
		date: article.date,
		url: article.url,
		checked: today
	};
	const lines = article.text.trim() === '' ? 1 : article.text.trimEnd().split(/\r?\n/).length;
	const articleFile: ArticleFile = {
		schema: 1,
		id: slug,
		source: slug,
		date: article.date,
		authors: [],
		paragraphs: lines
	};
	const texts = new Map([
		[
			'atlas.json',
			json({
				...starter,
				summary: {
					zh: `一篇报道提到的${district.zh}各处地点`,
					en: `The places in ${district.en} that an article names`
				},
				review: {
					exemption: {
						zh: '尚无审图号：仅供编辑内部预览，发布前请填写审图号或免审理由',
						en: 'No map review number yet: for the editors’ own preview; give the number or the reason before publishing'
					}
				},
				layers: ['names'],
				articles: [slug]
			})
		],
		['sources.json', json({ schema: 1, sources: [source] })],
		['sites.geojson', json({ type: 'FeatureCollection', features: [] })],
		['lines.json', json({ schema: 1, lines: [] })],
		[
			'layers/names.layer.json',
			json({ ...record, id: 'names', ...names, sources: [slug], asOf: today })
		],
		[
			'layers/names.geojson',
			json({
				type: 'FeatureCollection',
				features: label.features.map((feature) => ({
					...feature,
					id: id,
					properties: { ...feature.properties, name: district }
				}))
			})
		],
		[`articles/${slug}/article.json`, json(articleFile)],
		[`articles/${slug}/zh.md`, `# ${article.title ?? title.zh}\n`],
		[`articles/${slug}/en.md`, `# ${title.en}\n`]
	]);
	if (article.text.trim() !== '') texts.set(articleTextPath(slug), article.text);
	return texts;
}

function json(value: unknown): string {
	return `${written(value)}\n`;
}
