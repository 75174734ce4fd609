import type { LngLat } from '../../atlas/schema';

/** Why the browser does not tell where the reader is. */
export type NoLocation = 'missing' | 'refused' | 'unavailable' | 'slow';

export interface Location {
	/** `[lng, lat]`, as the browser gives it: WGS-84 by its specification. */
	at: LngLat;
	/** Metres around it, with 95 % confidence. */
	error: number;
}

const PATIENCE_MS = 15_000;
/** A position of the last minute will do. */
const FRESH_MS = 60_000;

/**
 * Asks the browser where the reader is, once. It never fails: what comes instead says why.
 *
 * https://www.w3.org/TR/geolocation/
 */
export function locate(): Promise<Location | NoLocation> {
	// Typed as always there; pages without encryption and old web views have none.
	const geolocation = navigator.geolocation as Geolocation | undefined;
	if (!geolocation || !isSecureContext) return Promise.resolve('missing');
	return new Promise((resolve) => {
		geolocation.getCurrentPosition(
			({ coords }) =>
				resolve({ at: [coords.longitude, coords.latitude], error: Math.round(coords.accuracy) }),
			({ code }) => resolve(REASONS[code] ?? 'unavailable'),
			{ enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS }
		);
	});
}

/** `GeolocationPositionError.code` */
const REASONS: Record<number, NoLocation> = { 1: 'refused', 2: 'unavailable', 3: 'slow' };
