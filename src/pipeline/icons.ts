import { readFile } from 'node:fs/promises';
import { drawPngs } from './draw-png';

const FAVICON = new URL('../../static/favicon.svg', import.meta.url);

/** The colour of the favicon's own ground, which fills an icon to its edges. */
const GROUND = '#f7f3ea';

/** Share of a maskable icon's width that no mask cuts: https://www.w3.org/TR/appmanifest/ */
const SAFE = 0.8;

/** The icons that home screens want as PNG, by file name, all drawn from the favicon. */
export async function icons(): Promise<Map<string, Uint8Array>> {
	const favicon = await readFile(FAVICON, 'utf8');
	return drawPngs(
		new Map([
			['icon-192.png', icon(favicon, 192, 1)],
			['icon-512.png', icon(favicon, 512, 1)],
			['maskable-512.png', icon(favicon, 512, SAFE)],
			// iOS rounds the corners itself and shows what is transparent as black.
			['apple-touch-icon.png', icon(favicon, 180, 0.9)]
		])
	);
}

/** The favicon in the middle of a square of its ground, if it does not fill it. */
function icon(favicon: string, size: number, share: number): string {
	const inner = size * share;
	const at = (size - inner) / 2;
	const placed = favicon.replace(
		'<svg ',
		`<svg x="${at}" y="${at}" width="${inner}" height="${inner}" `
	);
	const ground = share < 1 ? `<rect width="${size}" height="${size}" fill="${GROUND}"/>` : '';
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${ground}${placed}</svg>`;
}
