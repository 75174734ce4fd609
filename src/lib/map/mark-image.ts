import {
	HALO_NAME,
	haloPaths,
	MARK_BOX,
	markPaths,
	parseMarkName,
	type MarkPath
} from '../style/marks';
import type { Palette } from '../style/palette';

/** Images are drawn at this many device pixels per CSS pixel. */
export const IMAGE_RATIO = 2;

const MARGIN = 3;

/**
 * Draws the image that a style asks for by name, `size` CSS pixels per side of the mark's box;
 * `null` for a name that is not ours.
 */
export function markImage(name: string, palette: Palette, size: number): ImageData | null {
	const mark = parseMarkName(name);
	if (mark) return draw(markPaths(mark.status, mark.precision, palette), size);
	if (name === HALO_NAME) return draw(haloPaths(palette), size * 1.5);
	return null;
}

function draw(paths: MarkPath[], size: number): ImageData {
	const scale = (size / MARK_BOX) * IMAGE_RATIO;
	const side = Math.ceil((MARK_BOX + 2 * MARGIN) * scale);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('This browser gives no 2D canvas to draw the marks on.');
	context.scale(scale, scale);
	context.translate(MARGIN, MARGIN);
	context.lineJoin = 'round';
	for (const { d, fill, stroke, width, dash } of paths) {
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
	return context.getImageData(0, 0, side, side);
}
