import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Lang } from '../lib/atlas/atlas';
import { githubAnnotations, gitlabReport, repositoryRoot } from './annotations';
import type { Mended } from '../lib/mend/index';
import { formatIssues, formatMended, formatTotals, totalsOf } from './report';
import type { Issue } from '../lib/source/types';
import { whyOf } from '../lib/check/why';

const LANGS: readonly string[] = ['zh', 'en'] satisfies Lang[];
const FORMATS = ['text', 'json', 'github', 'gitlab'] as const;
type Format = (typeof FORMATS)[number];

/** Where a command writes its lines. */
export interface Io {
	/** For results. */
	write: (text: string) => void;
	/** For what went wrong with the command itself. */
	complain: (text: string) => void;
}

/** What a command that takes a data folder was asked. */
export interface DataWords {
	dir: string;
	format: Format;
	lang: Lang;
	/** Whether to mend what is safe to mend first. */
	fix: boolean;
}

/**
 * The words after `check` or `build`.
 *
 * @param standard the folder, if none is named
 * @returns a sentence if they can't be understood, or there is no such folder
 */
export async function dataWords(
	args: readonly string[],
	standard: string
): Promise<DataWords | string> {
	const words = parse(args, standard);
	if (typeof words === 'string' || (await isFolder(words.dir))) return words;
	return `There is no folder "${words.dir}".`;
}

/**
 * Tells issues in the form asked for; 1 if any of them is an error, else 0.
 *
 * @param mended what was mended before these issues were found
 */
export function tellIssues(
	issues: readonly Issue[],
	words: DataWords,
	io: Io,
	mended: readonly Mended[] = []
): 0 | 1 {
	io.write(formatted(issues, words, mended));
	return totalsOf(issues).errors === 0 ? 0 : 1;
}

function formatted(
	issues: readonly Issue[],
	{ dir, format, lang, fix }: DataWords,
	mended: readonly Mended[]
): string {
	const totals = totalsOf(issues);
	const root = repositoryRoot(dir, process.cwd(), process.env);
	switch (format) {
		case 'json': {
			const told = issues.map((issue) => ({ ...issue, why: whyOf(issue.rule) }));
			const report = {
				ok: totals.errors === 0,
				...totals,
				...(fix && { mended }),
				issues: told
			};
			return JSON.stringify(report, null, '\t');
		}
		case 'github': {
			const lines = githubAnnotations(issues, { dir, root }, lang);
			return [formatMended(mended, lang), lines, formatTotals(issues, lang)]
				.filter((text) => text !== '')
				.join('\n');
		}
		case 'gitlab':
			return gitlabReport(issues, { dir, root }, lang);
		case 'text':
			return [formatMended(mended, lang), formatIssues(issues, lang)]
				.filter((text) => text !== '')
				.join('\n\n');
	}
}

function parse(args: readonly string[], standard: string): DataWords | string {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				fix: { type: 'boolean', default: false },
				format: { type: 'string' },
				lang: { type: 'string', default: langOf(process.env) }
			}
		});
		const [dir = standard, ...rest] = positionals;
		const format = values.format ?? (values.json ? 'json' : 'text');
		if (rest.length > 0) return `One folder, not ${rest.length + 1}.`;
		if (values.json && format !== 'json') return `Either --json or --format ${format}.`;
		if (!isFormat(format)) return `"${format}" is no format: write one of ${FORMATS.join(', ')}.`;
		if (!LANGS.includes(values.lang)) return `"${values.lang}" is no language: write zh or en.`;
		return { dir, format, lang: values.lang as Lang, fix: values.fix };
	} catch (error) {
		return (error as Error).message;
	}
}

function isFormat(format: string): format is Format {
	return (FORMATS as readonly string[]).includes(format);
}

/** Chinese where the environment is, by the order in which POSIX asks its variables. */
function langOf(env: Readonly<Record<string, string | undefined>>): Lang {
	const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
	return locale.startsWith('zh') ? 'zh' : 'en';
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}
