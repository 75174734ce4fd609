import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileStrings } from '../../src/lib/explorer/tools/files/strings';
import { findStrings } from '../../src/lib/explorer/strings/find';
import { faultWords } from '../../src/lib/files/fault-words';
import { isolated } from '../../src/lib/text/isolated';
import { HOSTILE_TEXTS } from '../support/hostile';

/** Every character that opens or closes something, and letters of each direction. */
const PARTS = [...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200Fשع1(重a '];
const words = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join(''));

/** What of a sentence can turn the rest of it: all that isn't within a closed isolate. */
const atLarge = (sentence: string) =>
	sentence.replaceAll(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g, '');
const TURNS = /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}]/u;

describe('words of somebody else within a sentence of ours', () => {
	test('turn nothing of it, whatever they are', () => {
		fc.assert(fc.property(words, (text) => !TURNS.test(atLarge(`前${isolated(text)}后`))));
		for (const text of HOSTILE_TEXTS) expect(atLarge(isolated(text))).not.toMatch(TURNS);
	});

	test('lose no letter', () => {
		const letters = (text: string) => text.replaceAll(/\p{Bidi_Control}/gu, '');
		fc.assert(fc.property(words, (text) => letters(isolated(text)) === letters(text)));
	});

	test('stay as they are where they can turn nothing', () => {
		for (const text of ['', '重庆东站（一期）.geojson', 'Ōtemachi №1 — “x”', '😀'])
			expect(isolated(text)).toBe(text);
	});

	test('are kept apart in what is said of files, of searches and of faults', () => {
		const text = '\u202Eגfdp';
		for (const lang of ['zh', 'en'] as const) {
			const files = fileStrings[lang];
			const fault = { kind: 'number', place: { entry: text, field: text }, value: text } as const;
			for (const sentence of [
				files.reading(text),
				files.broken(text),
				files.value(text),
				files.labelled('x', text),
				files.tableOf(text),
				files.notes.projected(text),
				findStrings[lang].none(text),
				faultWords(fault, lang).where
			]) {
				expect(sentence).toContain('ג');
				expect(atLarge(sentence)).not.toMatch(TURNS);
			}
		}
	});
});
