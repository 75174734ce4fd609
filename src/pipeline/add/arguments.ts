import { parseArgs } from 'node:util';
import { Unusable } from './questions';
import type { Given } from './map-columns';
import type { GivenRecord } from './settle-record';
import { TARGETS, type Target } from './target';

/** What the command line says. */
export interface Arguments extends Given {
	file: string;
	dir: string | undefined;
	as: string | undefined;
	/** By field, the value for a text of its column. */
	values: ReadonlyMap<string, ReadonlyMap<string, string>>;
	datum: string | undefined;
	sheet: string | undefined;
	source: string | undefined;
	record: GivenRecord;
	keepDuplicates: boolean;
	dryRun: boolean;
	json: boolean;
}

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true, default: [] as string[] } as const;
const FLAG = { type: 'boolean', default: false } as const;

/**
 * Reads the words after `add`.
 *
 * @throws Error with what is wrong with them
 */
export function readArguments(args: readonly string[]): Arguments {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			as: TEXT,
			id: TEXT,
			'title-zh': TEXT,
			'title-en': TEXT,
			datum: TEXT,
			map: TEXTS,
			set: TEXTS,
			value: TEXTS,
			sheet: TEXT,
			source: TEXT,
			licence: TEXT,
			'attribution-zh': TEXT,
			'attribution-en': TEXT,
			'as-of': TEXT,
			accuracy: TEXT,
			'keep-duplicates': FLAG,
			'dry-run': FLAG,
			json: FLAG
		}
	});
	const [file, dir, ...rest] = positionals;
	if (file === undefined) throw new Unusable('No file given.');
	if (rest.length > 0)
		throw new Unusable(`One file and one folder, not ${positionals.length} names.`);
	return {
		file,
		dir,
		as: values.as,
		map: pairs('map', values.map),
		set: pairs('set', values.set),
		values: meanings(values.value),
		datum: values.datum,
		sheet: values.sheet,
		source: values.source,
		record: {
			id: values.id,
			titleZh: values['title-zh'],
			titleEn: values['title-en'],
			licence: values.licence,
			attributionZh: values['attribution-zh'],
			attributionEn: values['attribution-en'],
			asOf: values['as-of'],
			accuracy: values.accuracy
		},
		keepDuplicates: values['keep-duplicates'],
		dryRun: values['dry-run'],
		json: values.json
	};
}

/** @throws Unusable at what is no target */
export function readTarget(text: string): Target {
	const target = TARGETS.find((one) => one === text);
	if (target) return target;
	throw new Unusable(`--as is "${text}"; it is one of ${TARGETS.join(', ')}.`);
}

function pairs(option: string, list: readonly string[]): Map<string, string> {
	return new Map(
		list.map((pair) => {
			const at = pair.indexOf('=');
			if (at < 1) throw new Unusable(`--${option} is "${pair}"; write --${option} name.zh=…`);
			return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
		})
	);
}

/** `class:主干路=primary`; a text may hold a colon or an equals sign itself. */
function meanings(list: readonly string[]): Map<string, Map<string, string>> {
	const byField = new Map<string, Map<string, string>>();
	for (const one of list) {
		const [, field, text, value] = /^([^:]+):(.*)=([^=]*)$/s.exec(one) ?? [];
		if (field === undefined || text === undefined || value === undefined)
			throw new Unusable(`--value is "${one}"; write --value "class:主干路=primary".`);
		const own = byField.get(field) ?? new Map<string, string>();
		byField.set(field, own.set(text.trim(), value.trim()));
	}
	return byField;
}
