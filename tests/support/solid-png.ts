import { Resvg } from '@resvg/resvg-js';

/** A picture of one colour, `#rrggbb`; pixels on a side. */
export function solidPng(colour: string, size = 256): Buffer {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="${colour}"/></svg>`;
	return new Resvg(svg).render().asPng();
}
