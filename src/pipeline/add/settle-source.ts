import * as v from 'valibot';
import { Day, Id, Source } from '../../lib/atlas/schema';
import type { SourceData } from '../../lib/source/types';
import { Unusable, type Questions } from './questions';

/** The source of what is added: one of the atlas, or a new record for sources.json. */
export interface SettledSource {
	record: Source;
	isNew: boolean;
}

/** Settles the source: one that sources.json has, or, on a terminal, one that is asked for. */
export async function settleSource(
	data: SourceData,
	given: string | undefined,
	today: string,
	questions: Questions
): Promise<SettledSource | null> {
	const { ask } = questions;
	const id = await questions.settle({
		option: '--source <id>',
		text: `Source: id of a record of sources.json${ask ? ', or a new id to make one' : ''}`,
		given,
		read: (answer) => {
			const isKnown = data.sources.some((source) => source.id === answer);
			if (isKnown || (ask && v.is(Id, answer))) return answer;
			const known = data.sources.map((source) => source.id).join(', ');
			const what = answer === '' ? 'A source is needed' : `sources.json has no "${answer}"`;
			throw new Unusable(`${what}; add a record to it first, or name one of ${known}.`);
		}
	});
	if (id === null) return null;
	const record = data.sources.find((source) => source.id === id);
	if (record) return { record, isNew: false };
	return { record: await newSource(id, today, questions), isNew: true };
}

async function newSource(id: string, today: string, questions: Questions): Promise<Source> {
	const ask = <T>(text: string, read: (answer: string) => T, guess?: string) =>
		// It is only asked for on a terminal, where every question gets its answer.
		questions.settle<T>({ option: '--source', text, guess, read }) as Promise<T>;
	const orNull = (answer: string) => (answer === '' ? null : answer);
	const kinds = Source.entries.kind;
	const kind = await ask(
		`Kind of the source, one of ${kinds.options.join(', ')}`,
		one(kinds, 'none of these kinds'),
		'dataset'
	);
	const zh = await ask('Publisher in Chinese, or nothing', orNull);
	const en = zh === null ? null : await ask('Publisher in English', needed);
	const title = await ask('Title as published, or nothing', orNull);
	const about = {
		zh: await ask('What was taken from it, in Chinese', needed),
		en: await ask('What was taken from it, in English', needed)
	};
	const date = await ask('Day of publication, or nothing', orNothing(Day, 'no day as 2026-03-01'));
	const url = await ask(
		'Its http(s) address, or nothing',
		orNothing(Source.entries.url, 'no http(s) address')
	);
	const publisher = zh !== null && en !== null ? { zh, en } : null;
	return { id, kind, publisher, title, about, date, url, checked: today };
}

/**
 * Reads any text.
 *
 * @throws Unusable if there is none
 */
export function needed(answer: string): string {
	if (answer !== '') return answer;
	throw new Unusable('This is needed.');
}

/** Reads what a schema accepts. */
export function one<S extends v.GenericSchema>(
	schema: S,
	what: string
): (answer: string) => v.InferOutput<S> {
	return (answer) => {
		const { success, output } = v.safeParse(schema, answer);
		if (success) return output;
		throw new Unusable(`"${answer}" is ${what}.`);
	};
}

function orNothing<S extends v.GenericSchema>(schema: S, what: string) {
	return (answer: string) => (answer === '' ? null : one(schema, what)(answer));
}
