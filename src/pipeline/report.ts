import type { Lang } from '../lib/atlas/atlas';
import type { Mended } from '../lib/mend/index';
import type { Issue } from '../lib/source/types';
import { columns } from './columns';
import { whyOf } from '../lib/check/why';

/** How many issues of each severity there are. */
export interface Totals {
	errors: number;
	warnings: number;
}

/**
 * Issues for people: a line each with what is wrong and what to do, grouped by file in order of
 * lines; then why each of the broken rules matters, once; and the totals at the end.
 */
export function formatIssues(issues: readonly Issue[], lang: Lang): string {
	const files = [...new Set(issues.map(({ file }) => file))].sort();
	const groups = files.map((file) =>
		issues
			.filter((issue) => issue.file === file)
			.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
			.map((issue) => formatIssue(issue, lang))
			.join('\n')
	);
	return [...groups, formatReasons(issues, lang), formatTotals(issues, lang)]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** What was mended, for people: a line each under a heading; nothing if nothing was. */
export function formatMended(mended: readonly Mended[], lang: Lang): string {
	if (mended.length === 0) return '';
	const lines = mended.map(({ rule, feature, did, ...place }) => {
		const id = feature === undefined ? '' : `${feature}: `;
		return `${formatPlace(place)} ${rule} ${id}${did[lang]}`;
	});
	return [WORDS[lang].mended(mended.length), ...lines].join('\n');
}

/** The totals of issues, for people. */
export function formatTotals(issues: readonly Issue[], lang: Lang): string {
	const { errors, warnings } = totalsOf(issues);
	const words = WORDS[lang];
	if (errors + warnings === 0) return words.none;
	const counts = [
		errors > 0 ? words.errors(errors) : '',
		warnings > 0 ? words.warnings(warnings) : ''
	];
	return counts.filter((text) => text !== '').join(words.comma);
}

/** Errors and warnings, counted. */
export function totalsOf(issues: readonly Issue[]): Totals {
	const errors = issues.filter(({ severity }) => severity === 'error').length;
	return { errors, warnings: issues.length - errors };
}

/** `file:line:column`, as far as they are known. */
function formatPlace({ file, line, column }: Pick<Issue, 'file' | 'line' | 'column'>) {
	return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** `file:line:column rule feature: message → fix`; a warning says that it is one. */
function formatIssue(issue: Issue, lang: Lang): string {
	const { rule, severity, feature, message, fix } = issue;
	const kind = severity === 'warning' ? `${rule}${WORDS[lang].warning}` : rule;
	const id = feature === undefined ? '' : `${feature}: `;
	return `${formatPlace(issue)} ${kind} ${id}${message[lang]} → ${fix[lang]}`;
}

function formatReasons(issues: readonly Issue[], lang: Lang): string {
	const rules = [...new Set(issues.map(({ rule }) => rule))].sort();
	const rows = rules.flatMap((rule) => {
		const why = whyOf(rule);
		return why ? [[`  ${rule}`, why[lang]]] : [];
	});
	return rows.length === 0 ? '' : [WORDS[lang].why, ...columns(rows)].join('\n');
}

const WORDS = {
	zh: {
		none: '没有问题。',
		mended: (count: number) => `改好了${count}处：`,
		why: '为什么要紧：',
		warning: '（警告）',
		errors: (count: number) => `${count}个错误`,
		warnings: (count: number) => `${count}个警告`,
		comma: '，'
	},
	en: {
		none: 'No problems.',
		mended: (count: number) => `Mended in ${count} place${count === 1 ? '' : 's'}:`,
		why: 'Why it matters:',
		warning: ' (warning)',
		errors: (count: number) => `${count} error${count === 1 ? '' : 's'}`,
		warnings: (count: number) => `${count} warning${count === 1 ? '' : 's'}`,
		comma: ', '
	}
};
