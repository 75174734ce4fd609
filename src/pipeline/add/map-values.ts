import type { OwnFeature } from '../../lib/files/own-file';
import { en } from '../../lib/explorer/strings/en';
import { zh } from '../../lib/explorer/strings/zh';
import { textIn, valuesOf, type Mapping } from './map-columns';
import { Unusable, type Questions } from './questions';
import type { Field } from './target';

/** By field, what each text of its column means; `null`: features with it are left out. */
export type Meanings = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** Words that can only mean one value, besides the value itself. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	class: {
		motorway: ['高速公路', '高速路', '高速'],
		trunk: ['快速路'],
		primary: ['主干路', '主干道'],
		tunnel: ['隧道'],
		borough: ['区', '区县'],
		neighbourhood: ['街道', '社区']
	},
	kind: {
		river: ['河', '江', '河流'],
		lake: ['湖', '湖泊'],
		...wordsOf(zh.kinds, en.kinds)
	},
	theme: wordsOf(zh.themes, en.themes),
	status: wordsOf(zh.statuses, en.statuses)
};

function wordsOf(...languages: Record<string, string>[]): Record<string, string[]> {
	const keys = Object.keys(languages[0] ?? {});
	return Object.fromEntries(keys.map((key) => [key, languages.flatMap((one) => one[key] ?? [])]));
}

/** Stands for every text that is neither given by itself nor plain. */
const ANY = '*';

/**
 * What the texts of columns with a choice of values mean: as given, by their words, or by asking.
 *
 * @param given by field, the value for a text; an empty one leaves its features out
 */
export async function mapValues(
	fields: readonly Field[],
	mapping: Mapping,
	features: readonly OwnFeature[],
	given: ReadonlyMap<string, ReadonlyMap<string, string>>,
	questions: Questions
): Promise<Meanings> {
	const meanings = new Map<string, Map<string, string | null>>();
	for (const field of fields) {
		const binding = mapping.get(field.name);
		if (typeof field.of === 'string' || !binding) continue;
		const texts =
			'value' in binding ? [binding.value] : new Set(valuesOf(features, binding.column));
		const meant = new Map<string, string | null>();
		for (const text of texts) {
			const own = given.get(field.name);
			const said = own?.get(text);
			const obvious = said === undefined ? obviousMeaning(text, field) : undefined;
			const meaning = obvious ?? (await meaningOf(text, field, said ?? own?.get(ANY), questions));
			meant.set(text, meaning);
		}
		meanings.set(field.name, meant);
	}
	return meanings;
}

function obviousMeaning(text: string, { name, of }: Field): string | undefined {
	return (of as readonly string[]).find((option) => {
		const words = [option, ...(WORDS[name]?.[option] ?? [])];
		return words.some((word) => word.toLowerCase() === text.toLowerCase());
	});
}

function meaningOf(
	text: string,
	{ name, of }: Field,
	given: string | undefined,
	questions: Questions
): Promise<string | null> {
	const options = of as readonly string[];
	return questions.settle<string | null>({
		option: `--value "${name}:${text}=<value>"`,
		text: `What does "${text}" mean for "${name}"? One of ${options.join(', ')}, or nothing to leave these features out`,
		given,
		read: (answer) => {
			if (answer === '' || options.includes(answer)) return answer || null;
			throw new Unusable(`"${answer}" is none of ${options.join(', ')}.`);
		}
	});
}

/** The text of a field for one feature: its column's, or the one for all; `''` for none. */
export function rawText(name: string, mapping: Mapping, feature: OwnFeature): string {
	const binding = mapping.get(name);
	if (!binding) return '';
	return 'value' in binding ? binding.value : textIn(feature.properties, binding.column);
}
