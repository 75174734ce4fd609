import type { SourceArticle, SourceData } from '../types';
import { passagesOf, placeOfPassage, recordsOf, walk } from './walk';
import type { Finding, Rule } from './rule';

const HAN = /\p{Script=Han}/u;
/** Two Latin words in a row: more than a brand's name inside a Chinese text. */
const ENGLISH = /[A-Za-z]{2,} [A-Za-z]{2,}/;

export const language: Rule = {
	name: 'language',
	why: 'Both languages are complete: no English under zh, no Chinese under en.',
	severity: 'error',
	find: (data) => [...recordsOf(data).flatMap(recordFindings), ...retellingFindings(data)]
};

function recordFindings({ place, record }: ReturnType<typeof recordsOf>[number]): Finding[] {
	const findings: Finding[] = [];
	walk(record, (value, key, path) => {
		// a publisher's name may be the same everywhere
		if (typeof value !== 'string' || path.includes('publisher')) return;
		if (key === 'en' && HAN.test(value)) {
			const message = `"${path}" is "${value}": Chinese in an English text.`;
			findings.push({ ...place, message, fix: 'Translate it; pinyin for a name.' });
		} else if (key === 'zh' && !HAN.test(value) && ENGLISH.test(value)) {
			const message = `"${path}" is "${value}": English where Chinese belongs.`;
			findings.push({ ...place, message, fix: 'Translate it.' });
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
			message:
				lang === 'zh'
					? `Passage ${n} of zh.md has no Chinese.`
					: `Passage ${n} of en.md has Chinese in it.`,
			fix: 'Write it in the language of its file.'
		}));
}
