import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildAtlas } from './build';
import { check } from './check/index';
import { dataWords, tellIssues, type DataWords, type Io } from './data-command';
import { importCommand } from './import-command';
import { linkCommand } from './link-command';
import { readAtlas } from './read';
import { tilesCommand } from './tiles-command';
import type { Issue } from './types';

const USAGE = `Usage: npm run atlas -- <command>

  check [dir] [--json]                               say everything that is wrong with the data
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
			return dataCommand(rest, io, (words) => checkData(words, today));
		case 'build':
			return dataCommand(rest, io, (words) => buildData(words, today));
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

async function checkData({ dir }: DataWords, today: Date): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	return [...issues, ...(data ? check(data, today) : [])];
}

function buildData({ dir }: DataWords, today: Date): Promise<Issue[]> {
	const out = { app: resolve('.atlas'), public: resolve('static/data') };
	return buildAtlas(dir, out, today, process.env['ATLAS_ADDRESS']);
}

/** Runs what takes a data folder and gives issues, and tells them. */
async function dataCommand(
	args: readonly string[],
	io: Io,
	run: (words: DataWords) => Promise<Issue[]>
): Promise<ExitCode> {
	const words = await dataWords(args, DATA);
	if (typeof words === 'string') return misused(io, words);
	return tellIssues(await run(words), words, io);
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
