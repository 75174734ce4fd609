import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decode } from '../lib/source/read-text';
import { formatIssues } from './report';
import { TILE_LIMIT, tilesFromGeojson, type MadeTiles } from './tiles-from-geojson';
import type { Issue } from '../lib/source/types';

const USAGE = 'Usage: atlas tiles <in.geojson> <out.pmtiles>';
/** Problems shown before the rest is only counted. */
const SHOWN = 50;

/**
 * `atlas tiles <in.geojson> <out.pmtiles>`: makes an archive whose one layer is named after the
 * input file. Tells on the standard output what it made, on the error output what is wrong.
 *
 * @param args the words after `tiles`
 * @returns exit code: 0 good, 1 problems in the files, 2 bad usage
 */
export async function tilesCommand(args: readonly string[]): Promise<0 | 1 | 2> {
	const [input, output, ...rest] = args;
	if (!input || !output || rest.length > 0) return misused(`${args.length} names given.`);
	if (extname(output) !== '.pmtiles') return misused(`"${output}" does not end in .pmtiles.`);
	const read = await readInput(input);
	if ('problem' in read) return failed(read.problem);
	const made = tilesFromGeojson(read.text, basename(input, extname(input)));
	if (!made.ok) return failed(told(made.issues, input));
	try {
		await writeFile(output, made.value.archive);
	} catch (error) {
		return failed(`${output}: can't be written (${codeOf(error)}). Choose a folder that exists.`);
	}
	console.log(summary(output, made.value));
	return 0;
}

async function readInput(file: string): Promise<{ text: string } | { problem: string }> {
	try {
		const { text, issues } = decode(await readFile(file), file);
		if (text !== null) return { text };
		return { problem: told(issues, file) };
	} catch (error) {
		return { problem: `${file}: can't be read (${codeOf(error)}). Check the name.` };
	}
}

function summary(output: string, made: MadeTiles): string {
	const { archive, features, tiles, minzoom, maxzoom, thinned, lost } = made;
	const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;
	const lines = [
		`${output}: ${features} features, ${tiles} tiles, zoom ${minzoom} to ${maxzoom}, ` +
			kilobytes(archive.length)
	];
	if (thinned > 0)
		lines.push(`${thinned} tiles show a selection to stay below ${kilobytes(TILE_LIMIT)} each.`);
	if (lost > 0) lines.push(`${lost} features are missing even at zoom ${maxzoom}: split the file.`);
	return lines.join('\n');
}

function told(issues: readonly Issue[], file: string): string {
	const shown = formatIssues(
		issues.slice(0, SHOWN).map((issue) => ({ ...issue, file })),
		'en'
	);
	const rest = issues.length - SHOWN;
	return rest > 0 ? `${shown}, and ${rest} more problems` : shown;
}

function failed(problem: string): 1 {
	console.error(problem);
	return 1;
}

function misused(why: string): 2 {
	console.error(`${why}\n${USAGE}`);
	return 2;
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
