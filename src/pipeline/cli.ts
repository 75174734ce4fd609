import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { addCommand } from './add-command';
import { askOnTerminal } from './ask-on-terminal';
import { buildAtlas } from './build';
import { check } from './check/index';
import { importCommand } from './import-command';
import { linkCommand } from './link-command';
import { readAtlas } from './read';
import { formatIssues, formatTotals, totalsOf } from './report';
import { tilesCommand } from './tiles-command';
import type { Issue } from './types';

const USAGE = `Usage: npm run atlas -- <command>

  check [dir] [--json]                               say everything that is wrong with the data
  build [dir] [--json]                               check, then write .atlas/ and static/data/
  add <file> [dir] --as sites|<layer type> [--json]  add a file's features, converted to WGS-84
  link <article.txt> [--json]                        list the sites that a text names
  import <article.txt> [--article <slug>] [--json]   show your own copy beside the retelling
  tiles <in.geojson> <out.pmtiles>                   cut a large layer into vector tiles
  help                                               show this

[dir] is geodata unless given. Exit codes: 0 good, 1 problems found, 2 bad usage.`;

const DATA = 'geodata';

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
		case 'build':
			return dataCommand(rest, io, buildData);
		case 'add':
			return addCommand(rest, { dir: DATA, today: today(), write: io.write, ask: askOnTerminal() });
		case 'link':
			return linkCommand(rest, { dir: DATA, write: io.write });
		case 'import':
			return importCommand(rest, { dir: DATA, write: io.write });
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

function buildData(dir: string): Promise<Issue[]> {
	const out = { app: resolve('.atlas'), public: resolve('static/data') };
	return buildAtlas(dir, out, process.env['ATLAS_ADDRESS']);
}

/** Runs what takes a data folder and gives issues, and tells them. */
async function dataCommand(
	args: string[],
	io: Io,
	run: (dir: string) => Promise<Issue[]>
): Promise<ExitCode> {
	const words = parse(args);
	if (typeof words === 'string') return misused(io, words);
	const { dir, json } = words;
	if (!(await isFolder(dir))) return misused(io, `There is no folder "${dir}".`);
	const issues = await run(dir);
	const totals = totalsOf(issues);
	const ok = totals.errors === 0;
	if (json) io.write(JSON.stringify({ ok, ...totals, issues }, null, '\t'));
	else io.write(issues.length > 0 ? formatIssues(issues) : formatTotals(issues));
	return ok ? 0 : 1;
}

function parse(args: string[]): { dir: string; json: boolean } | string {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false } }
		});
		const [dir = DATA, ...rest] = positionals;
		return rest.length === 0 ? { dir, json: values.json } : `One folder, not ${rest.length + 1}.`;
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

/** The day where the command runs. */
function today(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
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
