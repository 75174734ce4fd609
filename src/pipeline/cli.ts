import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAtlas } from './build';
import { check } from './check/index';
import { dataWords, tellIssues, type Io } from './data-command';
import { importCommand } from './import-command';
import { linkCommand } from './link-command';
import { mendFolder } from './mend-folder';
import { readAtlas } from './read';
import { tilesCommand } from './tiles-command';

const USAGE = `Usage: npm run atlas -- <command>

  check [dir] [--json] [--fix]                       say everything that is wrong with the data,
                                                     and first mend what is safe to mend
  build [dir] [--json]                               check, then write .atlas/ and static/data/
    --lang zh|en                                     in this language, not that of the system
    --format text|json|github|gitlab                 for people, programs or CI annotations
  link <article.txt> [--json]                        list the sites that a text names
  import <article.txt> [--article <slug>] [--json]   show your own copy beside the retelling
  tiles <in.geojson> <out.pmtiles>                   cut a large layer into vector tiles
  help                                               show this

[dir] is geodata unless given. Exit codes: 0 good, 1 problems found, 2 bad usage.`;

const DATA = 'geodata';

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
		case 'build':
			return buildCommand(rest, io, today);
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

async function checkCommand(args: readonly string[], io: Io, today: Date): Promise<ExitCode> {
	const words = await dataWords(args, DATA);
	if (typeof words === 'string') return misused(io, words);
	const { dir, fix } = words;
	const mending = fix ? await mendFolder(dir, (await readAtlas(dir)).files.keys()) : NOTHING;
	const { data, issues } = await readAtlas(dir);
	const found = [...mending.issues, ...issues, ...(data ? check(data, today) : [])];
	return tellIssues(found, words, io, mending.mended);
}

const NOTHING = { mended: [], issues: [] };

async function buildCommand(args: readonly string[], io: Io, today: Date): Promise<ExitCode> {
	const words = await dataWords(args, DATA);
	if (typeof words === 'string') return misused(io, words);
	if (words.fix) return misused(io, 'build mends nothing: run check --fix first.');
	const out = { app: resolve('.atlas'), public: resolve('static/data') };
	const issues = await buildAtlas(words.dir, out, today, process.env['ATLAS_ADDRESS']);
	return tellIssues(issues, words, io);
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
