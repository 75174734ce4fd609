import type { Feature, GeoJsonProperties } from 'geojson';

/** The type of each property, as TileJSON names it. */
export type FieldTypes = Record<string, 'String' | 'Number' | 'Boolean'>;

/** The type of each property; mixed ones are called texts. */
export function fieldTypes(features: readonly Feature[]): FieldTypes {
	const types = new Map<string, FieldTypes[string]>();
	for (const { properties } of features) addFieldTypes(types, properties);
	return Object.fromEntries(types);
}

/** Adds the types of one feature's properties to those of others. */
export function addFieldTypes(
	types: Map<string, FieldTypes[string]>,
	properties: GeoJsonProperties
): void {
	for (const [key, value] of Object.entries(properties ?? {})) {
		if (value === null) continue;
		const type = TYPES[typeof value] ?? 'String';
		types.set(key, (types.get(key) ?? type) === type ? type : 'String');
	}
}

const TYPES: Record<string, FieldTypes[string]> = { number: 'Number', boolean: 'Boolean' };
