import { NUMERALS, numeralValue } from './numerals';

/** What names are compared by: one character, or one whole number. */
export interface Token {
	/** The character itself, or `#` and the value of a number. */
	key: string;
	/** UTF-16 offsets in the normalised text. */
	start: number;
	end: number;
}

/**
 * The characters and numbers of a normalised text. A number is taken whole, so that 6 is never
 * found inside 16, 1.6, 1,006 or 十六; digits and Chinese numerals of one value are equal.
 */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	for (const { 0: piece, index } of text.matchAll(PIECE)) {
		const key = numberKey(piece);
		if (key !== null) {
			tokens.push({ key, start: index, end: index + piece.length });
		} else {
			let at = index;
			for (const key of piece) tokens.push({ key, start: at, end: (at += key.length) });
		}
	}
	return tokens;
}

const PIECE = new RegExp(
	String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[${NUMERALS}]+|[^\d${NUMERALS}]+`,
	'gu'
);

function numberKey(piece: string): string | null {
	if (/^\d/.test(piece)) {
		// 006 is a code and not the number 6; beyond 15 digits doubles lose count
		const isCode = /^0\d/.test(piece) || piece.length > 15;
		return `#${isCode ? piece : Number(piece.replaceAll(',', ''))}`;
	}
	if (!NUMERALS.includes(piece[0] ?? '')) return null;
	const value = numeralValue(piece);
	return value === null ? null : `#${value}`;
}
