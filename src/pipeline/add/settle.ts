import type { LayerRecord, LayerType } from '../../lib/atlas/schema';
import type { SourceData } from '../../lib/source/types';
import { readTarget, type Arguments } from './arguments';
import { mapColumns, type Given, type Mapping } from './map-columns';
import { mapValues, type Meanings } from './map-values';
import { Unsettled, type Questions } from './questions';
import type { Input } from './read-input';
import { settleDatum, type SettledDatum } from './settle-datum';
import { settleLicence, settleRecord, type SettledRecord } from './settle-record';
import { settleSource, type SettledSource } from './settle-source';
import { fieldsOf, TARGETS, type Field, type Target } from './target';

/** All that has to be known before something is added. */
export type Settled = {
	fields: readonly Field[];
	mapping: Mapping;
	meanings: Meanings;
	datum: SettledDatum;
	source: SettledSource;
} & ({ as: 'sites'; licence: LayerRecord['licence'] } | { as: LayerType; record: SettledRecord });

/** @throws Unsettled if nobody has said it and nobody can be asked */
export async function settleTarget(words: Arguments, questions: Questions): Promise<Target> {
	const as = await questions.settle({
		option: `--as <${TARGETS.join('|')}>`,
		text: `What to add the file as: one of ${TARGETS.join(', ')}`,
		given: words.as,
		read: readTarget
	});
	if (as === null) throw new Unsettled();
	return as;
}

/**
 * Settles everything else, by the command line, certain guesses, or questions.
 *
 * @throws Unsettled if something stays open
 */
export async function settle(
	as: Target,
	words: Arguments,
	input: Input,
	data: SourceData,
	today: string,
	questions: Questions
): Promise<Settled> {
	const fields = fieldsOf(as);
	const mapping = await mapColumns(fields, input, givenFor(as, words), questions);
	const meanings = await mapValues(fields, mapping, input.features, words.values, questions);
	const datum = await settleDatum(input, data, words.datum, questions);
	const source = await settleSource(data, words.source, today, questions);
	const cited = source?.record;
	if (as === 'sites') {
		const licence = await settleLicence(data, cited, words.record.licence, questions);
		if (!datum || !source || !licence || !questions.areSettled) throw new Unsettled();
		return { as, fields, mapping, meanings, datum, source, licence };
	}
	const record = await settleRecord(as, input.name, data, cited, words.record, questions);
	if (!datum || !source || !record || !questions.areSettled) throw new Unsettled();
	return { as, fields, mapping, meanings, datum, source, record };
}

/** The accuracy of sites is a property of each. */
function givenFor(as: Target, { map, set, record }: Arguments): Given {
	if (as !== 'sites' || record.accuracy === undefined) return { map, set };
	return { map, set: new Map([...set, ['accuracy', record.accuracy]]) };
}
