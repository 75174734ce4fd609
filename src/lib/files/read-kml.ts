import { Collector } from './collector';
import { FileFault, type FilePlace } from './fault';
import type { ReadFile } from './own-file';
import { childrenOf, textsOf, walkXml, type Element } from './walk-xml';

/** A document of KML, and where it stands. */
export interface KmlDocument {
	xml: string;
	place?: FilePlace;
}

/** Reads the placemarks of KML 2.2. What it links to is never loaded, and styles are not taken over. */
export function readKml(documents: readonly KmlDocument[], format: 'KML' | 'KMZ'): ReadFile {
	const collector = new Collector();
	for (const { xml, place = {} } of documents)
		walkXml(
			xml,
			['Placemark'],
			(placemark) => {
				const here = { ...place, line: placemark.line, feature: collector.count + 1 };
				const parts = placemark.children.flatMap((child) => geometriesOf(child, here));
				collector.add(single(parts), propertiesOf(placemark), here);
			},
			place
		);
	return collector.finish(format);
}

/** The addresses that the network links of a document lead to. */
export function linksOfKml({ xml, place = {} }: KmlDocument): string[] {
	const links: string[] = [];
	walkXml(
		xml,
		['NetworkLink'],
		(link) => {
			const hrefs = childrenOf(link, 'Link').flatMap((one) => childrenOf(one, 'href'));
			links.push(...hrefs.map(({ text }) => text.trim()));
		},
		place
	);
	return links;
}

function single(parts: readonly object[]): unknown {
	return parts.length > 1 ? { type: 'GeometryCollection', geometries: parts } : parts[0];
}

/** None for an element that is no geometry. */
function geometriesOf(element: Element, place: FilePlace): object[] {
	const here = { ...place, line: element.line };
	switch (element.name) {
		case 'Point':
			return [{ type: 'Point', coordinates: coordinatesOf(element, here)[0] ?? [] }];
		case 'LineString':
		case 'LinearRing':
			return [{ type: 'LineString', coordinates: coordinatesOf(element, here) }];
		case 'Polygon': {
			const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((side) =>
				childrenOf(element, side).flatMap((boundary) => childrenOf(boundary, 'LinearRing'))
			);
			return [{ type: 'Polygon', coordinates: rings.map((ring) => coordinatesOf(ring, here)) }];
		}
		case 'Track': {
			const coordinates = childrenOf(element, 'coord').map(({ text, line }) =>
				positionOf(text.trim().split(/\s+/), text, { ...here, line })
			);
			return [{ type: 'LineString', coordinates }];
		}
		case 'MultiGeometry':
		case 'MultiTrack':
			return element.children.flatMap((child) => geometriesOf(child, here));
		default:
			return [];
	}
}

/** Tuples of longitude, latitude and perhaps height, with white space between them. */
function coordinatesOf(element: Element, place: FilePlace): number[][] {
	const [coordinates] = childrenOf(element, 'coordinates');
	if (!coordinates) return [];
	const here = { ...place, line: coordinates.line };
	const tuples = coordinates.text.replaceAll(/\s*,\s*/g, ',').trim();
	if (tuples === '') return [];
	return tuples.split(/\s+/).map((tuple) => positionOf(tuple.split(','), tuple, here));
}

function positionOf([lng = '', lat = '']: string[], tuple: string, place: FilePlace): number[] {
	// An empty text would be 0.
	if (lng === '' || lat === '') throw new FileFault('coordinates', place, tuple);
	const position = [Number(lng), Number(lat)];
	if (!position.every(Number.isFinite)) throw new FileFault('coordinates', place, tuple);
	return position;
}

function propertiesOf(placemark: Element): [string, string][] {
	const times = [
		...childrenOf(placemark, 'TimeStamp').flatMap((time) => textsOf(time, ['when'])),
		...childrenOf(placemark, 'TimeSpan').flatMap((time) => textsOf(time, ['begin', 'end']))
	];
	const extended = childrenOf(placemark, 'ExtendedData').flatMap((data) => [
		...childrenOf(data, 'Data').map((item) => namedValue(item, childrenOf(item, 'value')[0])),
		...childrenOf(data, 'SchemaData').flatMap((schema) =>
			childrenOf(schema, 'SimpleData').map((item) => namedValue(item, item))
		)
	]);
	return [...textsOf(placemark, ['name', 'description', 'address']), ...times, ...extended];
}

function namedValue(item: Element, value: Element | undefined): [string, string] {
	return [item.attributes['name'] ?? '', value?.text.trim() ?? ''];
}
