import { withDensity } from './png-density';
import type { Picture } from './picture';

const MM_PER_INCH = 25.4;
/** What newspapers print at. */
export const DPI = 300;

/** Size of a picture as pixels at 300 dpi. */
export function pixelSize({ width, height }: Pick<Picture, 'width' | 'height'>) {
	const pixels = (mm: number) => Math.round((mm / MM_PER_INCH) * DPI);
	return { width: pixels(width), height: pixels(height) };
}

/**
 * A picture as PNG at 300 dpi, drawn with the fonts of the machine. Rejects if the browser can't
 * draw an SVG of that size.
 */
export async function pngOf(picture: Picture): Promise<Blob> {
	const { width, height } = pixelSize(picture);
	// WebKit draws an SVG at the size that it asks for, and stretches the result.
	const svg = picture.svg.replace(
		/ width="[^"]*" height="[^"]*"/,
		` width="${width}" height="${height}"`
	);
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width, height });
		canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
		const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (!png) throw new Error(`The browser made no PNG of ${width} × ${height} pixels.`);
		const bytes = withDensity(new Uint8Array(await png.arrayBuffer()), DPI);
		return new Blob([bytes], { type: 'image/png' });
	} finally {
		URL.revokeObjectURL(url);
	}
}
