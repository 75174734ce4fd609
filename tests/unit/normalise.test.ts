import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/lib/text/normalise';
import { numeralValue } from '../../src/lib/text/numerals';

function sourceOf(text: string, wanted: string): string {
	const normalised = normalise(text);
	const from = normalised.text.indexOf(wanted);
	const { starts, ends } = normalised.offsets;
	return text.slice(starts[from], ends[from + wanted.length - 1]);
}

describe('normalise', () => {
	it.each([
		['ＡＢＣ（１２３）', 'abc(123)'],
		['甲—乙–丙－丁‐戊―己-庚', '甲-乙-丙-丁-戊-己-庚'],
		['甲·乙・丙•丁‧戊･己', '甲·乙·丙·丁·戊·己'],
		['第一一期 ラーメン', '第一一期ラーメン'],
		['枫\u200B溪\u00AD东\u00A0站\n新 城', '枫溪东站新城'],
		['Line  8\nopens', 'line 8 opens'],
		['Shi\u00ADqiao', 'shiqiao'],
		['vivo 中心 vivo', 'vivo中心vivo'],
		['one\n\ntwo', 'one\ntwo'],
		['one\r\ntwo', 'one two'],
		['one\r\rtwo', 'one\ntwo'],
		['one\r\n\r\ntwo', 'one\ntwo'],
		['𠀀 a ⺀ b 﨎 c', '𠀀a⺀b﨎c'],
		['😀 a \uFFFC b \u{F0000} c', '😀 a \uFFFC b \u{F0000} c'],
		['陆号线贰期拾陆座', '六号线二期十六座'],
		['大陆号、登陆日、陆家嘴', '大陆号、登陆日、陆家嘴'],
		['Xi’an', "xi'an"]
	])('makes %j %j', (source, text) => {
		expect(normalise(source).text).toBe(text);
	});

	it('leaves 一 and the long vowel mark alone', () => {
		expect(normalise('一ー').text).toBe('一ー');
	});

	it('gives every unit of an expansion the whole source character', () => {
		const { text, offsets } = normalise('甲㈱乙');
		expect(text).toBe('甲(株)乙');
		expect([...offsets.starts]).toEqual([0, 1, 1, 1, 2]);
		expect([...offsets.ends]).toEqual([1, 2, 2, 2, 3]);
	});

	it('keeps combining marks with their base', () => {
		expect(sourceOf('cafe\u0301 中', 'é')).toBe('e\u0301');
		expect(sourceOf('ｶﾞス', 'ガ')).toBe('ｶﾞ');
		expect(sourceOf('甲𠮷乙', '𠮷')).toBe('𠮷');
		expect([...normalise('甲𠮷乙').offsets.starts]).toEqual([0, 1, 1, 3]);
	});

	it('changes nothing when done twice', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const once = normalise(text).text;
				expect(normalise(once).text).toBe(once);
			})
		);
	});

	it('maps every unit to a stretch of the source, in order', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (source) => {
				const { text, offsets } = normalise(source);
				expect(offsets.starts).toHaveLength(text.length);
				const wrong = [...offsets.starts].filter((start, i) => {
					const [before, end] = [offsets.starts[i - 1] ?? 0, offsets.ends[i] ?? 0];
					return start < before || end <= start || end > source.length;
				});
				expect(wrong).toEqual([]);
			})
		);
	});
});

describe('numeralValue', () => {
	it.each([
		['零', 0],
		['两', 2],
		['十', 10],
		['十六', 16],
		['一十六', 16],
		['二十四', 24],
		['廿四', 24],
		['一百零六', 106],
		['一百一十', 110],
		['一千零一', 1001],
		['两千零二十', 2020],
		['九千九百九十九', 9999],
		['二〇二五', 2025]
	])('reads %s as %d', (numeral, value) => {
		expect(numeralValue(numeral)).toBe(value);
	});

	it.each([
		...['二七', '三五', '十两', '百', '一百六', '十十', '一千二', '零六', '四六八十'],
		...['十二〇二五', '九千九千', '甲', '']
	])('refuses %j', (text) => {
		expect(numeralValue(text)).toBeNull();
	});
});
