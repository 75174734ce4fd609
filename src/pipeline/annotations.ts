import { createHash } from 'node:crypto';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Lang } from '../lib/atlas/atlas';
import type { Issue } from '../lib/source/types';
import { whyOf } from '../lib/check/why';

/** Where the data lies, so that annotations can name files as the repository does. */
export interface Placed {
	/** The data folder. */
	dir: string;
	/** The folder that the CI system checked the repository out to. */
	root: string;
}

/**
 * The folder to which annotations name files: where the CI system says that it checked the
 * repository out, or else where the command runs. A data folder outside of the first makes it
 * the second.
 */
export function repositoryRoot(
	dir: string,
	cwd: string,
	env: Readonly<Record<string, string | undefined>>
): string {
	const told = env['GITHUB_WORKSPACE'] || env['CI_PROJECT_DIR'];
	return told && !isOutside(relative(told, resolve(cwd, dir))) ? told : cwd;
}

/**
 * Issues as workflow commands of GitHub Actions, a line each: `::error file=…,line=…,col=…::…`.
 * Escapes as https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does.
 */
export function githubAnnotations(issues: readonly Issue[], placed: Placed, lang: Lang): string {
	return issues
		.map((issue) => {
			const { severity, line, column, rule } = issue;
			const properties = Object.entries({
				file: repositoryPath(issue.file, placed),
				line,
				col: column,
				title: rule
			}).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(value)}`]));
			return `::${severity} ${properties.join(',')}::${data(textOf(issue, lang).join('\n'))}`;
		})
		.join('\n');
}

/**
 * Issues as a GitLab code quality report (https://docs.gitlab.com/ci/testing/code_quality/).
 * A fingerprint stays the same when lines above an issue are added or taken out.
 */
export function gitlabReport(issues: readonly Issue[], placed: Placed, lang: Lang): string {
	const seen = new Map<string, number>();
	const entries = issues.map((issue) => {
		const { rule, severity, file, line = 1, feature = '', message } = issue;
		const same = [rule, file, feature, message.en].join('\n');
		const count = seen.get(same) ?? 0;
		seen.set(same, count + 1);
		return {
			description: textOf(issue, lang).join(' '),
			check_name: rule,
			fingerprint: createHash('sha256').update(`${same}\n${count}`).digest('hex'),
			severity: severity === 'error' ? 'major' : 'minor',
			location: { path: repositoryPath(file, placed), lines: { begin: line } }
		};
	});
	return JSON.stringify(entries, null, '\t');
}

/** What is wrong, why it matters, and what to do. */
function textOf({ rule, feature, message, fix }: Issue, lang: Lang): string[] {
	const what = feature === undefined ? message[lang] : `${feature}: ${message[lang]}`;
	return [what, whyOf(rule)?.[lang] ?? '', fix[lang]].filter((text) => text !== '');
}

function repositoryPath(file: string, { dir, root }: Placed): string {
	return relative(root, join(resolve(dir), file)).replaceAll('\\', '/');
}

function isOutside(path: string): boolean {
	return path.startsWith('..') || isAbsolute(path);
}

function data(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
	return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
