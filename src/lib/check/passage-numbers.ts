import type { Lang } from '../atlas/atlas';
import type { SourceArticle } from '../source/types';
import { isArticleUnread, passagesOf, placeOfPassage } from './walk';
import type { Finding, Rule } from './rule';

export const passageNumbers: Rule = {
	name: 'passage-numbers',
	why: {
		zh: '两种语言的段落和次序要一致，而且都是原文有的段落。',
		en: 'Both languages tell the same passages in the same order, and the article has each of them.'
	},
	severity: 'error',
	find: (data) =>
		data.articles.flatMap((article) => {
			const beyond = (['zh', 'en'] as const).flatMap((lang) => tooHigh(article, lang));
			if (isArticleUnread(data, article)) return beyond;
			return [
				...beyond,
				...missing(article, 'zh', 'en'),
				...missing(article, 'en', 'zh'),
				...disorder(article)
			];
		})
};

function tooHigh(article: SourceArticle, lang: Lang): Finding[] {
	const { paragraphs } = article.record;
	return passagesOf(article, lang)
		.filter(({ n }) => n > paragraphs)
		.map(({ n }) => ({
			...placeOfPassage(article, lang, n),
			message: {
				zh: `第${n}段转述的段落原文没有：原文共${paragraphs}段。`,
				en: `Passage ${n} retells a paragraph that the article, with ${paragraphs}, does not have.`
			},
			fix: {
				zh: '改正编号，或article.json里的"paragraphs"。',
				en: 'Correct the number, or "paragraphs" in article.json.'
			}
		}));
}

function missing(article: SourceArticle, from: Lang, to: Lang): Finding[] {
	const numbers = new Set(passagesOf(article, to).map(({ n }) => n));
	return passagesOf(article, from)
		.filter(({ n }) => !numbers.has(n))
		.map(({ n }) => ({
			...placeOfPassage(article, from, n),
			message: {
				zh: `第${n}段${from}.md里有，${to}.md里没有。`,
				en: `Passage ${n} is in ${from}.md but not in ${to}.md.`
			},
			fix: {
				zh: `在${to}.md里补写，或改正其中一个编号。`,
				en: `Write it in ${to}.md, or correct one of the numbers.`
			}
		}));
}

function disorder(article: SourceArticle): Finding[] {
	const zh = passagesOf(article, 'zh').map(({ n }) => n);
	const en = passagesOf(article, 'en').map(({ n }) => n);
	const wrong = zh.findIndex((n, i) => en[i] !== n);
	const sameSet = zh.length === en.length && zh.every((n) => en.includes(n));
	if (!sameSet || wrong < 0) return [];
	return [
		{
			...placeOfPassage(article, 'en', en[wrong]),
			message: {
				zh: `zh.md排第${zh[wrong]}段的位置，这里排的是第${en[wrong]}段。`,
				en: `Passage ${en[wrong]} stands where zh.md has passage ${zh[wrong]}.`
			},
			fix: {
				zh: '把两个文件的段落排成同一次序。',
				en: 'Bring the passages of both files into one order.'
			}
		}
	];
}
