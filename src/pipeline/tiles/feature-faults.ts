import type { Feature, Geometry } from 'geojson';

/** What is wrong with a feature, and where in it. */
export interface FeatureFault {
	/** Keys and indexes that lead to the place. */
	path: (string | number)[];
	message: string;
	fix: string;
}

/**
 * The first fault of what should be a feature: of its type, its geometry or a position of that.
 * `null` and empty geometries are none: RFC 7946 (3.1) lets both stand for "no place".
 *
 * It is not check-geojson: that took 9 s and 2 GB for 14 MB.
 */
export function featureFault(feature: Partial<Feature> | null): FeatureFault | null {
	if (feature?.type !== 'Feature') {
		const message = `This is not a GeoJSON feature: its type is ${shown(feature?.type)}.`;
		return { path: [], message, fix: 'Save the file as GeoJSON (a FeatureCollection).' };
	}
	const { properties } = feature;
	if (typeof (properties ?? {}) !== 'object' || Array.isArray(properties)) {
		const message = `The properties are ${shown(properties)}.`;
		return { path: ['properties'], message, fix: 'Write an object or null.' };
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
		const message = `${shown(geometry?.type)} is not a type of geometry.`;
		return {
			path: [...path, 'type'],
			message,
			fix: `Write one of ${Object.keys(DEPTHS).join(', ')}.`
		};
	}
	if (geometry.type === 'GeometryCollection') {
		if (!Array.isArray(geometry.geometries)) {
			const message = `Its geometries are ${shown(geometry.geometries)}.`;
			return { path, message, fix: 'Write a list of geometries.' };
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
		const message = `${shown(value)} is not a list of ${depth === 1 ? shortest || 1 : 1} or more.`;
		return { path, message, fix: 'Complete or delete this geometry.' };
	}
	return first(value, (item, i) => coordinatesFault(item, depth - 1, shortest, [...path, i]));
}

function positionFault(value: unknown, path: FeatureFault['path']): FeatureFault | null {
	const [lng, lat] = Array.isArray(value) ? (value as unknown[]) : [];
	if (typeof lng !== 'number' || typeof lat !== 'number') {
		const message = `${shown(value)} is not a position.`;
		return { path, message, fix: 'Write [longitude, latitude] as numbers.' };
	}
	if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return null;
	if (Math.abs(lng) <= 360 && Math.abs(lat) <= 90) {
		const message = `The longitude ${lng} lies beyond the 180th meridian.`;
		return { path, message, fix: 'Cut the geometry there: RFC 7946, section 3.1.9.' };
	}
	const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
	const message = `${shown(value)} is not on the globe: longitude is −180 to 180, latitude −90 to 90.`;
	const fix = swapped
		? 'Write the longitude first.'
		: 'Export the file in WGS-84 degrees (EPSG:4326).';
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
