import type { FontFile } from '../lib/atlas/map-data';
import { subsetMapFont } from './font';
import { unicodeRanges } from './unicode-ranges';

/**
 * The label font in two files: the characters of the first view, which has to come over a slow
 * network, and all others of the map.
 *
 * @throws Error naming every character that the font lacks
 */
export async function labelFonts(
	first: ReadonlySet<string>,
	all: ReadonlySet<string>
): Promise<(FontFile & { bytes: Uint8Array })[]> {
	const rest = new Set([...all].filter((character) => !first.has(character)));
	return [
		...(first.size > 0
			? [
					{
						file: 'map-font-first.woff2',
						ranges: unicodeRanges(first),
						bytes: await subsetMapFont(first, 'these alone')
					}
				]
			: []),
		{ file: 'map-font.woff2', bytes: await subsetMapFont(rest) }
	];
}
