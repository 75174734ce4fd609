import type { Geometry, Position } from 'geojson';
import { escapeXml } from '../text/xml';
import type { Export, ExportedSite } from './export';
import { rightHanded } from './right-handed';

/**
 * Sites as KML 2.2: a placemark each, its facts as ExtendedData, without geometry where nobody
 * has published the place. The terms are the description of the document.
 *
 * Format: OGC 07-147r2, whose order of elements this keeps.
 */
export function kmlOf({ title, terms, sites }: Export): string {
	const about = Object.entries(terms).map(([key, value]) => `${key}: ${value}`);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<kml xmlns="http://www.opengis.net/kml/2.2">',
		'<Document>',
		element('name', `${title.zh} / ${title.en}`),
		element('description', about.join('\n')),
		...sites.map(placemark),
		'</Document>',
		'</kml>',
		''
	].join('\n');
}

function placemark({ id, name, facts, geometry }: ExportedSite): string {
	const data = Object.entries(facts)
		.filter(([, value]) => value !== null)
		.map(([key, value]) => `<Data name="${key}">${element('value', String(value))}</Data>`);
	// an XML id can't begin with a digit, a site's can
	return [
		`<Placemark id="site-${id}">`,
		element('name', name),
		'<ExtendedData>',
		...data,
		'</ExtendedData>',
		...(geometry ? [shape(rightHanded(geometry))] : []),
		'</Placemark>'
	].join('\n');
}

function shape(geometry: Geometry): string {
	switch (geometry.type) {
		case 'Point':
			return `<Point>${positions([geometry.coordinates])}</Point>`;
		case 'LineString':
			return `<LineString>${positions(geometry.coordinates)}</LineString>`;
		case 'Polygon':
			return polygon(geometry.coordinates);
		case 'GeometryCollection':
			return multi(geometry.geometries);
		case 'MultiPoint':
			return multi(geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })));
		case 'MultiLineString':
			return multi(
				geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
			);
		case 'MultiPolygon':
			return multi(geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
	}
}

function multi(parts: readonly Geometry[]): string {
	return `<MultiGeometry>${parts.map(shape).join('')}</MultiGeometry>`;
}

function polygon(rings: readonly Position[][]): string {
	const boundaries = rings.map((ring, i) => {
		const side = i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
		return `<${side}><LinearRing>${positions(ring)}</LinearRing></${side}>`;
	});
	return `<Polygon>${boundaries.join('')}</Polygon>`;
}

function positions(list: readonly Position[]): string {
	const pairs = list.map(([lng = 0, lat = 0]) => `${lng},${lat}`);
	return `<coordinates>${pairs.join(' ')}</coordinates>`;
}

function element(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}
