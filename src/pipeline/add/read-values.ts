import type { Bilingual, LayerProperties } from '../../lib/atlas/schema';
import { normalise } from '../../lib/text/normalise';
import type { SourceData } from '../../lib/source/types';
import type { Mapping } from './map-columns';
import { rawText, type Meanings } from './map-values';
import type { Placed } from './place';
import { slug } from './slug';
import type { Field } from './target';

/** What the properties of one feature say, read and typed. */
export interface Values {
	/** By field; a field without text is not there. */
	values: ReadonlyMap<string, unknown>;
	/** Why the feature is not wanted, as the meaning of a value says; `null`: it is. */
	leftOut: string | null;
	/** What can't be read. */
	faults: string[];
}

/** Names of lines and stations of the atlas, as a file may write them, to their ids. */
export interface Links {
	lines: ReadonlyMap<string, string>;
	stations: ReadonlyMap<string, string>;
}

/** What a file may call the atlas's lines and stations. */
export function linksOf({ lines, layers }: SourceData): Links {
	const stations = layers
		.filter(({ record }) => record.type === 'metro-station')
		.flatMap(({ features }) => features);
	return {
		lines: new Map(
			lines.flatMap(({ id, name, badge }) => {
				return [id, name.zh, name.en, badge.zh, badge.en].map((text) => [comparable(text), id]);
			})
		),
		stations: new Map(
			stations.flatMap(({ id, properties }) => {
				const { zh, en } = properties['name'] as LayerProperties['metro-station']['name'];
				return [id, zh, en].map((text) => [comparable(text), id]);
			})
		)
	};
}

function comparable(text: string): string {
	return normalise(text).text;
}

/** Reads the properties of a feature. */
export function readValues(
	feature: Placed,
	fields: readonly Field[],
	mapping: Mapping,
	meanings: Meanings,
	links: Links
): Values {
	const values = new Map<string, unknown>();
	const faults: string[] = [];
	let leftOut: string | null = null;
	for (const field of fields) {
		const { name, isNeeded, of } = field;
		const text = rawText(name, mapping, feature);
		// Of names, either may be missing; who makes sites or layers of them decides.
		if (text === '') {
			if (isNeeded && !name.startsWith('name.')) leftOut ??= `it has no "${name}"`;
			continue;
		}
		if (typeof of !== 'string') {
			const meaning = meanings.get(name)?.get(text) ?? null;
			if (meaning === null) leftOut ??= `its "${name}" is "${text}"`;
			else values.set(name, meaning);
			continue;
		}
		const read = readText(text, of, links);
		if ('fault' in read) faults.push(`"${name}" is "${text}": ${read.fault}.`);
		else if (read.value !== undefined) values.set(name, read.value);
	}
	return { values, leftOut, faults };
}

const SEPARATORS = /[;；,，、|]/;
const YES = /^(?:true|1|yes|y|是)$/i;
const NO = /^(?:false|0|no|n|否)$/i;

type Read = { value: unknown } | { fault: string };

function readText(text: string, of: Exclude<Field['of'], readonly string[]>, links: Links): Read {
	switch (of) {
		case 'text':
			return { value: text.replaceAll(/\s+/g, ' ') };
		case 'texts':
			return { value: partsOf(text) };
		case 'id': {
			const id = slug(text);
			return id === '' ? { fault: 'no id can be made of it' } : { value: id };
		}
		case 'flag':
			if (YES.test(text)) return { value: true };
			return NO.test(text) ? { value: undefined } : { fault: 'write true or false' };
		case 'metres': {
			const metres = Number(text.replace(/\s*(?:m|米)$/, ''));
			return metres >= 0 ? { value: metres } : { fault: 'write metres as a number' };
		}
		case 'lines': {
			const parts = partsOf(text);
			const unknown = parts.find((part) => !links.lines.has(comparable(part)));
			if (unknown !== undefined) return { fault: `lines.json has no line "${unknown}"` };
			return { value: parts.map((part) => links.lines.get(comparable(part))) };
		}
		case 'station': {
			const id = links.stations.get(comparable(text));
			return id === undefined ? { fault: 'no station layer has it' } : { value: id };
		}
	}
}

function partsOf(text: string): string[] {
	return text.split(SEPARATORS).flatMap((part) => part.trim() || []);
}

/** The name in both languages; `null` unless both are there. */
export function nameIn(values: Values['values']): Bilingual | null {
	const [zh, en] = [values.get('name.zh'), values.get('name.en')];
	return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}
