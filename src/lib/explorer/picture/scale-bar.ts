import type { Lang } from '../../atlas/atlas';
import type { Camera } from '../../geo/camera';
import { metresPerPixel, roundLength } from '../../geo/scale';
import { LIGHT } from '../../style/palette';
import { number } from '../../style/svg/path-data';
import { formatMetres } from '../format';
import { textLine } from './text';

/** Pixels of the drawing. */
const LONGEST = 90;
const SIZE = 9;

/**
 * A bar with the round length on the ground that it stands for, and its width; all in pixels of the
 * drawing.
 */
export function scaleBar(
	camera: Camera,
	lang: Lang,
	{ right, y }: { right: number; y: number }
): { markup: string; width: number } {
	const perPixel = metresPerPixel(camera);
	const metres = roundLength(LONGEST * perPixel);
	const width = metres / perPixel;
	const label = { x: right - width / 2, y: y - 4, size: SIZE, fill: LIGHT.ink };
	return {
		width,
		markup: [
			`<path d="M${number(right - width)} ${y - 4}v4h${number(width)}v-4" fill="none" stroke="${LIGHT.ink}"/>`,
			textLine(formatMetres(metres, lang), { ...label, more: 'text-anchor="middle"' })
		].join('')
	};
}
