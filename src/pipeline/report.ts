import type { Issue } from './types';

/** How many issues of each severity there are. */
export interface Totals {
	errors: number;
	warnings: number;
}

/** Issues for people: a line each, grouped by file in order of lines, and the totals at the end. */
export function formatIssues(issues: readonly Issue[]): string {
	const files = [...new Set(issues.map(({ file }) => file))].sort();
	const groups = files.map((file) =>
		issues
			.filter((issue) => issue.file === file)
			.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
			.map(formatIssue)
			.join('\n')
	);
	return [...groups, formatTotals(issues)].join('\n\n');
}

/** The totals of issues, for people. */
export function formatTotals(issues: readonly Issue[]): string {
	const { errors, warnings } = totalsOf(issues);
	if (errors + warnings === 0) return 'No problems.';
	const counts = [
		errors > 0 ? counted(errors, 'error') : '',
		warnings > 0 ? counted(warnings, 'warning') : ''
	];
	return counts.filter((text) => text !== '').join(', ');
}

/** Errors and warnings, counted. */
export function totalsOf(issues: readonly Issue[]): Totals {
	const errors = issues.filter(({ severity }) => severity === 'error').length;
	return { errors, warnings: issues.length - errors };
}

/** `file:line:column rule feature: message → fix`; a warning says that it is one. */
function formatIssue({ file, line, column, rule, severity, feature, message, fix }: Issue): string {
	const place = [file, line, column].filter((part) => part !== undefined).join(':');
	const kind = severity === 'warning' ? `${rule} (warning)` : rule;
	return `${place} ${kind} ${feature === undefined ? '' : `${feature}: `}${message} → ${fix}`;
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
