import { cp, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAtlas } from './build';
import { check } from './check/index';
import { foldersOf, OWN_DATA } from './folders.js';
import { importCommand } from './import-command';
import { linkCommand } from './link-command';
import { newCommand } from './new-command';
import { readAtlas } from './read';
import { formatIssues, formatTotals, totalsOf } from './report';
import { runVite } from './site-command';
import { tilesCommand } from './tiles-command';
import type { Issue } from './types';

const USAGE = `Usage: npm run atlas -- <command>

  new <dir>                                          make a small atlas to begin with
  check [dir] [--json]                               say everything that is wrong with the data
  dev [dir]                                          show the atlas while you work on it
  build [dir] [--json]                               check, then build the site: build/ or <dir>-site/
  data [dir] [--json]                                the half of build that makes what the app reads
  link <article.txt> [--json]                        list the sites that a text names
  import <article.txt> [--article <slug>] [--json]   show your own copy beside the retelling
  tiles <in.geojson> <out.pmtiles>                   cut a large layer into vector tiles
  help                                               show this

[dir] holds an atlas; it is geodata unless given. Exit codes: 0 good, 1 problems found, 2 bad usage.`;

/** Where a command writes its lines. */
export interface Io {
	/** For results. */
	write: (text: string) => void;
	/** For what went wrong with the command itself. */
	complain: (text: string) => void;
}

type ExitCode = 0 | 1 | 2;

/**
 * Runs one command of the CLI `atlas`.
 *
 * @param args the words after `atlas`
 * @returns the exit code: 0 good, 1 problems found, 2 bad usage
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
	const [command, ...rest] = args;
	switch (command) {
		case 'check':
			return dataCommand(rest, io, checkData);
		case 'new':
			return newCommand(rest, io);
		case 'dev':
			return devCommand(rest, io);
		case 'build':
			return buildCommand(rest, io);
		case 'data':
			return dataCommand(rest, io, buildData);
		case 'link':
			return linkCommand(rest, { dir: OWN_DATA, write: io.write });
		case 'import':
			return importCommand(rest, { dir: OWN_DATA, write: io.write });
		case 'tiles':
			return tilesCommand(rest);
		case 'help':
		case '--help':
		case '-h':
			io.write(USAGE);
			return 0;
		default:
			return misused(
				io,
				command === undefined ? 'No command given.' : `"${command}" is no command.`
			);
	}
}

async function checkData(dir: string): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	return [...issues, ...(data ? check(data) : [])];
}

async function buildData(dir: string): Promise<Issue[]> {
	const { app, assets } = foldersOf(dir);
	const ours = resolve('static');
	if (assets !== ours) {
		const isBuilt = (path: string) => path === join(ours, 'data');
		await cp(ours, assets, { recursive: true, filter: (path) => !isBuilt(path) });
	}
	const out = { app, public: join(assets, 'data') };
	return buildAtlas(dir, out, process.env['ATLAS_ADDRESS']);
}

/** Runs what takes a data folder and gives issues, and tells them. */
async function dataCommand(
	args: string[],
	io: Io,
	run: (dir: string) => Promise<Issue[]>
): Promise<ExitCode> {
	const words = await parse(args);
	if (typeof words === 'string') return misused(io, words);
	const issues = await run(words.dir);
	tell(io, issues, words.json);
	return isGood(issues) ? 0 : 1;
}

async function buildCommand(args: string[], io: Io): Promise<ExitCode> {
	const words = await parse(args);
	if (typeof words === 'string') return misused(io, words);
	const { dir, json } = words;
	const issues = await buildData(dir);
	if (!isGood(issues)) {
		tell(io, issues, json);
		return 1;
	}
	const folders = foldersOf(dir);
	if (!json) tell(io, issues, json);
	const isBuilt = (await runVite('build', folders)) === 0;
	const site = isBuilt ? fromHere(folders.site) : null;
	if (json) tell(io, issues, json, { ok: isBuilt, site });
	else if (site) io.write(`The site is in ${site}: any web server can serve it.`);
	return isBuilt ? 0 : 1;
}

async function devCommand(args: string[], io: Io): Promise<number> {
	const words = await parse(args);
	return typeof words === 'string' ? misused(io, words) : runVite('dev', foldersOf(words.dir));
}

/** As somebody who stands in the checkout would write it. */
function fromHere(folder: string): string {
	const path = relative('.', folder);
	return path.startsWith('..') ? folder : path;
}

function isGood(issues: readonly Issue[]): boolean {
	return totalsOf(issues).errors === 0;
}

function tell(io: Io, issues: readonly Issue[], json: boolean, more: object = {}): void {
	const report = { ok: isGood(issues), ...totalsOf(issues), ...more, issues };
	if (json) io.write(JSON.stringify(report, null, '\t'));
	else io.write(issues.length > 0 ? formatIssues(issues) : formatTotals(issues));
}

async function parse(args: string[]): Promise<{ dir: string; json: boolean } | string> {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false } }
		});
		const [dir = OWN_DATA, ...rest] = positionals;
		if (rest.length > 0) return `One folder, not ${rest.length + 1}.`;
		if (!(await isFolder(dir))) return `There is no folder "${dir}".`;
		return { dir, json: values.json };
	} catch (error) {
		return (error as Error).message;
	}
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}

function misused(io: Io, why: string): 2 {
	io.complain(`${why}\n\n${USAGE}`);
	return 2;
}

const [, script] = process.argv;
if (script && import.meta.url === pathToFileURL(script).href) {
	process.exitCode = await runCli(process.argv.slice(2), {
		write: (text) => console.log(text),
		complain: (text) => console.error(text)
	});
}
