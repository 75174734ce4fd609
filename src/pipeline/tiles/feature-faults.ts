import type { Feature, Geometry } from 'geojson';
import type { Bilingual } from '../../lib/atlas/schema';

/** What is wrong with a feature, and where in it. */
export interface FeatureFault {
	/** Keys and indexes that lead to the place. */
	path: (string | number)[];
	message: Bilingual;
	fix: Bilingual;
}

/**
 * The first fault of what should be a feature: of its type, its geometry or a position of that.
 * `null` and empty geometries are none: RFC 7946 (3.1) lets both stand for "no place".
 *
 * It is not check-geojson: that took 9 s and 2 GB for 14 MB.
 */
export function featureFault(feature: Partial<Feature> | null): FeatureFault | null {
	if (feature?.type !== 'Feature') {
		const message = {
			zh: `这不是GeoJSON要素：它的type是${shown(feature?.type)}。`,
			en: `This is not a GeoJSON feature: its type is ${shown(feature?.type)}.`
		};
		const fix = {
			zh: '把文件存成GeoJSON（FeatureCollection）。',
			en: 'Save the file as GeoJSON (a FeatureCollection).'
		};
		return { path: [], message, fix };
	}
	const { properties } = feature;
	if (typeof (properties ?? {}) !== 'object' || Array.isArray(properties)) {
		const message = {
			zh: `properties是${shown(properties)}。`,
			en: `The properties are ${shown(properties)}.`
		};
		const fix = { zh: '写成对象或null。', en: 'Write an object or null.' };
		return { path: ['properties'], message, fix };
	}
	return feature.geometry ? geometryFault(feature.geometry, ['geometry']) : null;
}

/** A bare geometry as a feature; anything else as it is. */
export function asFeature(value: unknown): Partial<Feature> | null {
	const object = value as { type?: unknown } | null;
	const isGeometry = typeof object?.type === 'string' && object.type in DEPTHS;
	if (!isGeometry) return object as Partial<Feature> | null;
	return { type: 'Feature', properties: {}, geometry: object as Geometry };
}

/** Whether a geometry, whose form is right, has no position at all. */
export function isEmpty(geometry: Geometry): boolean {
	return geometry.type === 'GeometryCollection'
		? geometry.geometries.every(isEmpty)
		: geometry.coordinates.length === 0;
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

function geometryFault(geometry: Geometry, path: FeatureFault['path']): FeatureFault | null {
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
		if (!Array.isArray(geometry.geometries)) {
			const message = {
				zh: `它的geometries是${shown(geometry.geometries)}。`,
				en: `Its geometries are ${shown(geometry.geometries)}.`
			};
			return {
				path,
				message,
				fix: { zh: '写成几何图形的列表。', en: 'Write a list of geometries.' }
			};
		}
		return first(geometry.geometries, (part, i) => geometryFault(part, [...path, 'geometries', i]));
	}
	const shortest = SHORTEST[geometry.type] ?? 0;
	if (Array.isArray(geometry.coordinates) && geometry.coordinates.length === 0) return null;
	return coordinatesFault(geometry.coordinates, DEPTHS[geometry.type], shortest, [
		...path,
		'coordinates'
	]);
}

function coordinatesFault(
	value: unknown,
	depth: number,
	shortest: number,
	path: FeatureFault['path']
): FeatureFault | null {
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

function positionFault(value: unknown, path: FeatureFault['path']): FeatureFault | null {
	const [lng, lat] = Array.isArray(value) ? (value as unknown[]) : [];
	if (typeof lng !== 'number' || typeof lat !== 'number') {
		const message = { zh: `${shown(value)}不是坐标。`, en: `${shown(value)} is not a position.` };
		const fix = {
			zh: '写成数字：[经度, 纬度]。',
			en: 'Write [longitude, latitude] as numbers.'
		};
		return { path, message, fix };
	}
	if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null;
	if (Math.abs(lng) <= 360 && Math.abs(lat) <= 90) {
		const message = {
			zh: `经度${lng}越过了180°经线。`,
			en: `The longitude ${lng} lies beyond the 180th meridian.`
		};
		const fix = {
			zh: '在180°经线处切开图形：见RFC 7946第3.1.9节。',
			en: 'Cut the geometry there: RFC 7946, section 3.1.9.'
		};
		return { path, message, fix };
	}
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

function first<T>(
	list: readonly T[],
	faultOf: (item: T, i: number) => FeatureFault | null
): FeatureFault | null {
	for (const [i, item] of list.entries()) {
		const fault = faultOf(item, i);
		if (fault) return fault;
	}
	return null;
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? 'missing';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
