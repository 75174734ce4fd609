import type { LngLat } from '../atlas/schema';

/** What a link can carry of a line or an area that was drawn by hand. */
export const MAX_CORNERS = 40;

/**
 * Corners for a link: each as its step from the last, in base 36. ASCII.
 *
 * @param grain units in a degree, to which corners are rounded
 */
export function writeCorners(corners: readonly LngLat[], grain: number): string {
	let from: LngLat = [0, 0];
	return corners
		.map((corner) => {
			const at: LngLat = [Math.round(corner[0] * grain), Math.round(corner[1] * grain)];
			const step = [at[0] - from[0], at[1] - from[1]];
			from = at;
			return step.map((part) => part.toString(36)).join(',');
		})
		.join('.');
}

/**
 * Reads corners, `[lng, lat]`, from a link; `null` if they are malformed, not on Earth, too few or too
 * many.
 *
 * @param grain units in a degree
 * @param least how many there must be
 */
export function parseCorners(text: string, grain: number, least: number): LngLat[] | null {
	const steps = text.split('.');
	if (steps.length < least || steps.length > MAX_CORNERS) return null;
	let [lng, lat] = [0, 0];
	const corners: LngLat[] = [];
	for (const step of steps) {
		const [, x = '', y = ''] = /^(-?[0-9a-z]{1,6}),(-?[0-9a-z]{1,6})$/.exec(step) ?? [];
		// what is no step is NaN, which is nowhere on Earth
		lng += parseInt(x, 36);
		lat += parseInt(y, 36);
		const corner: LngLat = [lng / grain, lat / grain];
		if (!isOnEarth(corner)) return null;
		corners.push(corner);
	}
	return corners;
}

/** A corner, `[lng, lat]`, as a link can carry it, to so many units (`grain`) in a degree. */
export function roundCorner([lng, lat]: LngLat, grain: number): LngLat {
	// −0 would be written as 0 and so not read back as itself.
	return [Math.round(lng * grain) / grain || 0, Math.round(lat * grain) / grain || 0];
}

/** Whether a position is one that the map can show, `[lng, lat]`. */
export function isOnEarth([lng, lat]: LngLat): boolean {
	return Math.abs(lng) <= 180 && Math.abs(lat) <= 85;
}
