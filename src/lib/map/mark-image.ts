import type { Precision, Status } from '../atlas/schema';
import { PRECISIONS, STATUSES } from '../atlas/terms';
import { MARK_BOX, MARK_SIZE, markPaths } from '../style/marks';
import type { Palette } from '../style/palette';

/** Pixels of the image to a CSS pixel. */
const SHARPNESS = 2;

/** A mark as an image for the map, with what it needs to be added; `null` if it is none of ours. */
export function markImage(
	[status, precision]: readonly string[],
	palette: Palette
): { image: ImageData; pixelRatio: number } | null {
	const isKnown =
		STATUSES.includes(status as Status) && PRECISIONS.includes(precision as Precision);
	const size = (MARK_SIZE + 4) * SHARPNESS;
	const context = new OffscreenCanvas(size, size).getContext('2d');
	if (!isKnown || !context) return null;
	const scale = (MARK_SIZE / MARK_BOX) * SHARPNESS;
	context.translate(2 * SHARPNESS, 2 * SHARPNESS);
	context.scale(scale, scale);
	context.lineJoin = context.lineCap = 'round';
	for (const { d, fill, stroke, width, dash } of markPaths(
		status as Status,
		precision as Precision,
		palette
	)) {
		const path = new Path2D(d);
		context.setLineDash(dash);
		context.lineWidth = width;
		if (fill !== 'none') {
			context.fillStyle = fill;
			context.fill(path);
		}
		context.strokeStyle = stroke;
		context.stroke(path);
	}
	return { image: context.getImageData(0, 0, size, size), pixelRatio: SHARPNESS };
}
