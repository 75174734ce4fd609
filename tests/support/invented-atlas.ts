import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INVENTED_ARTICLE, INVENTED_PASSAGES, INVENTED_PLACES } from './invented-article';

const DAY = '2025-02-03';
const SOURCES = ['news'];
const OPEN_SEA = [0, 0, 0.1, 0.1];

/**
 * Writes a data folder about the invented places, with a retelling of the invented article, into
 * a new folder for one test.
 *
 * @returns the folder
 */
export async function inventedAtlas(): Promise<string> {
	const dir = await mkdtemp(join(tmpdir(), 'atlas-'));
	const article = join(dir, 'articles', 'fengxi-2025');
	await mkdir(article, { recursive: true });
	await mkdir(join(dir, 'layers'));
	await writeFile(join(dir, 'atlas.json'), JSON.stringify(atlasFile()));
	await writeFile(join(dir, 'sources.json'), JSON.stringify({ schema: 1, sources: [] }));
	await writeFile(join(dir, 'sites.geojson'), JSON.stringify(sitesFile()));
	await writeFile(join(article, 'article.json'), JSON.stringify(articleFile()));
	await writeFile(join(article, 'zh.md'), retelling());
	await writeFile(join(article, 'en.md'), retelling());
	return dir;
}

function both(text: string): { zh: string; en: string } {
	return { zh: text, en: text };
}

function atlasFile() {
	return {
		schema: 1,
		id: 'fengxi',
		title: both('枫溪'),
		summary: both('枫溪'),
		bounds: OPEN_SEA,
		home: OPEN_SEA,
		asOf: DAY,
		review: { exemption: both('虚构') },
		licence: 'CC-BY-4.0',
		layers: ['water'],
		articles: ['fengxi-2025']
	};
}

function articleFile() {
	const paragraphs = INVENTED_ARTICLE.length;
	return { schema: 1, id: 'fengxi-2025', source: 'news', date: DAY, authors: [], paragraphs };
}

function sitesFile() {
	const ids = [...new Set(INVENTED_PLACES.map(({ site }) => site))];
	return { type: 'FeatureCollection', features: ids.map(site) };
}

function site(id: string) {
	const named = (lang: 'zh' | 'en') =>
		INVENTED_PLACES.filter((place) => place.site === id && place.lang === lang).map(
			({ name }) => name
		);
	const [zh = id, ...zhAliases] = named('zh');
	const [en = id, ...enAliases] = named('en');
	return {
		type: 'Feature',
		id,
		geometry: null,
		properties: {
			name: { zh, en },
			aliases: { zh: zhAliases, en: enAliases },
			kind: 'area',
			theme: 'city',
			location: { precision: 'unlocated', accuracy: null, basis: both('虚构'), sources: SOURCES },
			history: [{ date: DAY, status: 'unknown', note: both('虚构'), sources: SOURCES }],
			promise: null,
			checked: DAY
		}
	};
}

function retelling(): string {
	const passages = INVENTED_PASSAGES.map(({ n, sites, words }) => {
		const links = sites.map((id) => `[${id}](site:${id})`).join('、');
		return `${links}${words} {#p${n}}\n`;
	});
	return ['# 枫溪\n', '## 全文\n', ...passages].join('\n');
}
