import * as v from 'valibot';
import { Id } from '../../lib/atlas/schema';
import type { OwnFeature } from '../../lib/files/own-file';
import { Unusable, type Column, type Questions } from './questions';
import type { Input } from './read-input';
import type { Field } from './target';

/** Where a property comes from: a column of the file, or one value for all. */
export type Binding = { column: string } | { value: string };

/** Bindings by the name of their field. */
export type Mapping = ReadonlyMap<string, Binding>;

/** What the command line says of properties. */
export interface Given {
	/** Column by field. */
	map: ReadonlyMap<string, string>;
	/** Value by field. */
	set: ReadonlyMap<string, string>;
}

/** The columns of a file and what stands in them. */
export interface Table {
	columns: readonly string[];
	features: readonly OwnFeature[];
}

/** Binds each field to a column or a value: as given, by a certain guess, or by asking. */
export async function mapColumns(
	fields: readonly Field[],
	table: Table,
	given: Given,
	questions: Questions
): Promise<Mapping> {
	for (const name of [...given.map.keys(), ...given.set.keys()]) {
		if (fields.some((field) => field.name === name) || name === 'lng' || name === 'lat') continue;
		const known = fields.map((field) => field.name).join(', ');
		questions.faults.push(`"${name}" is no property of what is added; there are ${known}.`);
	}
	const mapping = new Map<string, Binding>();
	for (const field of fields) {
		const binding = await bind(field, table, given, questions);
		if (binding) mapping.set(field.name, binding);
	}
	return mapping;
}

async function bind(
	field: Field,
	table: Table,
	{ map, set }: Given,
	questions: Questions
): Promise<Binding | null> {
	const { name, isNeeded } = field;
	const value = set.get(name);
	if (value !== undefined) return { value };
	const [guess, ...others] = likelyColumns(field, table);
	const column = map.get(name);
	// Nobody is asked for what may be left out and has no likely column.
	if (!isNeeded && column === undefined && guess === undefined) return null;
	return questions.settle<Binding | null>({
		option: `--map ${name}=<column>`,
		text: `Column of "${name}"${hintOf(field)}`,
		given: column,
		guess,
		isCertain: others.length === 0,
		read: (answer) => bindingOf(answer, field, table)
	});
}

function hintOf({ of, isNeeded }: Field): string {
	if (typeof of !== 'string') return `, or =value for all, one of: ${of.join(', ')}`;
	return isNeeded ? ', or =value for all' : ', or - for none';
}

function bindingOf(answer: string, { name, isNeeded }: Field, table: Table): Binding | null {
	if (answer.startsWith('=')) return { value: answer.slice(1).trim() };
	if (answer === '-' && !isNeeded) return null;
	if (table.columns.includes(answer)) return { column: answer };
	const what = answer === '' ? `"${name}" is needed` : `There is no column "${answer}"`;
	throw new Unusable(`${what}; the file has ${table.columns.join(', ') || 'none'}.`);
}

const HAN = /\p{Script=Han}/u;

/** The columns that their names, and for names their language, show to be the field. */
function likelyColumns(field: Field, { columns, features }: Table): string[] {
	const fits = (pattern: RegExp) =>
		columns.filter((column) => {
			if (!pattern.test(column.normalize('NFKC').trim().toLowerCase())) return false;
			const texts = valuesOf(features, column);
			if (texts.length === 0) return false;
			if (field.name.endsWith('.zh')) return texts.some((text) => HAN.test(text));
			if (field.name.endsWith('.en')) return texts.every((text) => !HAN.test(text));
			// Numbers and keys of other programs are no ids of ours.
			return field.name !== 'id' || texts.every((text) => v.is(Id, text) && /[a-z]/.test(text));
		});
	return field.columns.map(fits).find((likely) => likely.length > 0) ?? [];
}

/** The texts of a column that are not empty, in the order of the file. */
export function valuesOf(features: readonly OwnFeature[], column: string): string[] {
	return features.flatMap(({ properties }) => {
		const text = textIn(properties, column);
		return text === '' ? [] : [text];
	});
}

/** What stands in a column of a feature, as a text without white space around. */
export function textIn(properties: OwnFeature['properties'], column: string): string {
	if (!Object.hasOwn(properties, column)) return '';
	return String(properties[column] ?? '').trim();
}

/** The columns that no property takes, but for those with the coordinates. */
export function droppedColumns(
	mapping: Mapping,
	{ columns, coordinates }: Pick<Input, 'columns' | 'coordinates'>
): string[] {
	const taken = new Set([
		...coordinates,
		...[...mapping.values()].flatMap((one) => ('column' in one ? one.column : []))
	]);
	return columns.filter((column) => !taken.has(column));
}

const SAMPLES = 3;

/** The columns of a file, each with the first of its different values. */
export function sampleColumns({ columns, features }: Table): Column[] {
	return columns.map((name) => ({
		name,
		samples: [...new Set(valuesOf(features, name))].slice(0, SAMPLES)
	}));
}
