import { parseJson } from '../text/json-positions';
import { lineAt } from '../text/line-at';
import { Collector } from './collector';
import { FileFault } from './fault';
import type { ReadFile } from './own-file';

/** Systems of the old member `crs` that mean longitude and latitude; the second is CGCS2000. */
const CRS = [
	{ pattern: /(?:CRS:?84|EPSG:+4326)$/i, datum: 'WGS-84' },
	{ pattern: /EPSG:+4490$/i, datum: 'CGCS2000' }
] as const;

type Json = Record<string, unknown>;

/** Reads GeoJSON (RFC 7946): a collection, a feature, or a geometry. */
export function readGeoJson(text: string): ReadFile {
	const root = parse(text);
	const collector = new Collector();
	if (!isObject(root)) throw new FileFault('not-geojson', {}, root);
	collector.named = datumOf(root['crs']);
	const { type, features } = root;
	if (type === 'FeatureCollection') {
		if (!Array.isArray(features)) throw new FileFault('not-geojson', {}, 'features');
		for (const feature of features) add(collector, feature);
	} else if (type === 'Feature') {
		add(collector, root);
	} else if (typeof type === 'string' && ('coordinates' in root || 'geometries' in root)) {
		collector.add(root, [], {});
	} else throw new FileFault('not-geojson', {}, type ?? Object.keys(root).slice(0, 5));
	return collector.finish('GeoJSON');
}

function add(collector: Collector, feature: unknown): void {
	const place = { feature: collector.count + 1 };
	if (!isObject(feature) || feature['type'] !== 'Feature')
		throw new FileFault('not-geojson', place, isObject(feature) ? feature['type'] : feature);
	const { id, properties, geometry } = feature;
	const own = isObject(properties) ? Object.entries(properties) : [];
	const hasId = id !== undefined && !own.some(([key]) => key === 'id');
	collector.add(geometry, hasId ? [['id', id], ...own] : own, place);
}

/** @throws FileFault at the place where it is not JSON */
function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// Browsers don't all say where; reading again does, and is only done then.
		const offset = faultIn(text);
		throw new FileFault('json', lineAt(text, offset), text.slice(offset, offset + 40));
	}
}

function faultIn(text: string): number {
	const [fault] = parseJson(text).faults;
	if (fault?.isTooDeep) throw new FileFault('too-deep', {}, text.slice(0, 40));
	return fault?.offset ?? 0;
}

function datumOf(crs: unknown) {
	if (crs === undefined || crs === null) return null;
	const properties = isObject(crs) ? crs['properties'] : undefined;
	const name = isObject(properties) ? properties['name'] : undefined;
	const known = typeof name === 'string' ? CRS.find(({ pattern }) => pattern.test(name)) : null;
	if (!known) throw new FileFault('crs', {}, name ?? crs);
	return known.datum;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
