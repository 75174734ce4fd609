import type { NoteKind } from '../../lib/files/own-file';
import { LIMITS } from '../../lib/files/limits';
import { toldIssue } from '../article-text';
import type { Issue } from '../../lib/source/types';
import type { Report } from './add';

/** Rows shown of a list before the rest is only counted. */
const SHOWN = 20;

const NOTES: Readonly<Record<NoteKind, (value: number | string) => string>> = {
	placeless: (count) => `${count} of its features have no place.`,
	closed: (count) => `${count} open rings were closed.`,
	cut: (count) => `${count} values were longer than ${LIMITS.text} characters and cut.`,
	columns: (count) => `${count} columns beyond ${LIMITS.columns} were not read.`,
	gb18030: () => 'Its text was read as GB18030.',
	'no-projection': () => 'It has no .prj file: taken as longitude and latitude.',
	projected: (name) => `Its positions were on a plane, ${name}.`
};

/** What an addition did, for people. */
export function tellReport(file: string, report: Report, isDry: boolean): string {
	const { as, format, notes, datum, conversion, mapping, dropped } = report;
	const { added, duplicates, skipped, halfNamed, written, issues } = report;
	const kept = duplicates.filter(({ isKept }) => isKept);
	const what = as === 'sites' ? 'sites' : `features of a ${as} layer`;
	const bound = Object.entries(mapping).map(([field, column]) => `${field} from ${column}`);
	const lines = [
		`${file}: ${format}.`,
		...notes.map(({ kind, value }) => NOTES[kind](value)),
		`Datum: ${datum.datum}, ${datum.why}.`,
		...(conversion
			? [
					`Converted: ${conversion.features} features, ${conversion.method.en}; moved by a median of ${conversion.shift} m.`
				]
			: []),
		...(bound.length > 0 ? [`Mapped: ${bound.join(', ')}.`] : []),
		...(dropped.length > 0 ? [`Columns not taken: ${dropped.join(', ')}.`] : []),
		...list(
			'Duplicates',
			duplicates.map(({ number, name, of, why, metres, isKept }) => {
				const far = metres === null ? '' : `, ${metres} m away`;
				const done = isKept ? 'added all the same' : 'skipped';
				return `feature ${number}${name ? ` ${name}` : ''}: ${of} ${why}${far}; ${done}`;
			})
		),
		...list(
			'Skipped',
			skipped.map(({ number, why }) => `feature ${number}: ${why}`)
		),
		...list(
			'Without a name now, since the file has it in one language only',
			halfNamed.map((number) => `feature ${number}`)
		),
		...list(
			isDry ? 'Would add' : 'Added',
			added.map(({ id, name }) => (name === null ? id : `${id} ${name}`))
		),
		written.length === 0
			? 'Nothing to add: all of it is there already.'
			: `${isDry ? 'Would write' : 'Written'}: ${written.join(', ')}; ${added.length} ${what}${kept.length > 0 ? `, ${kept.length} of them duplicates` : ''}.`,
		...list('Next, as check says', nextSteps(issues))
	];
	return lines.join('\n');
}

/** Each rule once, by its first finding. */
function nextSteps(issues: readonly Issue[]): string[] {
	const rules = [...new Set(issues.map(({ rule }) => rule))];
	return rules.flatMap((rule) => {
		const [first, ...others] = issues.filter((issue) => issue.rule === rule);
		if (!first) return [];
		return `${rule}: ${toldIssue(first)}${others.length > 0 ? ` (and ${others.length} more)` : ''}`;
	});
}

function list(title: string, rows: readonly string[]): string[] {
	if (rows.length === 0) return [];
	const more = rows.length - SHOWN;
	return [
		`${title} (${rows.length}):`,
		...rows.slice(0, SHOWN).map((row) => `  ${row}`),
		...(more > 0 ? [`  … and ${more} more (all of them with --json)`] : [])
	];
}
