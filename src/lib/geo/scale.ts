import type { Camera } from './camera';
import { worldSize } from './mercator';

/** Length of the equator in Web Mercator, metres: 2π · 6 378 137. */
const EQUATOR = 40_075_016.686;

/** Metres on the ground to a CSS pixel, in the middle of what a camera shows. */
export function metresPerPixel({ center, zoom }: Camera): number {
	return (EQUATOR * Math.cos((center[1] * Math.PI) / 180)) / worldSize(zoom);
}

/** The longest of 1, 2 and 5 times a power of ten that is not longer than `metres` (at least 1). */
export function roundLength(metres: number): number {
	const power = 10 ** Math.floor(Math.log10(metres));
	return power * ([5, 2].find((one) => one * power <= metres) ?? 1);
}
