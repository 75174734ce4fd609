import type { Feature } from 'geojson';
import { isDeepStrictEqual } from 'node:util';
import { LAYER_PROPERTIES, type LayerRecord } from '../../lib/atlas/schema';
import { SITE_FILES } from '../../lib/source/site-files';
import type { SourceData } from '../../lib/source/types';
import type { Changes } from './commit';
import { insertInList, written } from '../../lib/source/edit-json';
import { layerText } from './make-layer';
import type { SiteFeature } from './make-sites';
import { refusal } from './problem';
import type { SettledSource } from './settle-source';

/** Texts of the files that may change, by path; `null` for one that is not there. */
export type Texts = ReadonlyMap<string, string | null>;

const SOURCES = 'sources.json';
const ATLAS = 'atlas.json';

/** The file of sites whose geometry is under a licence. */
export function siteFileOf(licence: LayerRecord['licence']): string {
	const file = Object.keys(SITE_FILES).find((one) => SITE_FILES[one] === licence);
	if (file === undefined) throw new Error(`No file of sites is under ${licence}`);
	return file;
}

/** The files that sites are written to, the one that needs the others last. */
export function sitePaths(file: string, { isNew }: SettledSource): string[] {
	return [...(isNew ? [SOURCES] : []), file];
}

/** Sites at the end of their file, and their source if it is new. */
export function siteChanges(
	file: string,
	sites: readonly SiteFeature[],
	source: SettledSource,
	texts: Texts
): Changes {
	if (sites.length === 0) return new Map();
	const text = texts.get(file) ?? '{\n\t"type": "FeatureCollection",\n\t"features": []\n}\n';
	return new Map([...sourceChange(source, texts), [file, insertInList(text, 'features', sites)]]);
}

/** The files that a layer is written to, the one that lists it last. */
export function layerPaths(id: string, { isNew }: SettledSource): string[] {
	const own = [`layers/${id}.geojson`, `layers/${id}.layer.json`];
	return [...own, ...(isNew ? [SOURCES] : []), ATLAS];
}

/**
 * A layer's two files, its entry in atlas.json, and its source if it is new. Nothing, if all of it
 * is there already.
 *
 * @throws Refusal if there is another layer of its id
 */
export function layerChanges(
	record: LayerRecord,
	features: readonly Feature[],
	source: SettledSource,
	data: SourceData,
	texts: Texts
): Changes {
	const [features_, record_] = layerPaths(record.id, source) as [string, string];
	const text = layerText(features);
	const [oldText, oldRecord] = [texts.get(features_) ?? null, texts.get(record_) ?? null];
	const isOther = oldText !== null && oldText !== text;
	if (isOther || (oldRecord !== null && !isSameRecord(oldRecord, record))) {
		const message = `There is a layer "${record.id}" already, and it says something else.`;
		const fix = `Give another --id; to replace it, first delete both its files and its entry in ${ATLAS}.`;
		throw refusal(isOther ? features_ : record_, message, fix);
	}
	const atlas = texts.get(ATLAS) ?? '';
	const isListed = data.atlas.layers.includes(record.id);
	return new Map([
		...(oldText === null ? [[features_, text] as const] : []),
		...(oldRecord === null ? [[record_, `${written(record)}\n`] as const] : []),
		...sourceChange(source, texts),
		...(isListed
			? []
			: [[ATLAS, insertInList(atlas, 'layers', [record.id], orderIn(data, record))] as const])
	]);
}

/** The same but for the day of its conversion. */
function isSameRecord(text: string, record: LayerRecord): boolean {
	const timeless = ({ conversion, ...rest }: LayerRecord) => {
		return { ...rest, conversion: conversion && { ...conversion, on: '' } };
	};
	try {
		return isDeepStrictEqual(timeless(JSON.parse(text) as LayerRecord), timeless(record));
	} catch {
		return false;
	}
}

function sourceChange({ record, isNew }: SettledSource, texts: Texts): [string, string][] {
	if (!isNew) return [];
	return [[SOURCES, insertInList(texts.get(SOURCES) ?? '', 'sources', [record])]];
}

/** Above the layers of its own type and of those that lie below it. */
function orderIn({ atlas, layers }: SourceData, { type }: LayerRecord): number {
	const order = Object.keys(LAYER_PROPERTIES);
	const below = layers
		.filter(({ record }) => order.indexOf(record.type) <= order.indexOf(type))
		.map(({ record }) => atlas.layers.indexOf(record.id));
	return Math.max(-1, ...below) + 1;
}
