import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Atlas, Download, Original } from '../lib/atlas/atlas';
import { SiteAddress } from '../lib/atlas/schema';
import type { MapData } from '../lib/atlas/map-data';
import { gazetteerOf } from '../lib/source/gazetteer-of';
import { baseMap, largeTiles } from './base-map';
import { check } from '../lib/check/index';
import { compile } from '../lib/compile/compile';
import { mapDrawer, mapFeatures } from './draw';
import { groundNames } from './ground-names';
import { homeMap } from './home-map';
import { importArticle, originalPassages } from './import-article';
import { labelFonts } from './label-fonts';
import { layerFacts } from './layer-facts';
import { locators } from './locators';
import { mapCharacters } from './map-characters';
import { publicFiles } from './public-files';
import { decode } from '../lib/source/read-text';
import { readAtlas } from './read-folder';
import { schemaFault } from '../lib/source/schema-faults';
import { stationsOf } from '../lib/compile/stations';
import type { Issue, SourceArticle, SourceData } from '../lib/source/types';
import { writeFolder, type Files } from './write';
import { SIMPLIFIED } from '../lib/text/simplified';

/** Where the build writes: what the app imports, and what is served under `/data/`. */
export interface Output {
	app: string;
	public: string;
}

/**
 * Reads and checks a data folder and writes what the app needs of it. With errors nothing is
 * written and the last good build stays. Both output folders are the build's own: files in them
 * that it does not write are removed. The same data gives the same bytes.
 *
 * @param today the day of the build, for warnings only; nothing that is written depends on it
 * @param address where the site is published, if not at the address that atlas.json names
 * @returns everything that is wrong; warnings do not stop the build
 */
export async function buildAtlas(
	dir: string,
	out: Output,
	today: Date,
	address?: string
): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	const found = [...issues, ...(data ? check(data, today) : []), ...wrongAddress(address)];
	if (!data || found.some(({ severity }) => severity === 'error')) return found;
	const originals = await readOriginals(dir, data);
	if (originals.issues.length > 0) return [...found, ...originals.issues];
	if (address) data.atlas.address = address;
	const atlas = withOriginals(compile(data), originals.texts);
	const base = baseMap(data);
	const large = largeTiles(data);
	const fonts = await fontsFor(base.firstCharacters, data);
	if ('rule' in fonts) return [...found, fonts];
	const map = new Map<string, Uint8Array>([
		['basemap.pmtiles', base.archive],
		...(large ? [['large-layers.pmtiles', large.archive] as const] : []),
		...fonts.map(({ file, bytes }) => [file, bytes] as const)
	]);
	const mapData: MapData = {
		tiles: base.file,
		...(large && { largeTiles: large.file }),
		fonts: fonts.map(({ bytes: _, ...font }) => font)
	};
	const features = mapFeatures(data, atlas);
	const drawMap = mapDrawer(features, atlas);
	const files = await publicFiles(data, atlas, { dir, map, drawMap, originals: originals.texts });
	await writeFolder(out.public, files);
	await writeFolder(
		out.app,
		new Map([
			json('atlas.json', atlas),
			json('stations.json', stationsOf(data)),
			json('ground-names.json', groundNames(data)),
			json('layers.json', layerFacts(data)),
			json('downloads.json', downloadsIn(files)),
			json('map.json', mapData),
			...homeMap(features, atlas),
			...[...locators(atlas, drawMap)].map(([name, svg]) => [`locators/${name}.svg`, svg] as const)
		])
	);
	return found;
}

/** The sizes of what readers may download: all that is served but pictures of it. */
function downloadsIn(files: Files): Download[] {
	return [...files]
		.filter(([path]) => !path.endsWith('.png'))
		.map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
}

function wrongAddress(address: string | undefined): Issue[] {
	const result = v.safeParse(v.optional(SiteAddress), address || undefined);
	if (result.success) return [];
	const fault = schemaFault(result.issues[0].message);
	return [
		{
			rule: 'address',
			severity: 'error',
			file: 'ATLAS_ADDRESS',
			message: {
				zh: `环境变量ATLAS_ADDRESS“${address}”${fault.zh}。`,
				en: `The environment variable ATLAS_ADDRESS "${address}" ${fault.en}.`
			},
			fix: {
				zh: '写网站将来的地址，以https://开头、以/结尾；或取消这个变量。',
				en: 'Write where the site will stand, with https:// and a / at the end, or unset it.'
			}
		}
	];
}

/** The holder's own texts of articles, of which there are none unless they were imported. */
async function readOriginals(
	dir: string,
	data: SourceData
): Promise<{ texts: Original[]; issues: Issue[] }> {
	const texts: Original[] = [];
	const issues: Issue[] = [];
	for (const article of data.articles) {
		const file = `articles/${article.record.id}/original.txt`;
		const bytes = await readFile(join(dir, file)).catch(() => null);
		if (!bytes) continue;
		const imported = importArticle(bytes, article, data, file);
		if (imported.ok) texts.push(passagesIn(bytes, article, data, file));
		else issues.push(...imported.issues);
	}
	return { texts, issues };
}

function passagesIn(
	bytes: Uint8Array,
	article: SourceArticle,
	data: SourceData,
	file: string
): Original {
	return originalPassages(decode(bytes, file).text ?? '', article, gazetteerOf(data, SIMPLIFIED));
}

function withOriginals(atlas: Atlas, originals: readonly Original[]): Atlas {
	const articles = atlas.articles.map((article) => {
		return { ...article, hasOriginal: originals.some((one) => one.article === article.id) };
	});
	return { ...atlas, articles };
}

function json(name: string, value: unknown): [string, string] {
	return [name, `${JSON.stringify(value)}\n`];
}

async function fontsFor(
	first: ReadonlySet<string>,
	data: SourceData
): Promise<Awaited<ReturnType<typeof labelFonts>> | Issue> {
	try {
		return await labelFonts(first, mapCharacters(data));
	} catch (error) {
		return {
			rule: 'map-font',
			severity: 'error',
			file: 'atlas.json',
			message: {
				zh: `地图上的名称画不出来：${(error as Error).message}`,
				en: `The names on the map can't be drawn: ${(error as Error).message}`
			},
			fix: {
				zh: '在地点、线路和图层的名称里找出这些字。',
				en: 'Look for these characters in the names of sites, lines and layers.'
			}
		};
	}
}
