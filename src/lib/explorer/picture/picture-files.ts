import { pictureOf, type PictureOptions } from './picture';
import { pixelSize, pngOf } from './png';

/** A picture as files, with its sizes as they are told. */
export interface PictureFiles {
	svg: Blob;
	png: Blob;
	/** `120 × 98` */
	mm: string;
	pixels: string;
}

/** Draws a picture as SVG and PNG. Rejects if the ground does not load or no PNG can be made. */
export async function pictureFiles(options: PictureOptions): Promise<PictureFiles> {
	const picture = await pictureOf(options);
	const { width, height } = pixelSize(picture);
	return {
		svg: new Blob([picture.svg], { type: 'image/svg+xml' }),
		png: await pngOf(picture),
		mm: `${Math.round(picture.width)} × ${Math.round(picture.height)}`,
		pixels: `${width} × ${height}`
	};
}
