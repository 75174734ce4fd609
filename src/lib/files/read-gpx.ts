import { Collector } from './collector';
import { FileFault, type FilePlace } from './fault';
import type { ReadFile } from './own-file';
import { childrenOf, textsOf, walkXml, type Element } from './walk-xml';

const TEXTS = ['name', 'desc', 'cmt', 'type', 'sym', 'time', 'ele', 'number'];

/** Reads waypoints, routes and tracks of GPX 1.0 and 1.1. Legs of a single point are left out. */
export function readGpx(xml: string, place: FilePlace = {}): ReadFile {
	const collector = new Collector();
	walkXml(
		xml,
		['wpt', 'rte', 'trk'],
		(element) => {
			const here = { ...place, line: element.line, feature: collector.count + 1 };
			collector.add(geometryOf(element, here), textsOf(element, TEXTS), here);
		},
		place
	);
	return collector.finish('GPX');
}

function geometryOf(element: Element, place: FilePlace): unknown {
	if (element.name === 'wpt') return { type: 'Point', coordinates: positionOf(element, place) };
	const legs =
		element.name === 'rte'
			? [childrenOf(element, 'rtept')]
			: childrenOf(element, 'trkseg').map((segment) => childrenOf(segment, 'trkpt'));
	const lines = legs
		.filter((points) => points.length > 1)
		.map((points) => points.map((point) => positionOf(point, place)));
	return lines.length === 1
		? { type: 'LineString', coordinates: lines[0] }
		: { type: 'MultiLineString', coordinates: lines };
}

function positionOf({ attributes, line }: Element, place: FilePlace): number[] {
	const { lon = '', lat = '' } = attributes;
	const position = [lon, lat].map((text) => (text.trim() === '' ? NaN : Number(text)));
	if (!position.every(Number.isFinite))
		throw new FileFault('coordinates', { ...place, line }, `lon="${lon}" lat="${lat}"`);
	return position;
}
