import { FileFault } from '../../lib/files/fault';
import { faultWords } from '../../lib/files/fault-words';
import type { Issue } from '../../lib/source/types';

/** What is wrong, in English as all that `add` says. */
export interface Problem extends Omit<Issue, 'message' | 'fix'> {
	message: string;
	fix: string;
}

/** Ends an addition: something of the file, or of what would be made of it, can't be used. */
export class Refusal extends Error {
	constructor(readonly issues: readonly Problem[]) {
		super(issues.map(({ message }) => message).join(' '));
	}
}

/** A refusal of one problem. */
export function refusal(file: string, message: string, fix: string, feature?: string): Refusal {
	return new Refusal([problem(file, message, fix, feature)]);
}

/**
 * What keeps something from being added, as an issue.
 *
 * @param feature id of the site or feature that it is about
 */
export function problem(file: string, message: string, fix: string, feature?: string): Problem {
	const of = feature === undefined ? {} : { feature };
	return { rule: 'added-file', severity: 'error', file, ...of, message, fix };
}

/** What a reader of files says, as an issue; anything else is thrown on. */
export function issueOf(error: unknown, file: string): Problem {
	if (!(error instanceof FileFault)) throw error;
	const { place, value } = error.fault;
	const { what, next, where } = faultWords(error.fault, 'en');
	const message = [what, where && `At ${where}.`, value && `There: ${value}`]
		.filter((part) => part !== '')
		.join(' ');
	const at = place.row ?? place.line;
	return { ...problem(file, message, next), ...(at !== undefined && { line: at }) };
}

/** What the check says, as a problem. */
export function problemOf({ message, fix, ...issue }: Issue): Problem {
	return { ...issue, message: message.en, fix: fix.en };
}

/** Problems for people, a line each. */
export function tellProblems(problems: readonly Problem[]): string {
	const lines = problems.map(({ file, line, column, feature, message, fix }) => {
		const place = [file, line, column].filter((part) => part !== undefined).join(':');
		return `${place} ${feature === undefined ? '' : `${feature}: `}${message} → ${fix}`;
	});
	return lines.join('\n');
}
