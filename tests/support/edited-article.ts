import { Converter } from 'opencc-js';
import { numeral } from '../../src/lib/text/numerals';

/** A sentence, and the number of the paragraph that it was in; `null` for one that an edit put in. */
interface Sentence {
	n: number | null;
	/** Which sentence of that paragraph it was, from 0. */
	index: number;
	text: string;
}

/** An article by lines of sentences, so that edits can move text and say where it came from. */
export type Edited = Sentence[][];

/** A random number from 0 up to 1. */
export type Random = () => number;

type Edit = (article: Edited, random: Random) => Edited;

/** An article as it was published. */
export function unedited(lines: readonly string[]): Edited {
	return lines.map((line, i) =>
		sentencesOf(line).map((text, index) => ({ n: i + 1, index, text }))
	);
}

/** The lines of an edited article. */
export function linesOf(article: Edited): string[] {
	return article.map((line) => line.map(({ text }) => text).join(''));
}

/** The numbers (from 1) of the lines that hold a sentence of a paragraph. */
export function linesWith(article: Edited, n: number): number[] {
	return article.flatMap((line, i) => (line.some((one) => one.n === n) ? [i + 1] : []));
}

/** Whether one line still holds those sentences of a paragraph. */
export function survives(article: Edited, n: number, sentences: readonly number[]): boolean {
	return article.some((line) => {
		const kept = line.filter((one) => one.n === n).map(({ index }) => index);
		return kept.length > 0 && sentences.every((index) => kept.includes(index));
	});
}

/** Edits by name; a script applies some of them, one after the other. */
export const EDITS: Record<string, Edit> = {
	'put a paragraph in': (article, random) =>
		article.toSpliced(at(article, random), 0, sentencesOf(pick(FILLERS, random)).map(added)),
	'take a paragraph out': (article, random) => article.toSpliced(at(article, random), 1),
	'swap neighbours': (article, random) => {
		const i = Math.floor(random() * (article.length - 1));
		return article.toSpliced(i, 2, article[i + 1] ?? [], article[i] ?? []);
	},
	'swap two paragraphs': (article, random) => {
		const [a, b] = [at(article, random), at(article, random)];
		return article.with(a, article[b] ?? []).with(b, article[a] ?? []);
	},
	'move three paragraphs': (article, random) => {
		const from = at(article, random);
		const rest = article.toSpliced(from, 3);
		return rest.toSpliced(at(rest, random), 0, ...article.slice(from, from + 3));
	},
	'split a paragraph': (article, random) => {
		const i = at(article, random);
		const line = article[i] ?? [];
		const cut = Math.ceil(line.length / 2);
		return line.length < 2 ? article : article.toSpliced(i, 1, line.slice(0, cut), line.slice(cut));
	},
	'join two paragraphs': (article, random) => {
		const i = Math.floor(random() * (article.length - 1));
		return article.toSpliced(i, 2, [...(article[i] ?? []), ...(article[i + 1] ?? [])]);
	},
	'take a sentence out': (article, random) => {
		const i = at(article, random);
		const line = article[i] ?? [];
		return line.length < 2
			? article
			: article.with(i, line.toSpliced(Math.floor(random() * line.length), 1));
	},
	'put a sentence in': (article, random) => {
		const i = at(article, random);
		return article.with(i, [...(article[i] ?? []), added(pick(FILLERS, random))]);
	},
	'put blank lines between': (article) => article.flatMap((line) => [line, []]),
	'indent paragraphs': (article) => article.map((line) => [added('\u3000\u3000'), ...line]),
	'widen punctuation': everywhere((text) => text.replace(/[,:()]/g, (sign) => WIDE[sign] ?? sign)),
	'widen digits': everywhere((text) => text.replace(/\d/g, wideDigit)),
	'write numbers in characters': everywhere(inCharacters),
	'write numbers formally': everywhere((text) => formally(inCharacters(text))),
	'use traditional characters': everywhere(Converter({ from: 'cn', to: 't' })),
	'reword a little': everywhere((text) =>
		REWORDED.reduce((all, [from, to]) => all.replaceAll(from, to), text)
	)
};

/** Numbers that look random and are the same for the same seed. Source: mulberry32. */
export function seeded(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
	return list[Math.floor(random() * list.length)] as T;
}

const FILLERS = [
	'天气晴好。',
	'编者按:以下为读者来信。',
	'本版责任编辑 某某',
	'2025年,3个部门投入9亿元。有人说,还要再等等看。',
	'市里的另一个区,也在修路、建楼、种树。',
	'枫溪的朋友说,他每天六点起床。'
];

const WIDE: Record<string, string> = { ',': '\uff0c', ':': '\uff1a', '(': '\uff08', ')': '\uff09' };

const REWORDED = [
	['今年', '这一年'],
	['新种', '新栽下'],
	['说,', '告诉记者,'],
	['还在', '仍在'],
	['来自', '出自']
] as const;

function everywhere(change: (text: string) => string): Edit {
	return (article) =>
		article.map((line) => line.map((one) => ({ ...one, text: change(one.text) })));
}

function sentencesOf(line: string): string[] {
	return line.match(/[^。]+。?/g) ?? [];
}

function added(text: string): Sentence {
	return { n: null, index: 0, text };
}

function at(article: Edited, random: Random): number {
	return Math.floor(random() * article.length);
}

function wideDigit(digit: string): string {
	return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

/** 6号线 as 六号线, 120亿 as 一百二十亿, 2026年 as 二〇二六年; decimals, shares and codes stay. */
function inCharacters(text: string): string {
	return text.replace(/(?<![\d./])\d{1,4}(?![\d./%])/g, (digits, offset: number) => {
		if (text[offset + digits.length] === '年' && digits.length === 4)
			return [...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
		return numeral(Number(digits));
	});
}

/** 陆号线, 壹佰贰拾亿: what stands for a number that a sign of one follows. */
function formally(text: string): string {
	return text.replace(/[一二三四五六七八九十百千]+(?=[号期年月日万亿元])/g, (run) =>
		[...run]
			.map((one) => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(one)])
			.join('')
	);
}
