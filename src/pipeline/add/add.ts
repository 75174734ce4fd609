import type { Conversion } from '../../lib/atlas/schema';
import { DRAWN, SITE_TYPES } from '../../lib/check/geometry-type';
import { check } from '../../lib/check/index';
import { localDay } from '../local-day';
import { readAtlas } from '../read-folder';
import { SITE_FILES } from '../../lib/source/site-files';
import type { Issue, SourceData } from '../../lib/source/types';
import type { Added, Doubled, Keep, Read } from './added';
import type { Arguments } from './arguments';
import { commit, issuesAfter, readTexts } from './commit';
import { completeNames } from './complete-names';
import { locateColumns } from './locate-columns';
import { make } from './make';
import { droppedColumns, sampleColumns } from './map-columns';
import { placeAll, type Placed, type Skipped } from './place';
import { problem, problemOf, Refusal, refusal, type Problem } from './problem';
import type { Questions } from './questions';
import { readInput, type Input } from './read-input';
import { linksOf, readValues } from './read-values';
import { settle, settleTarget, type Settled } from './settle';
import type { SettledDatum } from './settle-datum';
import type { Target } from './target';

/** What an addition did, or would do. */
export interface Report {
	as: Target;
	format: Input['format'];
	/** What the reader of the file had to say. */
	notes: Input['notes'];
	datum: SettledDatum;
	/** How positions came to be in WGS-84; `null` if they were. */
	conversion: Conversion | null;
	/** Column, or `=value`, by property. */
	mapping: Record<string, string>;
	/** Columns that nothing took. */
	dropped: string[];
	added: Added[];
	duplicates: Doubled[];
	skipped: Skipped[];
	/** Numbers of features without a name now, since the file gives it in one language only. */
	halfNamed: number[];
	/** Files of the data folder that are new or changed, or would be; none if all was there. */
	written: string[];
	/** What `check` says of the folder with it and did not say without it. */
	issues: Issue[];
}

/** Files that additions are inserted into. */
const LISTS = ['atlas.json', 'sources.json', ...Object.keys(SITE_FILES)];

/**
 * Adds a file to an atlas: all of what can be used of it, or nothing.
 *
 * @throws Unsettled if something has to be said first, Refusal if something is wrong
 */
export async function add(
	words: Arguments,
	dir: string,
	now: Date,
	questions: Questions
): Promise<Report> {
	const today = localDay(now);
	const input = await readInput(words.file, words.sheet, locateColumns(words.map, questions));
	questions.show(sampleColumns(input));
	const as = await settleTarget(words, questions);
	// Before anything is asked: what changes meanwhile is not what the answers were about.
	const asked = await readTexts(dir, LISTS);
	const { data, issues } = await readAtlas(dir);
	if (!data) throw new Refusal(issues.map(problemOf));
	const settled = await settle(as, words, input, data, today, questions);
	const { datum, mapping } = settled;
	const draws = new Set(as === 'sites' ? SITE_TYPES : DRAWN[as]);
	const { placed, skipped } = placeAll(input.features, datum.datum, data.atlas.bounds, draws);
	const read = readAll(input.name, placed, settled, data);
	const needsNames = settled.fields.some(({ name, isNeeded }) => name === 'name.zh' && isNeeded);
	const named = needsNames
		? await completeNames(input.name, read.read, questions)
		: { complete: read.read, skipped: [] };
	const allSkipped = [...skipped, ...read.skipped, ...named.skipped];
	if (named.complete.length === 0) throw nothingLeft(input, allSkipped);
	const keep = keepBy(words, questions);
	const made = await make({ read: named.complete, input, settled, data, today, keep });
	const before = new Map([...(await readTexts(dir, made.paths)), ...asked]);
	const changes = made.changes(before);
	const found = await issuesAfter(dir, changes, [...issues, ...check(data, now)], now);
	const grave = found.filter(({ severity, rule }) => {
		return severity === 'error' && !made.follows.has(rule);
	});
	if (grave.length > 0) throw new Refusal(inFile(input.name, made.added, made.file, grave));
	if (!words.dryRun) await commit(dir, changes, before);
	return {
		as,
		format: input.format,
		notes: input.notes,
		datum,
		conversion: made.conversion,
		mapping: Object.fromEntries(
			[...mapping].map(([field, one]) => [field, 'column' in one ? one.column : `=${one.value}`])
		),
		dropped: droppedColumns(mapping, input),
		added: changes.size > 0 ? made.added : [],
		duplicates: made.doubled,
		skipped: allSkipped.sort((a, b) => a.number - b.number),
		halfNamed: made.halfNamed,
		written: [...changes.keys()],
		issues: found
	};
}

/** @throws Refusal with every value that can't be read */
function readAll(file: string, placed: readonly Placed[], settled: Settled, data: SourceData) {
	const { fields, mapping, meanings } = settled;
	const links = linksOf(data);
	const read: Read[] = [];
	const skipped: Skipped[] = [];
	const issues: Problem[] = [];
	for (const feature of placed) {
		const { number } = feature;
		const { values, leftOut, faults } = readValues(feature, fields, mapping, meanings, links);
		const fix = 'Correct it in the file, or map another column.';
		issues.push(...faults.map((fault) => problem(file, fault, fix, `feature ${number}`)));
		if (leftOut === null) read.push({ placed: feature, values });
		else skipped.push({ number, why: leftOut });
	}
	if (issues.length > 0) throw new Refusal(issues);
	return { read, skipped };
}

function nothingLeft({ name, features }: Input, skipped: readonly Skipped[]): Refusal {
	const [first] = skipped;
	const why = first ? `; feature ${first.number}: ${first.why}` : '';
	return refusal(
		name,
		`None of its ${features.length} features can be added${why}.`,
		'See that the coordinates are longitude and latitude, in that order and in this datum, and within "bounds" of atlas.json.'
	);
}

/** What is wrong with what was made, told of the file that it came from: the other is not there. */
function inFile(file: string, added: readonly Added[], made: string, issues: readonly Issue[]) {
	const numbers = new Map(added.map(({ id, number }) => [id, number]));
	return issues.map(problemOf).map((issue): Problem => {
		if (issue.file !== made) return issue;
		const { rule, severity, feature, message } = issue;
		const number = numbers.get(feature ?? '');
		const isDatum = rule.startsWith('datum');
		const fix = isDatum ? 'Say with --datum what its coordinates are measured in.' : issue.fix;
		const of = number === undefined ? {} : { feature: `feature ${number} (${feature})` };
		return { rule, severity, file, ...of, message, fix };
	});
}

/** Whether duplicates are added: as the command line says, or as the answer on a terminal. */
function keepBy({ keepDuplicates }: Arguments, { ask }: Questions): Keep {
	return async ({ number, name, of, why }) => {
		if (keepDuplicates || !ask) return keepDuplicates;
		const what = `Feature ${number}${name === null ? '' : ` "${name}"`} may be ${of}: it ${why}.`;
		return /^(?:y|yes|是)$/i.test((await ask(`${what} Add it all the same?`, 'no')).trim());
	};
}
