import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { subsetMapFont } from './font';

/** Name under which drawings ask for the one font that they may use. */
export const PNG_FONT = 'Noto Sans SC';

const THREAD = new URL('./draw-png-worker.js', import.meta.url);

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
		return await inParallel([...drawings], font);
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** As many threads as the machine has cores share the work. */
async function inParallel(
	drawings: readonly (readonly [string, string])[],
	font: string
): Promise<Map<string, Uint8Array>> {
	const options: ResvgRenderOptions = {
		font: {
			loadSystemFonts: false,
			fontFiles: [font],
			defaultFontFamily: PNG_FONT,
			sansSerifFamily: PNG_FONT
		}
	};
	const images = new Map<string, Uint8Array>(drawings.map(([name]) => [name, new Uint8Array()]));
	const queue = drawings.values();
	const threads = Array.from(
		{ length: Math.min(availableParallelism(), drawings.length) },
		() => new Worker(THREAD, { workerData: options, execArgv: [] })
	);
	const employ = async (thread: Worker): Promise<void> => {
		for (const [name, svg] of queue) {
			thread.postMessage(svg);
			const [image] = (await once(thread, 'message')) as [Uint8Array];
			images.set(name, image);
		}
	};
	try {
		await Promise.all(threads.map(employ));
	} finally {
		await Promise.all(threads.map((thread) => thread.terminate()));
	}
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
