import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { formatIssues } from './report';
import { TILE_LIMIT } from '../lib/compile/fit-tile';
import { makeTiles, type MadeTiles, type TileOptions } from './tiles/make-tiles';
import { Progress } from './tiles/progress';
import type { Issue } from '../lib/source/types';

const USAGE = `Usage: atlas tiles <in.geojson> <out.pmtiles> [options]

  <in.geojson>       GeoJSON, or any number of GeoJSON values one after the other (.geojsonl)
  --layer <name>     name of the layer; that of the file unless given
  --minzoom <z>      zooms of 512-pixel tiles, 0 to 16; they follow from extent and number
  --maxzoom <z>      unless given
  --keep <a,b,…>     attributes that go into the tiles; all unless given
  --drop <a,b,…>     attributes that do not
  --rank <attribute> a number: where a tile is crowded the features with the larger one stay
  --id <attribute>   the id of features that have none
  --json             tell what was made as JSON`;

/** Highest zoom that the order of points can tell apart. */
const MAX_ZOOM = 16;
const DISK_FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/**
 * `atlas tiles <in.geojson> <out.pmtiles>`: makes an archive of one layer. Tells on the standard
 * output what it made, on the error output how far it is and what is wrong.
 *
 * @param args the words after `tiles`
 * @returns exit code: 0 good, 1 problems in the files, 2 bad usage
 */
export async function tilesCommand(args: readonly string[]): Promise<0 | 1 | 2> {
	const words = parse(args);
	if (typeof words === 'string') return misused(words);
	const { input, output, json, options } = words;
	const progress = new Progress(process.stderr);
	try {
		const made = await makeTiles(input, output, options, (share) => progress.tell(share));
		progress.end();
		if (!made.ok && json)
			console.log(
				JSON.stringify({ ok: false, problems: made.total, issues: made.issues }, null, '\t')
			);
		if (!made.ok) return failed(told(made.issues, made.total));
		console.log(
			json
				? JSON.stringify({ ok: true, output, ...made.value }, null, '\t')
				: summary(output, made.value)
		);
		return 0;
	} catch (error) {
		progress.end();
		return failed(reason(error as Failure, input, output));
	}
}

interface Words {
	input: string;
	output: string;
	json: boolean;
	options: TileOptions;
}

function parse(args: readonly string[]): Words | string {
	try {
		const text = { type: 'string' } as const;
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				...{
					layer: text,
					minzoom: text,
					maxzoom: text,
					keep: text,
					drop: text,
					rank: text,
					id: text
				},
				json: { type: 'boolean', default: false }
			}
		});
		const [input, output, ...rest] = positionals;
		if (!input || !output || rest.length > 0) return `${positionals.length} names given.`;
		if (extname(output) !== '.pmtiles') return `"${output}" does not end in .pmtiles.`;
		const [minzoom, maxzoom] = [zoomOf(values.minzoom), zoomOf(values.maxzoom)];
		if (minzoom !== null && maxzoom !== null && minzoom > maxzoom)
			return `--minzoom ${minzoom} is above --maxzoom ${maxzoom}.`;
		const attributes = {
			keep: values.keep === undefined ? null : listOf(values.keep),
			drop: listOf(values.drop ?? ''),
			rank: values.rank ?? null,
			id: values.id ?? null
		};
		const layer = values.layer ?? basename(input, extname(input));
		return { input, output, json: values.json, options: { layer, minzoom, maxzoom, attributes } };
	} catch (error) {
		return (error as Error).message;
	}
}

/** @throws Error that names the word */
function zoomOf(word: string | undefined): number | null {
	if (word === undefined) return null;
	if (!/^\d+$/.test(word) || Number(word) > MAX_ZOOM)
		throw new Error(`The zoom "${word}" is not a whole number from 0 to ${MAX_ZOOM}.`);
	return Number(word);
}

function listOf(words: string): string[] {
	return words
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

function summary(output: string, made: MadeTiles): string {
	const { features, tiles, minzoom, maxzoom } = made;
	const notes: [number, string][] = [
		[made.thinned, `tiles show a selection to stay below ${kilobytes(TILE_LIMIT)} each.`],
		[made.lost, `features had no room even at zoom ${maxzoom}: give a larger --maxzoom.`],
		[made.tooSmall, `lines and areas are smaller than a unit of a tile at zoom ${maxzoom}.`],
		[made.unplaced, 'features have no geometry and were left out.'],
		[made.repeated, 'features have the id of another: picking one will mark both.'],
		[made.across, 'features cross the whole map: cut them at the 180th meridian (RFC 7946, 3.1.9).']
	];
	const lines = notes.filter(([count]) => count > 0).map(([count, note]) => `${count} ${note}`);
	const first =
		`${output}: ${features} features, ${tiles} tiles, zoom ${minzoom} to ${maxzoom}, ` +
		`${kilobytes(made.bytes)}; the largest tile has ${kilobytes(made.largestTile)}`;
	return [first, ...lines].join('\n');
}

function kilobytes(bytes: number): string {
	return `${Math.ceil(bytes / 1000)} kB`;
}

function told(issues: readonly Issue[], total: number): string {
	const rest = total - issues.length;
	return `${formatIssues(issues, 'en')}${rest > 0 ? `, and ${rest} more problems` : ''}`;
}

type Failure = NodeJS.ErrnoException & { needed?: number };

/** What kept the archive from being made, and what to do. */
function reason(error: Failure, input: string, output: string): string {
	const { code, message, path, needed } = error;
	if (code !== undefined && DISK_FULL.includes(code)) {
		const megabytes = Math.ceil((needed ?? 0) / 1e6);
		return (
			`${output}: no room left to write it (${code}); nothing was written. ` +
			`It takes about ${megabytes} MB while it is made: free as much, or name another disk.`
		);
	}
	if (code === 'ERR_WORKER_OUT_OF_MEMORY')
		return `${input}: its features are too large to be cut together. Nothing was written; split the file.`;
	if (code === undefined || path === undefined) return `${input}: ${message}. Nothing was written.`;
	return path === input
		? `${input}: can't be read (${code}). Check the name.`
		: `${output}: can't be written (${code}). Choose a folder that exists.`;
}

function failed(problem: string): 1 {
	console.error(problem);
	return 1;
}

function misused(why: string): 2 {
	console.error(`${why}\n${USAGE}`);
	return 2;
}
