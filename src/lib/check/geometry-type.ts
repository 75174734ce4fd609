import type { Geometry } from 'geojson';
import type { Bilingual, LayerType } from '../atlas/schema';
import { inside, placeOfFeature, placeOfSite, type Place } from './walk';
import type { Finding, Rule } from './rule';

const LINES: Geometry['type'][] = ['LineString', 'MultiLineString'];
const AREAS: Geometry['type'][] = ['Polygon', 'MultiPolygon'];

/** What the map can draw of each layer. */
const DRAWN: Record<LayerType, Geometry['type'][]> = {
	water: AREAS,
	green: AREAS,
	road: LINES,
	railway: LINES,
	'metro-track': LINES,
	'metro-station': ['Point'],
	label: ['Point']
};

const SITE_TYPES: Geometry['type'][] = ['Point', ...LINES, ...AREAS];
const SITE: Bilingual = { zh: '地点', en: 'A site' };

export const geometryType: Rule = {
	name: 'geometry-type',
	why: {
		zh: '一个图层只画一种图形，别的图形看不见。',
		en: 'A layer draws one kind of geometry; any other stays invisible.'
	},
	severity: 'error',
	find: (data) => {
		const sites = data.sites.map((site) => {
			const type = site.geometry?.type;
			return wrong(type, [...SITE_TYPES, undefined], SITE, placeOfSite(site));
		});
		const others = data.layers.flatMap(({ record, file, features }) =>
			features.map((feature) => {
				const { type } = record;
				const what = { zh: `${type}图层要素`, en: `A feature of a ${type} layer` };
				// like a site, a station that tells how it was located may have no geometry
				const located = feature.properties['location'] ? [undefined] : [];
				const allowed = [...DRAWN[type], ...located];
				return wrong(feature.geometry?.type, allowed, what, placeOfFeature(file, feature));
			})
		);
		return [...sites, ...others].flat();
	}
};

function wrong(
	type: Geometry['type'] | undefined,
	allowed: readonly (Geometry['type'] | undefined)[],
	what: Bilingual,
	place: Place
): Finding[] {
	if (allowed.includes(type)) return [];
	const names = allowed.filter((name) => name !== undefined);
	return [
		{
			...inside(place, 'geometry', 'type'),
			message: type
				? { zh: `${what.zh}的图形是${type}。`, en: `${what.en} has a ${type}.` }
				: { zh: `${what.zh}没有图形。`, en: `${what.en} has no geometry.` },
			fix: {
				zh: `画成${names.join('或')}，或删去它。`,
				en: `Draw it as ${names.join(' or ')}, or take it out.`
			}
		}
	];
}
