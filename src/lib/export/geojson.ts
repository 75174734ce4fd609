import type { Export } from './export';
import { rightHanded } from './right-handed';

/**
 * Sites as GeoJSON (RFC 7946): WGS-84, one feature a site and line of the file, geometry `null`
 * where nobody has published the place. Title and terms stand at the top as foreign members.
 */
export function geojsonOf({ title, terms, sites }: Export): string {
	const features = sites.map(({ id, facts, geometry }) =>
		JSON.stringify({
			type: 'Feature',
			id,
			properties: facts,
			geometry: geometry && rightHanded(geometry)
		})
	);
	const top = JSON.stringify({ title_zh: title.zh, title_en: title.en, ...terms }).slice(1, -1);
	return `{"type":"FeatureCollection",${top},"features":[\n${features.join(',\n')}\n]}\n`;
}
