import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { subsetMapFont } from './font';

/** Name under which drawings ask for the one font that they may use. */
export const PNG_FONT = 'Noto Sans SC';

/**
 * Draws SVGs as PNGs of their own size, all writing in Noto Sans SC; no font of the machine is
 * used, so that the same drawings give the same bytes.
 *
 * @param drawings by any name
 * @returns the images by the same names
 * @throws Error naming every character that the font lacks, or the drawing that is not SVG
 */
export async function drawPngs(
	drawings: ReadonlyMap<string, string>
): Promise<Map<string, Uint8Array>> {
	const folder = await mkdtemp(join(tmpdir(), 'atlas-font-'));
	try {
		// The renderer reads fonts from files only.
		const font = join(folder, 'font.ttf');
		await writeFile(
			font,
			await subsetMapFont(charactersOf(drawings.values()), 'with punctuation', 'truetype')
		);
		return await inParallel([...drawings], (svg) => drawPng(svg, font));
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function drawPng(svg: string, font: string): Promise<Uint8Array> {
	const image = await renderAsync(svg, {
		font: {
			loadSystemFonts: false,
			fontFiles: [font],
			defaultFontFamily: PNG_FONT,
			sansSerifFamily: PNG_FONT
		}
	});
	return image.asPng();
}

/** As many at a time as the machine has cores: each holds a whole picture in memory. */
async function inParallel(
	drawings: [string, string][],
	draw: (svg: string) => Promise<Uint8Array>
): Promise<Map<string, Uint8Array>> {
	const images = new Map<string, Uint8Array>(drawings.map(([name]) => [name, new Uint8Array()]));
	const queue = drawings.values();
	const worker = async (): Promise<void> => {
		for (const [name, svg] of queue) images.set(name, await draw(svg));
	};
	await Promise.all(Array.from({ length: availableParallelism() }, worker));
	return images;
}

/** Every character that the drawings write. */
function charactersOf(drawings: Iterable<string>): Set<string> {
	const characters = new Set<string>();
	for (const svg of drawings)
		for (const [, text = ''] of svg.matchAll(/>([^<]+)</g))
			for (const character of unescape(text)) if (character >= ' ') characters.add(character);
	return characters;
}

function unescape(text: string): string {
	return text
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
