import { textWidth } from '../name-place';

/** What stands at the end of a line and never at the start of one. */
const CLOSING = /[，。、；：！？）】》」』”’%·,.;:!?)\]]/;

/**
 * Breaks a text into lines for a drawing, which can't measure its font: widths are estimated on
 * the wide side. What is wider than a line by itself, such as an address, goes on in the next.
 *
 * @param width of a line, in heights of the font
 */
export function wrapText(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const piece of piecesOf(text).flatMap((one) => cut(one, width))) {
		if (line !== '' && textWidth((line + piece).trimEnd(), 1, 0) > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += line === '' ? piece.trimStart() : piece;
	}
	return [...lines, line.trimEnd()].filter((one) => one !== '');
}

/** A piece in stretches that have room in a line. */
function cut(piece: string, width: number): string[] {
	const stretches = [''];
	for (const character of piece) {
		const longer = `${stretches.at(-1)}${character}`;
		if (textWidth(longer.trimEnd(), 1, 0) > width) stretches.push(character);
		else stretches[stretches.length - 1] = longer;
	}
	return stretches;
}

/** The smallest stretches that stay together: words, and Han characters with what closes them. */
function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	for (const character of text) {
		const last = pieces.at(-1);
		const joins =
			last !== undefined &&
			(CLOSING.test(character) ||
				(!isWide(character) && !isWide(last.at(-1) ?? '') && !last.endsWith(' ')) ||
				/[（《“‘「『(]$/.test(last));
		if (joins) pieces[pieces.length - 1] = last + character;
		else pieces.push(character);
	}
	return pieces;
}

function isWide(character: string): boolean {
	return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character);
}
