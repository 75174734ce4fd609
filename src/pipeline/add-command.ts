import { stat } from 'node:fs/promises';
import { add, type Report } from './add/add';
import { readArguments, type Arguments } from './add/arguments';
import { Refusal, tellProblems } from './add/problem';
import { Questions, tellColumns, Unsettled, type Ask } from './add/questions';
import { tellReport } from './add/tell-report';

const USAGE = `Usage: atlas add <file> [dir] --as sites|<layer type> --source <id> [options]

  --as              sites, or the type of the layer that the file becomes
  --source          id of a record of sources.json
  --datum           wgs84, cgcs2000, gcj02 or bd09
  --map f=column    where a property, or lng and lat, come from (repeat)
  --set f=value     a property that is the same for all (repeat)
  --value "f:text=value"  what a text of a column means; empty leaves it out, * is all others (repeat)
  --licence         CC-BY-4.0 or ODbL-1.0
  --accuracy        metres; of a layer best-worst
  --id --title-zh --title-en --attribution-zh --attribution-en --as-of   of a layer's record
  --sheet           of a workbook, by name; the first unless given
  --keep-duplicates --dry-run --json`;

interface Io {
	dir: string;
	/** When it runs. */
	today: Date;
	write(text: string): void;
	/** Asks what is missing; `null` where nobody can be asked. */
	ask: Ask | null;
}

/**
 * `atlas add <file> [dir]`: adds the features of a file as sites or as a layer, converted to WGS-84.
 * What is not said on the command line is asked for, or told as missing if nobody can be asked.
 *
 * @param args the words after `add`
 * @returns exit code: 0 added, or all of it was there; 1 refused, nothing changed; 2 bad usage
 */
export async function addCommand(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
	let words: Arguments;
	try {
		words = readArguments(args);
	} catch (error) {
		return misused((error as Error).message, args.includes('--json'), io);
	}
	const dir = words.dir ?? io.dir;
	if (!(await isFolder(dir))) return misused(`There is no folder "${dir}".`, words.json, io);
	const questions = new Questions(words.json ? null : io.ask);
	try {
		const report = await add(words, dir, io.today, questions);
		io.write(words.json ? asJson(words, report) : tellReport(words.file, report, words.dryRun));
		return 0;
	} catch (error) {
		if (error instanceof Unsettled) {
			io.write(words.json ? openAsJson(questions) : tellOpen(questions));
			return 2;
		}
		if (!(error instanceof Refusal)) throw error;
		const { issues } = error;
		if (words.json) io.write(JSON.stringify({ ok: false, issues }, null, '\t'));
		else io.write(`${tellProblems(issues)}\nNothing was changed.`);
		return 1;
	}
}

function misused(why: string, json: boolean, io: Io): 2 {
	const open = { ok: false, missing: [], faults: [why], columns: [] };
	io.write(json ? JSON.stringify(open, null, '\t') : `${why}\n\n${USAGE}`);
	return 2;
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}

function asJson({ file, dryRun }: Arguments, report: Report): string {
	return JSON.stringify({ ok: true, file, dryRun, ...report }, null, '\t');
}

function openAsJson({ missing, faults, columns }: Questions): string {
	return JSON.stringify({ ok: false, missing, faults, columns }, null, '\t');
}

function tellOpen({ missing, faults, columns }: Questions): string {
	const open = missing.map(({ option, why }) => `  ${option}\n      ${why}`);
	return [
		...tellColumns(columns),
		...faults,
		...(open.length > 0 ? ['Say also, so that nothing has to be guessed:', ...open] : []),
		'Nothing was changed.'
	].join('\n');
}
