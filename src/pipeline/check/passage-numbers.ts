import type { Lang } from '../../lib/atlas/atlas';
import type { SourceArticle } from '../types';
import { isArticleUnread, passagesOf, placeOfPassage } from './walk';
import type { Finding, Rule } from './rule';

export const passageNumbers: Rule = {
	name: 'passage-numbers',
	why: 'Both languages tell the same passages in the same order, and the article has each of them.',
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
			message: `Passage ${n} retells a paragraph that the article, with ${paragraphs}, does not have.`,
			fix: 'Correct the number, or "paragraphs" in article.json.'
		}));
}

function missing(article: SourceArticle, from: Lang, to: Lang): Finding[] {
	const numbers = new Set(passagesOf(article, to).map(({ n }) => n));
	return passagesOf(article, from)
		.filter(({ n }) => !numbers.has(n))
		.map(({ n }) => ({
			...placeOfPassage(article, from, n),
			message: `Passage ${n} is in ${from}.md but not in ${to}.md.`,
			fix: `Write it in ${to}.md, or correct one of the numbers.`
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
			message: `Passage ${en[wrong]} stands where zh.md has passage ${zh[wrong]}.`,
			fix: 'Bring the passages of both files into one order.'
		}
	];
}
