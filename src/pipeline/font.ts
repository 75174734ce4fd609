import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const FONT = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';
const LICENCE = '@expo-google-fonts/noto-sans-sc/LICENSE_FONT';

/** In the font of all the rest: printable ASCII, and the marks of Chinese and English typography. */
const ALWAYS =
	String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i)) +
	'\u00A0·–—‘’“”…、。〈〉《》「」『』【】〔〕！（），：；？～％';

/** Copyright, licence and its address: what the OFL wants a copy to keep. */
const LEGAL_NAMES = [0, 13, 14];

/**
 * Noto Sans SC Medium cut down to some characters, as WOFF2 for
 * browsers or as TrueType for drawing at build time: the font of the labels on the map.
 * The same characters give the same bytes.
 *
 * @param extent `with punctuation`: printable ASCII and common punctuation are in it as well
 * @throws Error naming every character that the font lacks
 */
export async function subsetMapFont(
	characters: ReadonlySet<string>,
	extent: 'with punctuation' | 'these alone' = 'with punctuation',
	targetFormat: 'woff2' | 'truetype' = 'woff2'
): Promise<Uint8Array> {
	const font = await readFile(resolve(FONT));
	const wanted = extent === 'with punctuation' ? [...ALWAYS, ...characters] : [...characters];
	const points = [...new Set(wanted)].sort();
	const covered = coverage(font);
	const missing = points.filter((point) => !covered(point.codePointAt(0)!));
	if (missing.length > 0) {
		const names = missing.map(nameOf).join(', ');
		throw new Error(`Noto Sans SC has no ${names}. Write the names on the map without.`);
	}
	return subsetFont(font, points.join(''), {
		targetFormat,
		noHinting: true,
		keepFeatures: ['kern'],
		preserveNameIds: LEGAL_NAMES
	});
}

/** Path of the font's licence (SIL Open Font License 1.1), which must be served beside it. */
export function mapFontLicence(): string {
	return resolve(LICENCE);
}

function resolve(file: string): string {
	return createRequire(import.meta.url).resolve(file);
}

/**
 * Which code points a font has a glyph for, from its format 12 character map.
 *
 * Format: OpenType 1.9, https://learn.microsoft.com/typography/opentype/spec/cmap
 */
function coverage(font: Buffer): (point: number) => boolean {
	const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
	const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
	const cmap = font.readUInt32BE((record ?? 0) + 8);
	const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) =>
		font.readUInt32BE(cmap + 4 + i * 8 + 4)
	);
	const offset = subtables.find((at) => font.readUInt16BE(cmap + at) === 12);
	if (record === undefined || offset === undefined)
		throw new Error(`${FONT} has no format 12 character map. Is it another version?`);
	const start = cmap + offset + 16;
	const groups = Array.from({ length: font.readUInt32BE(start - 4) }, (_, i) => ({
		first: font.readUInt32BE(start + i * 12),
		last: font.readUInt32BE(start + i * 12 + 4)
	}));
	return (point) => groups.some(({ first, last }) => first <= point && point <= last);
}

function nameOf(point: string): string {
	const number = point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
	return /\p{C}/u.test(point) ? `U+${number}` : `${point} (U+${number})`;
}
