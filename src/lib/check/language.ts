import type { Bilingual } from '../atlas/schema';
import { jsonPathText } from '../source/json-path';
import type { SourceArticle, SourceData } from '../source/types';
import { inside, passagesOf, placeOfPassage, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

const HAN = /\p{Script=Han}/u;
/** Two Latin words in a row: more than a brand's name inside a Chinese text. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}/;

export const language: Rule = {
	name: 'language',
	why: {
		zh: '两种语言都要完整：zh里不留英文，en里不留中文。',
		en: 'Both languages are complete: no English under zh, no Chinese under en.'
	},
	severity: 'error',
	find: (data) => [...recordsOf(data).flatMap(recordFindings), ...retellingFindings(data)]
};

function recordFindings({ place, record }: ReturnType<typeof recordsOf>[number]): Finding[] {
	const findings: Finding[] = [];
	walk(record, (value, key, path) => {
		// a publisher's name may be the same everywhere
		if (typeof value !== 'string' || path.includes('publisher')) return;
		const name = jsonPathText(path);
		const at = inside(place, ...path);
		if (key === 'en' && HAN.test(value)) {
			findings.push({
				...at,
				message: {
					zh: `"${name}"是“${value}”：英文里有中文。`,
					en: `"${name}" is "${value}": Chinese in an English text.`
				},
				fix: { zh: '译成英文；名称可用拼音。', en: 'Translate it; pinyin for a name.' }
			});
		} else if (key === 'zh' && !HAN.test(value) && ENGLISH.test(value)) {
			findings.push({
				...at,
				message: {
					zh: `"${name}"是“${value}”：该写中文的地方是英文。`,
					en: `"${name}" is "${value}": English where Chinese belongs.`
				},
				fix: { zh: '译成中文。', en: 'Translate it.' }
			});
		}
	});
	return findings;
}

function retellingFindings(data: SourceData): Finding[] {
	return data.articles.flatMap((article) => [
		...wrong(article, 'zh', (text) => !HAN.test(text)),
		...wrong(article, 'en', (text) => HAN.test(text))
	]);
}

function wrong(
	article: SourceArticle,
	lang: 'zh' | 'en',
	isWrong: (text: string) => boolean
): Finding[] {
	return passagesOf(article, lang)
		.filter(({ parts }) => isWrong(parts.map(({ text }) => text).join('')))
		.map(({ n }) => ({
			...placeOfPassage(article, lang, n),
			message: MESSAGES[lang](n),
			fix: { zh: '用文件所属的语言来写。', en: 'Write it in the language of its file.' }
		}));
}

const MESSAGES: Record<'zh' | 'en', (n: number) => Bilingual> = {
	zh: (n) => ({ zh: `zh.md的第${n}段没有中文。`, en: `Passage ${n} of zh.md has no Chinese.` }),
	en: (n) => ({ zh: `en.md的第${n}段里有中文。`, en: `Passage ${n} of en.md has Chinese in it.` })
};
