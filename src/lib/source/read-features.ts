import { getIssues } from '@placemarkio/check-geojson';
import type { Geometry } from 'geojson';
import * as v from 'valibot';
import { Id, type Bilingual } from '../atlas/schema';
import { type JsonNode } from '../text/json-positions';
import { lineFrom } from '../text/line-at';
import { idOf, placeOf, validate, type JsonFile } from './read-json';
import { structureFault } from './structure-faults';
import type { Issue, SourceFeature } from './types';

/** The features of a file that can be used, and the ids of those that can't. */
export interface ReadFeatures<P> {
	/** `null` if the file is not a FeatureCollection at all. */
	features: SourceFeature<P>[] | null;
	rejected: string[];
}

/**
 * Reads the features of a GeoJSON file (RFC 7946), each checked by itself so that one broken
 * feature does not take the others along. Unclosed and short rings are left to the rule `ring`.
 *
 * @param schema of a feature's `properties`
 */
export function readFeatures<S extends v.GenericSchema>(
	json: JsonFile,
	schema: S
): ReadFeatures<v.InferOutput<S>> {
	const list = json.root && featuresOf(json, json.root);
	if (!list) return { features: null, rejected: [] };
	const features: SourceFeature<v.InferOutput<S>>[] = [];
	const rejected: string[] = [];
	for (const [index, node] of list.entries()) {
		const feature = readFeature(json, node, index, schema);
		if (feature) features.push(feature);
		else rejected.push(idOf(node) ?? '');
	}
	return { features, rejected: rejected.filter((id) => id !== '') };
}

function featuresOf(json: JsonFile, root: JsonNode): JsonNode[] | null {
	const fault = (node: JsonNode, message: Bilingual, fix: Bilingual): null => {
		json.issues.push(geojsonIssue(json, placeOf(json, node), message, fix));
		return null;
	};
	if (root.members?.get('type')?.value !== 'FeatureCollection') {
		return fault(
			root,
			{
				zh: '这不是GeoJSON的FeatureCollection。',
				en: 'This is not a GeoJSON FeatureCollection.'
			},
			{ zh: `文件应当这样开头：${OPENING}`, en: `Begin it with ${OPENING}` }
		);
	}
	for (const [key, node] of root.members) {
		if (key === 'type' || key === 'features') continue;
		if (key === 'crs') fault(node, CRS, NO_CRS);
		else {
			fault(
				node,
				{
					zh: `"${key}"不属于这里的FeatureCollection。`,
					en: `"${key}" is not part of a FeatureCollection here.`
				},
				{ zh: '删去它。', en: 'Take it out.' }
			);
		}
	}
	const features = root.members.get('features');
	if (features?.items) return features.items;
	return fault(
		features ?? root,
		{ zh: '"features"不是要素的列表。', en: '"features" is not a list of features.' },
		{ zh: `写成${OPENING}`, en: `Write ${OPENING}` }
	);
}

const OPENING = '{"type": "FeatureCollection", "features": [ … ]}';
const CRS: Bilingual = {
	zh: '写了"crs"：GeoJSON一律是WGS-84。',
	en: '"crs" is set: GeoJSON is always WGS-84.'
};
const NO_CRS: Bilingual = {
	zh: '坐标若不是WGS-84（EPSG:4326），先转换，再删去"crs"。',
	en: 'Convert the positions to WGS-84 (EPSG:4326) if they are not, then take "crs" out.'
};
const MEMBERS = new Set(['type', 'id', 'geometry', 'properties']);

function readFeature<S extends v.GenericSchema>(
	json: JsonFile,
	node: JsonNode,
	index: number,
	schema: S
): SourceFeature<v.InferOutput<S>> | null {
	const id = readId(json, node);
	const faults = structureIssues(json, node, id);
	json.issues.push(...faults);
	const properties = node.members?.get('properties');
	const read = properties?.members ? validate(json, properties, schema, id) : null;
	for (const [key, member] of node.members ?? []) {
		if (!MEMBERS.has(key)) json.issues.push(unknownMember(json, member, key, id));
	}
	if (faults.length > 0 || id === undefined || read === null) return null;
	const geometry = node.members?.get('geometry')?.value as Geometry | null;
	return { id, geometry, properties: read, index };
}

function readId(json: JsonFile, node: JsonNode): string | undefined {
	const member = node.members?.get('id');
	if (member && v.is(Id, member.value)) return member.value;
	json.issues.push({
		rule: 'schema',
		severity: 'error',
		file: json.file,
		...placeOf(json, member ?? node),
		message: member
			? {
					zh: `要素的id是${JSON.stringify(member.value)}。`,
					en: `The feature's id is ${JSON.stringify(member.value)}.`
				}
			: { zh: '要素没有id。', en: 'The feature has no id.' },
		fix: {
			zh: '在"type"旁边写上"id"：只用a-z、0-9和单个连字符的文字。',
			en: 'Give it an "id" beside "type": a text of a-z, 0-9 and single hyphens.'
		}
	});
	return undefined;
}

/** What check-geojson says of one feature, with its offsets moved to the file's. */
function structureIssues(json: JsonFile, node: JsonNode, feature?: string): Issue[] {
	const text = json.text.slice(node.start, node.end);
	const issues: Issue[] = [];
	for (const { message, from } of getIssues(text)) {
		// rule `ring` says it better, and repeated keys were already found by the JSON reader
		if (/First and last positions|four or more positions|Duplicate/.test(message)) continue;
		// with an empty ring it stops on an error of its own
		const empty = message.startsWith('Invalid JSON');
		const told = empty ? EMPTY_RING : structureFault(message);
		const place = lineFrom(json.lines, node.start + from);
		issues.push({ ...geojsonIssue(json, place, told, STRUCTURE), ...(feature && { feature }) });
	}
	return issues;
}

const EMPTY_RING: Bilingual = {
	zh: '几何图形有一个环没有任何坐标。',
	en: 'A ring of the geometry has no positions.'
};
const STRUCTURE: Bilingual = {
	zh: '按RFC 7946的写法改，或从地图软件重新导出。',
	en: 'Write the feature as RFC 7946 says, or export it again from a map editor.'
};

function geojsonIssue(
	json: JsonFile,
	place: { line: number; column: number },
	message: Bilingual,
	fix: Bilingual
): Issue {
	return { rule: 'geojson', severity: 'error', file: json.file, ...place, message, fix };
}

function unknownMember(json: JsonFile, node: JsonNode, key: string, feature?: string): Issue {
	return {
		rule: 'unknown-property',
		severity: 'error',
		file: json.file,
		...placeOf(json, node),
		...(feature && { feature }),
		message: {
			zh: `"${key}"写在了"properties"旁边，那里没有谁会读它。`,
			en: `"${key}" stands beside "properties", where nothing reads it.`
		},
		fix: {
			zh: 'docs/data.md有这个属性就移进"properties"，没有就删去。',
			en: 'Move it into "properties" if docs/data.md knows it, else take it out.'
		}
	};
}
