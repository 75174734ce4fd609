import * as v from 'valibot';
import {
	ArticleFile,
	AtlasFile,
	LAYER_PROPERTIES,
	LayerRecord,
	Line,
	SCHEMA_VERSION,
	SiteProperties,
	Source,
	type LayerType
} from '../atlas/schema';
import { nodeAt } from '../text/json-positions';
import { lineStarts } from '../text/line-at';
import type { FolderFiles } from './folder-files';
import { idOf, placeOf, readJson, validate, type JsonFile } from './read-json';
import { readFeatures } from './read-features';
import { readText } from './read-text';
import { parseRetelling } from './retelling';
import { SITE_FILES, SITES_FILE } from './site-files';
import type {
	Issue,
	SourceArticle,
	SourceData,
	SourceFile,
	SourceLayer,
	SourceSite
} from './types';

/**
 * Reads the files of an atlas. Every one is read, however broken another one is, and everything that is
 * wrong with any of them is in `issues`. `data` holds what could be used; it is `null` only if
 * atlas.json or a file of sites can't be. `files` are those that were there and in UTF-8.
 */
export function readFiles(folder: FolderFiles): {
	data: SourceData | null;
	issues: Issue[];
	files: ReadonlyMap<string, SourceFile>;
} {
	const reading: Reading = {
		folder,
		issues: [],
		unread: new Set(),
		files: new Map(),
		recordIndex: new Map()
	};
	const names = new Set(folder.keys());
	const atlasJson = open(reading, 'atlas.json');
	const atlas = atlasJson.root && validate(atlasJson, atlasJson.root, AtlasFile);
	const listed = listedIn(atlasJson);
	const sources = readRecords(reading, 'sources.json', 'sources', Source);
	const lines = names.has('lines.json') ? readRecords(reading, 'lines.json', 'lines', Line) : [];
	const siteFiles = Object.keys(SITE_FILES).filter(
		(file) => file === SITES_FILE || names.has(file)
	);
	const sites = siteFiles.map((file) => readSites(reading, file));
	const layers = listed.layers.flatMap((id) => readLayer(reading, id) ?? []);
	const articles = listed.articles.flatMap((slug) => readArticle(reading, slug) ?? []);
	if (atlasJson.root) reading.issues.push(...unlisted(names, listed));
	const { issues, unread, files, recordIndex } = reading;
	if (!atlas || sites.includes(null)) return { data: null, issues, files };
	const parts = {
		atlas,
		sources,
		lines,
		sites: sites.flatMap((list) => list ?? []),
		layers,
		articles
	};
	return { data: { ...parts, unread, files, recordIndex }, issues, files };
}

interface Reading {
	folder: FolderFiles;
	issues: Issue[];
	unread: Set<string>;
	files: Map<string, SourceFile>;
	recordIndex: Map<object, number>;
}

/** Opens a JSON file; its issues, found now or later, are those of the reading. */
function open(reading: Reading, file: string): JsonFile {
	const json = readJson(reading.folder, file);
	reading.issues.push(...json.issues);
	if (!json.root) reading.unread.add(file);
	if (json.text !== '')
		reading.files.set(file, { text: json.text, lines: json.lines, root: json.root });
	return { ...json, issues: reading.issues };
}

/** The layers and articles that atlas.json lists, also if something else in it is wrong. */
function listedIn({ root }: JsonFile): { layers: string[]; articles: string[] } {
	const ids = (key: string): string[] => {
		const list: unknown = root?.members?.get(key)?.value;
		return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
	};
	return { layers: [...new Set(ids('layers'))], articles: [...new Set(ids('articles'))] };
}

/** The records of sources.json or lines.json; one that is wrong does not take others along. */
function readRecords<S extends v.GenericSchema>(
	reading: Reading,
	file: string,
	key: string,
	schema: S
): v.InferOutput<S>[] {
	const json = open(reading, file);
	if (!json.root) return [];
	const Envelope = v.strictObject({
		schema: v.literal(SCHEMA_VERSION),
		[key]: v.array(v.unknown())
	});
	validate(json, json.root, Envelope);
	return (json.root.members?.get(key)?.items ?? []).flatMap((node, index) => {
		const record = validate(json, node, schema, idOf(node));
		if (record === null) reading.unread.add(idOf(node) ?? file);
		else reading.recordIndex.set(record as object, index);
		return record === null ? [] : [record];
	});
}

