import type { Atlas } from '../../lib/atlas/atlas';
import { rightHanded } from './right-handed';
import { downloadTerms, siteRecord } from './site-record';

/**
 * All sites as GeoJSON (RFC 7946): WGS-84, one feature a site and line of the file, geometry
 * `null` where nobody has published the place. Licence, attribution and map review stand at the
 * top as foreign members.
 */
export function sitesGeojson(atlas: Atlas): string {
	const features = atlas.sites.map((site) => {
		const { id, ...properties } = siteRecord(site, atlas);
		return JSON.stringify({
			type: 'Feature',
			id,
			properties: { id, ...properties },
			geometry: site.geometry && rightHanded(site.geometry)
		});
	});
	const terms = JSON.stringify(downloadTerms(atlas)).slice(1, -1);
	return `{"type":"FeatureCollection",${terms},"features":[\n${features.join(',\n')}\n]}\n`;
}
