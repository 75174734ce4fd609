import type { Bounds } from '../atlas/schema';
import { parseBounds } from './parse-bounds';

const MIDDLE =
	/^\s*([+-]?\d+(?:\.\d+)?)[\s,]+([+-]?\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*(?:km|公里|千米)\s*$/i;

/** Kilometres of a degree of latitude, on a sphere. */
const DEGREE = 111.195;

/**
 * An extent as it is typed: `west, south, east, north` in degrees, or `lng, lat, width km` for a
 * square around a middle, rounded to 3 decimals. Else what is wrong: its form, or the order.
 */
export function typedExtent(text: string): Bounds | 'form' | 'order' {
	const bounds = parseBounds(text) ?? aroundMiddle(text);
	if (!bounds) return 'form';
	const [west, south, east, north] = bounds;
	const isOnEarth = west >= -180 && east <= 180 && south >= -85 && north <= 85;
	return isOnEarth && west < east && south < north ? bounds : 'order';
}

function aroundMiddle(text: string): Bounds | null {
	const [, lng, lat, width] = MIDDLE.exec(text.normalize('NFKC').replaceAll('−', '-')) ?? [];
	if (lng === undefined || lat === undefined || width === undefined) return null;
	const half = Number(width) / 2 / DEGREE;
	const halfLng = half / Math.cos((Number(lat) * Math.PI) / 180);
	const around = (x: number, by: number) => Number((x + by).toFixed(3));
	const [x, y] = [Number(lng), Number(lat)];
	return [around(x, -halfLng), around(y, -half), around(x, halfLng), around(y, half)];
}
