import type { Geometry } from 'geojson';
import type { LayerType } from '../../lib/atlas/schema';
import { placeOfFeature, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

const LINES: Geometry['type'][] = ['LineString', 'MultiLineString'];
const AREAS: Geometry['type'][] = ['Polygon', 'MultiPolygon'];

/** What the map can draw of each layer. */
export const DRAWN: Record<LayerType, Geometry['type'][]> = {
	water: AREAS,
	green: AREAS,
	road: LINES,
	railway: LINES,
	'metro-track': LINES,
	'metro-station': ['Point'],
	label: ['Point']
};

/** What a site can be. */
export const SITE_TYPES: Geometry['type'][] = ['Point', ...LINES, ...AREAS];

export const geometryType: Rule = {
	name: 'geometry-type',
	why: 'A layer draws one kind of geometry; any other stays invisible.',
	severity: 'error',
	find: (data) => {
		const sites = data.sites.map((site) => {
			const type = site.geometry?.type;
			return wrong(type, [...SITE_TYPES, undefined], 'A site', placeOfSite(site));
		});
		const others = data.layers.flatMap(({ record, file, features }) =>
			features.map(({ geometry, properties, ...feature }) => {
				const what = `A feature of a ${record.type} layer`;
				// like a site, a station that tells how it was located may have no geometry
				const allowed = [...DRAWN[record.type], ...(properties['location'] ? [undefined] : [])];
				return wrong(geometry?.type, allowed, what, placeOfFeature(file, feature));
			})
		);
		return [...sites, ...others].flat();
	}
};

function wrong(
	type: Geometry['type'] | undefined,
	allowed: readonly (Geometry['type'] | undefined)[],
	what: string,
	place: Place
): Finding[] {
	if (allowed.includes(type)) return [];
	const names = allowed.filter((name) => name !== undefined).join(' or ');
	return [
		{
			...place,
			message: `${what} has ${type ? `a ${type}` : 'no geometry'}.`,
			fix: `Draw it as ${names}, or take it out.`
		}
	];
}
