import type { Lang } from '../../atlas/atlas';
import type { Bounds } from '../../atlas/schema';
import { limitCamera, type Camera, type Size } from '../../geo/camera';
import { metresPerPixel, roundLength } from '../../geo/scale';

/**
 * The n of a map's scale 1 : n, in its middle: how much longer a way is on the ground.
 *
 * @param perMm pixels of the drawing to a millimetre of paper
 */
export function scaleNumber(camera: Camera, perMm: number): number {
	return metresPerPixel(camera) * perMm * 1000;
}

/**
 * The camera that shows a little more, so that the scale is a round number of two figures; the
 * same camera where that would show what lies beyond `limits`.
 */
export function withRoundScale(camera: Camera, perMm: number, size: Size, limits: Bounds): Camera {
	const exact = scaleNumber(camera, perMm);
	const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
	const round = Math.ceil(exact / unit - 1e-9) * unit;
	const wider = { ...camera, zoom: camera.zoom - Math.log2(round / exact) };
	const within = limitCamera(wider, size, limits);
	return within.zoom === wider.zoom ? within : camera;
}

/** `1 : 87,000`, to three figures: Web Mercator, and paper, are no more exact. */
export function formatScale(number: number, lang: Lang): string {
	const rounded = Number(number.toPrecision(3));
	return `1 : ${lang === 'en' ? rounded.toLocaleString('en-GB') : rounded}`;
}

/** A bar on paper with the length on the ground that it stands for. */
export interface ScaleBar {
	metres: number;
	mm: number;
}

/** The bar of the longest round length that is not longer than `longest` millimetres. */
export function scaleBarOf(number: number, longest: number): ScaleBar {
	const metres = roundLength((longest * number) / 1000);
	return { metres, mm: (metres * 1000) / number };
}
