import { number } from '../../style/svg/path-data';
import { escapeXml } from '../../text/xml';

interface Options {
	x: number;
	/** Of the baseline. */
	y: number;
	size: number;
	fill: string;
	/** Further attributes. */
	more?: string;
}

/** One line of a drawing; lengths in its pixels. */
export function textLine(content: string, { x, y, size, fill, more = '' }: Options): string {
	const at = `x="${number(x)}" y="${number(y)}" font-size="${size}" fill="${fill}"`;
	return `<text ${at} ${more}>${escapeXml(content)}</text>`;
}
