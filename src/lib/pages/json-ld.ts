import type { Atlas, Lang, Site } from '../atlas/atlas';
import { geometryBounds } from '../geo/bounds';
import { cardFile, pathOf } from './addresses';

/**
 * What a site is, for search engines: a schema.org `Place` in a `<script>` that is data, which
 * browsers do not run.
 * Coordinates only where the place is known exactly or approximately, with its accuracy in metres
 * beside them. No postal address: none is known.
 *
 * Vocabulary: https://schema.org/Place
 */
export function placeScript(site: Site, atlas: Pick<Atlas, 'address'>, lang: Lang): string {
	const { id, name, aliases, location, geometry, history } = site;
	const { address } = atlas;
	const other = lang === 'zh' ? 'en' : 'zh';
	const url = address && address + pathOf(`sites/${id}/`, lang);
	const isPlaced = location.precision === 'exact' || location.precision === 'approximate';
	const place = {
		'@context': 'https://schema.org',
		'@type': 'Place',
		...(address && { '@id': url, url, image: `${address}data/${cardFile(lang, id)}` }),
		name: name[lang],
		alternateName: [name[other], ...aliases[lang], ...aliases[other]],
		description: history.at(-1)?.note[lang],
		...(isPlaced && geometry && { geo: geoOf(geometry), additionalProperty: accuracyOf(site) })
	};
	// A `</script>` in a name must not end the element.
	const json = JSON.stringify(place).replaceAll('<', '\\u003c');
	return `<script type="application/ld+json">${json}</script>`;
}

function geoOf(geometry: NonNullable<Site['geometry']>): object {
	if (geometry.type === 'Point') {
		const [longitude, latitude] = geometry.coordinates;
		return { '@type': 'GeoCoordinates', latitude, longitude };
	}
	const [west, south, east, north] = geometryBounds(geometry);
	return { '@type': 'GeoShape', box: `${south},${west} ${north},${east}` };
}

function accuracyOf({ location }: Site): object {
	return {
		'@type': 'PropertyValue',
		name: 'accuracy',
		value: location.accuracy,
		unitCode: 'MTR'
	};
}
