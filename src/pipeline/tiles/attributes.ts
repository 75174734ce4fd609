import type { Feature, GeoJsonProperties } from 'geojson';

/** What an editor chose of the attributes, by name. */
export interface AttributeChoice {
	/** Only these are kept; `null` for all. */
	keep: readonly string[] | null;
	/** These are left out. */
	drop: readonly string[];
	/** Its number says which features matter most: larger first. */
	rank: string | null;
	/** Its value is the id of features that have none. */
	id: string | null;
}

/** The attributes that go into tiles. `null`s are left out, which vector tiles don't know. */
export function chosenAttributes(
	properties: GeoJsonProperties,
	{ keep, drop }: AttributeChoice
): Record<string, unknown> {
	const chosen: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(properties ?? {})) {
		// the encoder of tiles can't tell such a name from what every object has
		if (value === null || name in Object.prototype) continue;
		if ((keep === null || keep.includes(name)) && !drop.includes(name)) chosen[name] = value;
	}
	return chosen;
}

/** The id of a feature, or what `--id` names. */
export function idOf({ id, properties }: Feature, { id: named }: AttributeChoice): unknown {
	return id ?? (named === null ? undefined : (properties?.[named] as unknown));
}

/** Whether an id can be the number that a vector tile knows a feature by. */
export function isTileId(id: unknown): id is number {
	return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0;
}

/** How important a feature is; −Infinity if nothing says. */
export function rankOf(properties: GeoJsonProperties, { rank }: AttributeChoice): number {
	const value: unknown = rank === null ? null : properties?.[rank];
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : -Infinity;
}
