import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bounds } from '../lib/atlas/schema';
import type { Io } from './data-command';
import { starterAtlas, type Start } from '../lib/source/starter';
import { localDay } from './local-day';
import { makeStaging } from './staging';
import { writeFolder } from './write';

const USAGE =
	'Usage: atlas new <dir> [--title-zh <标题>] [--title-en <title>] [--bounds <west,south,east,north>] [--json]';

/** An empty desert: no place is there that an example could be taken for. */
const NOWHERE: Bounds = [83, 38.96, 83.1, 39.04];

/**
 * `atlas new <dir>`: makes a small valid atlas in a folder that is not there yet, or empty. It is
 * there as a whole or not at all.
 *
 * @param args the words after `new`
 * @param today the day on which it runs
 * @returns exit code: 0 made, 1 there is something already or it can't be written, 2 bad usage
 */
export async function newCommand(args: readonly string[], io: Io, today: Date): Promise<0 | 1 | 2> {
	const words = parse(args, localDay(today));
	if (typeof words === 'string') {
		io.complain(`${words}\n\n${USAGE}`);
		return 2;
	}
	const { dir, start, json } = words;
	const problem = await make(dir, start);
	if (json) io.write(JSON.stringify(problem ? { ok: false, problem } : { ok: true, dir }));
	else if (problem) io.complain(problem);
	else io.write(nextSteps(dir, start));
	return problem ? 1 : 0;
}

async function make(dir: string, start: Start): Promise<string | null> {
	const there = await readdir(dir).catch((error: NodeJS.ErrnoException) => error.code ?? 'error');
	if (Array.isArray(there) && there.length > 0)
		return `${dir} holds ${there[0]} and ${there.length - 1} more: choose a folder that is not there yet.`;
	if (!Array.isArray(there) && there !== 'ENOENT')
		return `${dir} can't be a folder (${there}): choose another name.`;
	let staging: string | null = null;
	try {
		await mkdir(dirname(resolve(dir)), { recursive: true });
		staging = await makeStaging(resolve(dir));
		await writeFolder(staging, starterAtlas(start));
		if (Array.isArray(there)) await rmdir(dir);
		await rename(staging, dir);
		return null;
	} catch (error) {
		if (staging) await rm(staging, { recursive: true, force: true });
		return `${dir} can't be written: ${(error as Error).message}`;
	}
}

function parse(
	args: readonly string[],
	today: string
): { dir: string; start: Start; json: boolean } | string {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				'title-zh': { type: 'string', default: '新图志' },
				'title-en': { type: 'string', default: 'A new atlas' },
				bounds: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [dir, ...rest] = positionals;
		if (!dir || rest.length > 0) return `One folder, not ${positionals.length}.`;
		const bounds = values.bounds === undefined ? NOWHERE : parseBounds(values.bounds);
		if (!bounds)
			return `"${values.bounds}" is no extent: write west,south,east,north in degrees, such as 116.2,39.8,116.6,40.1.`;
		const title = { zh: values['title-zh'].trim(), en: values['title-en'].trim() };
		if (!title.zh || !title.en) return 'A title is empty.';
		return { dir, start: { id: idOf(dir), title, bounds, today }, json: values.json };
	} catch (error) {
		return (error as Error).message;
	}
}

function parseBounds(text: string): Bounds | null {
	const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
	const [west = NaN, south = NaN, east = NaN, north = NaN, ...rest] = numbers;
	const isExtent = -180 <= west && west < east && east <= 180 && -85 <= south && south < north;
	return isExtent && north <= 85 && rest.length === 0 ? [west, south, east, north] : null;
}

/** The folder's name as an id; of a name without Latin letters nothing is left. */
function idOf(dir: string): string {
	const id = basename(resolve(dir))
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
	return id || 'atlas';
}

function nextSteps(dir: string, { bounds }: Start): string {
	const extent =
		bounds === NOWHERE ? ['  Write its extent into "bounds" and "home" of atlas.json.'] : [];
	return [
		`${dir} is a small atlas that builds. All that is in it is an example.`,
		'',
		...extent,
		`  npm run atlas -- dev ${dir}      see it while you work`,
		`  npm run atlas -- link <article.txt> ${dir}      what a text names`,
		`  npm run atlas -- check ${dir}    what is wrong, and how to mend it`,
		`  npm run atlas -- build ${dir}    the site, to publish`,
		'',
		'docs/next-atlas.md tells the way from an article to a published map.'
	].join('\n');
}
