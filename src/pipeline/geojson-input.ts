import type { Feature, Geometry } from 'geojson';
import type { Bilingual } from '../lib/atlas/schema';
import { lineAt, nodeAt, parseJson } from '../lib/text/json-positions';
import type { Issue } from '../lib/source/types';

/**
 * The features of any GeoJSON text (a collection, one feature or one geometry) that have a
 * geometry, or everything that is wrong with it: the first fault of each feature, with its line.
 *
 * It takes files of many megabytes, which is why it is not check-geojson: that took 9 s and 2 GB
 * for 14 MB.
 *
 * @param file name of the file, for the messages
 */
export function parseGeojson(text: string, file: string): { features: Feature[]; issues: Issue[] } {
	const value = parse(text, file);
	if ('issues' in value) return { features: [], issues: value.issues };
	const { list, path } = featuresOf(value.value);
	const faults = list.flatMap((feature, i) => featureFault(feature, path(i)) ?? []);
	const features = list.filter((feature): feature is Feature => Boolean(feature?.geometry));
	if (faults.length === 0 && features.length === 0) faults.push(EMPTY);
	return { features, issues: faults.length > 0 ? located(faults, text, file) : [] };
}

interface Fault {
	path: (string | number)[];
	message: Bilingual;
	fix: Bilingual;
	feature?: string;
}

const EMPTY: Fault = {
	path: [],
	message: { zh: '没有一个要素带几何图形。', en: 'No feature has a geometry.' },
	fix: {
		zh: '看看导出时是否带上了几何图形。',
		en: 'Check that the export took the geometry along.'
	}
};

function parse(text: string, file: string): { value: unknown } | { issues: Issue[] } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		const fix = {
			zh: '改正这一处，或重新导出文件。',
			en: 'Mend this place, or export the file again.'
		};
		const issues = parseJson(text).faults.map(({ offset, message }) => ({
			...problem(file, {
				path: [],
				message: { zh: `这不是JSON：${message.zh}。`, en: `This is not JSON: ${message.en}.` },
				fix
			}),
			...lineAt(text, offset)
		}));
		return { issues };
	}
}

/** The features of a GeoJSON value, not yet checked, and where each stands in it. */
function featuresOf(value: unknown): {
	list: (Partial<Feature> | null)[];
	path: (index: number) => Fault['path'];
} {
	const object = value as { type?: unknown; features?: unknown } | null;
	if (object?.type === 'FeatureCollection' && Array.isArray(object.features)) {
		return { list: object.features as Feature[], path: (index) => ['features', index] };
	}
	const isGeometry = typeof object?.type === 'string' && object.type in DEPTHS;
	const feature = isGeometry
		? { type: 'Feature' as const, properties: {}, geometry: object as Geometry }
		: (object as Feature | null);
	return { list: [feature], path: () => [] };
}

function featureFault(feature: Partial<Feature> | null, path: Fault['path']): Fault | null {
	if (feature?.type !== 'Feature') {
		const message = {
			zh: `这不是GeoJSON要素：它的type是${shown(feature?.type)}。`,
			en: `This is not a GeoJSON feature: its type is ${shown(feature?.type)}.`
		};
		const fix = {
			zh: '把文件存成GeoJSON（FeatureCollection）。',
			en: 'Save the file as GeoJSON (a FeatureCollection).'
		};
		return { path, message, fix };
	}
	if (!feature.geometry) return null;
	const fault = geometryFault(feature.geometry, []);
	if (!fault) return null;
	const id = feature.id === undefined ? {} : { feature: String(feature.id) };
	const inside = feature.geometry && path.length > 0 ? ['geometry'] : [];
	return { ...fault, path: [...path, ...inside, ...fault.path], ...id };
}

/** How deep the positions lie in `coordinates`. */
const DEPTHS: Record<Geometry['type'], number> = {
	Point: 0,
	MultiPoint: 1,
	LineString: 1,
	MultiLineString: 2,
	Polygon: 2,
	MultiPolygon: 3,
	GeometryCollection: -1
};

const SHORTEST: Partial<Record<Geometry['type'], number>> = {
	LineString: 2,
	MultiLineString: 2,
	Polygon: 4,
	MultiPolygon: 4
};

function geometryFault(geometry: Geometry, path: Fault['path']): Fault | null {
	if (!(geometry?.type in DEPTHS)) {
		const message = {
			zh: `${shown(geometry?.type)}不是几何图形的类型。`,
			en: `${shown(geometry?.type)} is not a type of geometry.`
		};
		const types = Object.keys(DEPTHS);
		const fix = {
			zh: `改为以下之一：${types.join('、')}。`,
			en: `Write one of ${types.join(', ')}.`
		};
		return { path: [...path, 'type'], message, fix };
	}
	if (geometry.type === 'GeometryCollection') {
		return first(geometry.geometries, (part, i) => geometryFault(part, [...path, 'geometries', i]));
	}
	const shortest = SHORTEST[geometry.type] ?? 0;
	return coordinatesFault(geometry.coordinates, DEPTHS[geometry.type], shortest, [
		...path,
		'coordinates'
	]);
}

function coordinatesFault(
	value: unknown,
	depth: number,
	shortest: number,
	path: Fault['path']
): Fault | null {
	if (depth === 0) return positionFault(value, path);
	if (!Array.isArray(value) || value.length === 0 || (depth === 1 && value.length < shortest)) {
		const least = depth === 1 ? shortest || 1 : 1;
		const message = {
			zh: `${shown(value)}不是至少${least}项的列表。`,
			en: `${shown(value)} is not a list of ${least} or more.`
		};
		const fix = { zh: '补全或删去这个图形。', en: 'Complete or delete this geometry.' };
		return { path, message, fix };
	}
	return first(value, (item, i) => coordinatesFault(item, depth - 1, shortest, [...path, i]));
}

function positionFault(value: unknown, path: Fault['path']): Fault | null {
	const [lng, lat] = Array.isArray(value) ? (value as unknown[]) : [];
	if (typeof lng !== 'number' || typeof lat !== 'number') {
		const message = {
			zh: `${shown(value)}不是坐标。`,
			en: `${shown(value)} is not a position.`
		};
		const fix = {
			zh: '写成数字：[经度, 纬度]。',
			en: 'Write [longitude, latitude] as numbers.'
		};
		return { path, message, fix };
	}
	if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null;
	const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
	const message = {
		zh: `${shown(value)}不在地球上：经度为−180至180，纬度为−90至90。`,
		en: `${shown(value)} is not on the globe: longitude is −180 to 180, latitude −90 to 90.`
	};
	const fix = swapped
		? { zh: '把经度写在前面。', en: 'Write the longitude first.' }
		: {
				zh: '用WGS-84的度数（EPSG:4326）导出文件。',
				en: 'Export the file in WGS-84 degrees (EPSG:4326).'
			};
	return { path, message, fix };
}

function first<T>(list: readonly T[], faultOf: (item: T, i: number) => Fault | null): Fault | null {
	for (const [i, item] of list.entries()) {
		const fault = faultOf(item, i);
		if (fault) return fault;
	}
	return null;
}

function located(faults: Fault[], text: string, file: string): Issue[] {
	const { root } = parseJson(text);
	return faults.map((fault) => ({
		...problem(file, fault),
		...(root && lineAt(text, nodeAt(root, fault.path).start))
	}));
}

function problem(file: string, { message, fix, feature }: Fault): Issue {
	const id = feature === undefined ? {} : { feature };
	return { rule: 'geojson', severity: 'error', file, ...id, message, fix };
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'missing';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
