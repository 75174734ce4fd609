import { cp } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addCommand } from './add-command';
import { askOnTerminal } from './ask-on-terminal';
import { buildAtlas } from './build';
import { check } from '../lib/check/index';
import { dataWords, tellIssues, type Io } from './data-command';
import { foldersOf, OWN_DATA } from './folders.js';
import { importCommand } from './import-command';
import { linkCommand } from './link-command';
import { mendFolder } from './mend-folder';
import { newCommand } from './new-command';
import { readAtlas } from './read-folder';
import { buildSite, runVite } from './site-command';
import { tilesCommand } from './tiles-command';

const USAGE = `Usage: npm run atlas -- <command>

  new <dir>                                          make a small atlas to begin with
  check [dir] [--json] [--fix]                       say everything that is wrong with the data,
                                                     and first mend what is safe to mend
  dev [dir] [--port n] [--host]                      show the atlas while you work on it
  build [dir] [--json]                               check, then build the site: build/ or <dir>-site/
  data [dir] [--json]                                the half of build that makes what the app reads
    --lang zh|en                                     in this language, not that of the system
    --format text|json|github|gitlab                 for people, programs or CI annotations
  add <file> [dir] --as sites|<layer type> [--json]  add a file's features, converted to WGS-84
  link <article.txt> [dir] [--json]                  list the sites that a text names, propose new ones
  import <article.txt> [dir] [--article <slug>]      show your own copy beside the retelling
  tiles <in.geojson> <out.pmtiles> [--json]          cut a large layer into vector tiles
  help                                               show this

[dir] holds an atlas; it is geodata unless given. Exit codes: 0 good, 1 problems found, 2 bad usage.`;

type ExitCode = 0 | 1 | 2;

/**
 * Runs one command of the CLI `atlas`.
 *
 * @param args the words after `atlas`
 * @param today the day on which it runs: check warns of data that has grown old
 * @returns the exit code: 0 good, 1 problems found, 2 bad usage
 */
export async function runCli(args: readonly string[], io: Io, today = new Date()): Promise<number> {
	const [command, ...rest] = args;
	switch (command) {
		case 'check':
			return checkCommand(rest, io, today);
		case 'new':
			return newCommand(rest, io, today);
		case 'dev':
			return devCommand(rest, io);
		case 'build':
			return buildCommand(rest, io, today);
		case 'data':
			return dataCommand(rest, io, today);
		case 'add':
			return addCommand(rest, {
				dir: OWN_DATA,
				today,
				write: io.write,
				ask: askOnTerminal()
			});
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

async function checkCommand(args: readonly string[], io: Io, today: Date): Promise<ExitCode> {
	const words = await dataWords(args, OWN_DATA);
	if (typeof words === 'string') return misused(io, words);
	const { dir, fix } = words;
	const mending = fix ? await mendFolder(dir, (await readAtlas(dir)).files.keys()) : NOTHING;
	const { data, issues } = await readAtlas(dir);
	const found = [...mending.issues, ...issues, ...(data ? check(data, today) : [])];
	return tellIssues(found, words, io, mending.mended);
}

const NOTHING = { mended: [], issues: [] };

async function dataCommand(args: readonly string[], io: Io, today: Date): Promise<ExitCode> {
	const words = await dataWords(args, OWN_DATA);
	if (typeof words === 'string') return misused(io, words);
	if (words.fix) return misused(io, 'Only check mends: run check --fix first.');
	const { app, assets } = foldersOf(words.dir);
	const ours = resolve('static');
	if (assets !== ours) {
		const isBuilt = (path: string) => path === join(ours, 'data');
		await cp(ours, assets, { recursive: true, filter: (path) => !isBuilt(path) });
	}
	const out = { app, public: join(assets, 'data') };
	const issues = await buildAtlas(words.dir, out, today, process.env['ATLAS_ADDRESS']);
	return tellIssues(issues, words, io);
}

async function buildCommand(args: readonly string[], io: Io, today: Date): Promise<ExitCode> {
	const code = await dataCommand(args, io, today);
	const words = await dataWords(args, OWN_DATA);
	if (code !== 0 || typeof words === 'string') return code;
	const folders = foldersOf(words.dir);
	if ((await buildSite(folders)) !== 0) return 1;
	if (words.format === 'text')
		io.write(`The site is in ${fromHere(folders.site)}: any web server can serve it.`);
	return 0;
}

/** What follows the folder is for the dev server: `--port 8080`, `--host`. */
async function devCommand(args: readonly string[], io: Io): Promise<number> {
	const named = args.slice(0, args[0]?.startsWith('-') ? 0 : 1);
	const words = await dataWords(named, OWN_DATA);
	if (typeof words === 'string') return misused(io, words);
	return runVite('dev', foldersOf(words.dir), args.slice(named.length));
}

/** As somebody who stands in the checkout would write it. */
function fromHere(folder: string): string {
	const path = relative('.', folder);
	return path.startsWith('..') ? folder : path;
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
