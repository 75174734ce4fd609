import type { Geometry } from 'geojson';
import * as v from 'valibot';
import { LngLat, type Location, type Precision } from '../atlas/schema';
import { PRECISIONS } from '../atlas/terms';
import { boundsOf } from '../geo/bounds';
import { toWgs84, type Datum } from '../geo/datum';
import { metresBetween } from '../geo/nearest';
import { tidyGeometry } from '../geo/tidy';
import { setAt } from '../source/edit-json';
import type { JsonPath } from '../source/json-path';
import type { SitePlace } from './find-files';
import { geometryIn } from './geometry-in';

/** The most metres that may still be called exact, as the check has it. */
const EXACT = 500;
/** Decimals of the centre of a circle that an editor draws: about 100 m, as the check has it. */
const CENTRE_DECIMALS = 3;
const NO_TEXT = { zh: '', en: '' };

/** Where a site is, as far as its draft says it; `location` may lack anything. */
export interface Where {
	geometry: Geometry | null;
	location: Partial<Location>;
}

/** A circle in which a place lies: `[lng, lat]` in WGS-84, metres. */
export interface Circle {
	center: LngLat;
	radius: number;
}

/** A position as its source gives it. */
export type Reading = { position: LngLat; datum: Datum };

/** Where a site of a draft is. */
export function whereOf({ node }: SitePlace): Where {
	const { geometry, properties } = record(node.value);
	return { geometry: geometryIn(geometry), location: record(record(properties)['location']) };
}

/** Its precision; `null` if it has none that there is. */
export function precisionOf({ location }: Where): Precision | null {
	return PRECISIONS.find((one) => one === location.precision) ?? null;
}

/**
 * The same place known otherwise: what was written is kept as far as it can be true of it, so that
 * the check asks only for what is missing.
 */
export function withPrecision(where: Where, precision: Precision): Where {
	const { geometry, location } = where;
	const circle = circleOf(where);
	if (precision === 'unlocated') {
		const { reading: _, schematic: __, ...rest } = location;
		const area = circle && { ...NO_TEXT_AREA, ...record(location.area), ...circle };
		return {
			geometry: null,
			location: { ...rest, precision, accuracy: null, ...(area && { area: area }) }
		};
	}
	if (precision === 'area') {
		if (geometry?.type === 'Point') {
			const { schematic: _, ...rest } = location;
			return { geometry, location: { ...rest, precision } };
		}
		const { reading: _, schematic: __, area: ___, ...rest } = location;
		const bare = { geometry: null, location: { ...rest, precision, accuracy: null } };
		return circle ? withCircle(bare, circle) : bare;
	}
	const { accuracy } = location;
	const isTrue = geometry && (precision !== 'exact' || (accuracy ?? 0) <= EXACT);
	const { schematic, ...rest } = location;
	return {
		geometry,
		location: {
			...rest,
			precision,
			accuracy: isTrue ? (accuracy ?? null) : null,
			...(schematic !== undefined && precision !== 'exact' && { schematic })
		}
	};
}

const NO_TEXT_AREA = { name: NO_TEXT, center: null, radius: null, why: NO_TEXT };

/**
 * The place with another geometry, which is tidied. A point keeps what its source gave; without a
 * reading it was set on the map, whose datum is WGS-84.
 */
export function placed({ location }: Where, geometry: Geometry, reading?: Reading): Where {
	const tidy = tidyGeometry(geometry);
	const { reading: _, area: __, schematic, precision, ...rest } = location;
	const isLine = tidy.type.endsWith('LineString');
	const isKnown = precision === 'exact' || precision === 'approximate';
	return {
		geometry: tidy,
		location: {
			...rest,
			precision: isKnown ? precision : 'approximate',
			...(schematic !== undefined && isLine && { schematic }),
			...(tidy.type === 'Point' && {
				reading: reading ?? { position: tidy.coordinates as LngLat, datum: 'WGS-84' }
			})
		}
	};
}

/** The place in another circle, which its editor has drawn: its centre is rounded. */
export function withCircle({ geometry, location }: Where, { center, radius }: Circle): Where {
	const rounded = center.map((one) => Number(one.toFixed(CENTRE_DECIMALS))) as LngLat;
	const metres = Math.max(1, Math.round(radius));
	if (location.precision === 'unlocated') {
		const area = { ...NO_TEXT_AREA, ...record(location.area), center: rounded, radius: metres };
		return { geometry, location: { ...location, area } };
	}
	const { reading: _, area: __, ...rest } = location;
	return {
		geometry: { type: 'Point', coordinates: rounded },
		location: { ...rest, precision: 'area', accuracy: metres }
	};
}

/** The place at a position as its source gives it; of a circle, its centre. */
export function withPosition(where: Where, reading: Reading): Where {
	const { location } = where;
	const at = toWgs84(reading.position, reading.datum);
	if (location.precision === 'unlocated') {
		const area = { ...NO_TEXT_AREA, ...record(location.area), center: at };
		return { ...where, location: { ...location, area: area as Location['area'] & object } };
	}
	const { location: rest, geometry } = placed(where, { type: 'Point', coordinates: at }, reading);
	const { precision } = location;
	return { geometry, location: { ...rest, ...(precision === 'area' && { precision }) } };
}

/** The circle in which a place lies; `null` if its draft tells of none. */
export function circleOf({ geometry, location }: Where): Circle | null {
	if (geometry?.type === 'Point') {
		const { accuracy } = location;
		const radius = v.is(metres, accuracy) ? accuracy : EXACT;
		return { center: geometry.coordinates as LngLat, radius };
	}
	if (geometry) {
		const [west, south, east, north] = boundsOf({ geometry, location: { accuracy: 0 } })!;
		const center: LngLat = [(west + east) / 2, (south + north) / 2];
		return { center, radius: Math.ceil(metresBetween(center, [east, north]) / 10) * 10 };
	}
	const { area } = location;
	return v.is(CircleIn, area) ? { center: area.center, radius: area.radius } : null;
}

const metres = v.pipe(v.number(), v.gtValue(0), v.maxValue(20_000_000));
const CircleIn = v.object({ center: LngLat, radius: metres });

/** The text of a site's file with the site elsewhere; what is the same stays byte for byte. */
export function withWhere(text: string, place: SitePlace, where: Where): string {
	const at: JsonPath = ['features', place.index];
	const { geometry, properties } = record(place.node.value);
	const before = record(record(properties)['location']);
	let written = text;
	if (!isSame(geometry, where.geometry))
		written = setAt(written, [...at, 'geometry'], where.geometry);
	for (const key of new Set([...Object.keys(before), ...Object.keys(where.location)])) {
		const value = where.location[key as keyof Location];
		if (!isSame(before[key], value))
			written = setAt(written, [...at, 'properties', 'location', key], value);
	}
	return written;
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
