import type { Feature } from 'geojson';
import type { ArchiveInfo } from './pmtiles-writer';

type Fields = ArchiveInfo['layers'][number]['fields'];

/** The type of each property; mixed ones are called texts. */
export function fieldTypes(features: readonly Feature[]): Fields {
	const types = new Map<string, Fields[string]>();
	for (const { properties } of features) {
		for (const [key, value] of Object.entries(properties ?? {})) {
			if (value === null) continue;
			const type = TYPES[typeof value] ?? 'String';
			types.set(key, (types.get(key) ?? type) === type ? type : 'String');
		}
	}
	return Object.fromEntries(types);
}

const TYPES: Record<string, Fields[string]> = { number: 'Number', boolean: 'Boolean' };