function readSites(reading: Reading, file: string): SourceSite[] | null {
	const sites = takeFeatures(reading, open(reading, file), SiteProperties);
	return sites?.map((site) => ({ ...site, file })) ?? null;
}

function takeFeatures<S extends v.GenericSchema>(reading: Reading, json: JsonFile, schema: S) {
	const { features, rejected } = readFeatures(json, schema);
	for (const id of rejected) reading.unread.add(id);
	if (!features || rejected.length > 0) reading.unread.add(json.file);
	return features;
}

function readLayer(reading: Reading, id: string): SourceLayer | null {
	const recordJson = open(reading, `layers/${id}.layer.json`);
	const json = open(reading, `layers/${id}.geojson`);
	const record = recordJson.root && validate(recordJson, recordJson.root, LayerRecord, id);
	if (record) expectName(recordJson, record.id, id);
	const type: unknown = recordJson.root?.members?.get('type')?.value;
	const known = typeof type === 'string' && Object.hasOwn(LAYER_PROPERTIES, type);
	const schema = known ? LAYER_PROPERTIES[type as LayerType] : v.looseObject({});
	const features = takeFeatures(reading, json, schema as v.GenericSchema<Record<string, unknown>>);
	if (record && features) return { record, file: json.file, features };
	reading.unread.add(json.file);
	return null;
}

function readArticle(reading: Reading, slug: string): SourceArticle | null {
	const folder = `articles/${slug}`;
	const json = open(reading, `${folder}/article.json`);
	const record = json.root && validate(json, json.root, ArticleFile, slug);
	if (record) expectName(json, record.id, slug);
	const zh = readRetelling(reading, `${folder}/zh.md`);
	const en = readRetelling(reading, `${folder}/en.md`);
	if (!record) {
		reading.unread.add(folder);
		return null;
	}
	return {
		record,
		retelling: { zh: zh.retelling, en: en.retelling },
		places: { zh: zh.places, en: en.places }
	};
}

function readRetelling(reading: Reading, file: string) {
	const { text, issues } = readText(reading.folder, file);
	const parsed = parseRetelling(text ?? '', file);
	if (text !== null) reading.files.set(file, { text, lines: lineStarts(text), root: null });
	reading.issues.push(...issues, ...(text === null ? [] : parsed.issues));
	if (text === null || parsed.issues.length > 0) reading.unread.add(file);
	return parsed;
}

function expectName(json: JsonFile, id: string, name: string): void {
	if (id === name || !json.root) return;
	json.issues.push({
		rule: 'id-and-name',
		severity: 'error',
		file: json.file,
		...placeOf(json, nodeAt(json.root, ['id'])),
		feature: id,
		message: {
			zh: `id是"${id}"，而atlas.json和文件路径写的是"${name}"。`,
			en: `The id is "${id}", but atlas.json and the file's path say "${name}".`
		},
		fix: {
			zh: `写成"id": "${name}"，或给文件和atlas.json里的条目改名。`,
			en: `Write "id": "${name}", or rename the file and its entry in atlas.json.`
		}
	});
}

/** Data files that atlas.json does not list, and that therefore nobody sees. */
function unlisted(
	names: ReadonlySet<string>,
	listed: { layers: string[]; articles: string[] }
): Issue[] {
	const isListed = (name: string): boolean => {
		const layer = /^layers\/(.+?)(?:\.layer\.json|\.geojson)$/.exec(name)?.[1];
		if (layer !== undefined) return listed.layers.includes(layer);
		const article = /^articles\/([^/]+)\/article\.json$/.exec(name)?.[1];
		return article === undefined || listed.articles.includes(article);
	};
	const strays = [...names].filter((name) => !isListed(name)).sort();
	return strays.map((file) => ({
		rule: 'unlisted-file',
		severity: 'warning',
		file,
		message: {
			zh: 'atlas.json没有列出它，所以不会读取。',
			en: 'atlas.json does not list it, so it is not read.'
		},
		fix: {
			zh: '把它的id加进atlas.json的"layers"或"articles"，或删去这个文件。',
			en: 'Add its id to "layers" or "articles" in atlas.json, or remove the file.'
		}
	}));
}
