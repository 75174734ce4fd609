import type { Original, Part } from '../lib/atlas/atlas';
import type { Bilingual } from '../lib/atlas/schema';
import { anchorParagraphs, fitOfText, type Anchor } from '../lib/text/anchor';
import { findMentions, type Gazetteer } from '../lib/text/mentions';
import { gazetteerOf } from '../lib/source/gazetteer-of';
import { signedPassages } from '../lib/text/signed-passages';
import { splitLines } from '../lib/text/split-lines';
import { articleLines } from './article-text';
import { guessOfMisfit } from './misfit';
import type { Issue, SourceArticle, SourceData } from '../lib/source/types';
import { SIMPLIFIED } from '../lib/text/simplified';

/** A text of which fewer passages are found is not a copy of the article that was retold. */
const LEAST_SHARE = 0.6;

/** A holder's text that fits its article, or why it is refused. */
export type Imported =
	| { ok: true; anchors: Anchor[]; share: number }
	| { ok: false; anchors: Anchor[]; share: number; issues: Issue[] };

/**
 * Finds an article's passages in a holder's own text. Refuses what is empty, not UTF-8, or not a
 * text of this article: one in which fewer than `LEAST_SHARE` of the passages are found.
 *
 * @param file how the issues call the text
 */
export function importArticle(
	bytes: Uint8Array,
	article: SourceArticle,
	data: SourceData,
	file: string
): Imported {
	const text = articleLines(bytes, file);
	if (!text.ok) return { ok: false, anchors: [], share: 0, issues: text.issues };
	const gazetteer = gazetteerOf(data, SIMPLIFIED);
	const anchors = anchorsOf(text.lines, article, gazetteer);
	const share = fitOfText(anchors);
	if (share >= LEAST_SHARE) return { ok: true, anchors, share };
	const named = text.lines.flatMap((line) => findMentions(gazetteer, line).map(({ site }) => site));
	const guess = guessOfMisfit(text.lines, article, new Set(named));
	return { ok: false, anchors, share, issues: [misfit(file, article, anchors, share, guess)] };
}

/**
 * The holder's paragraph for every passage that was found, with its mentions. Passages that are
 * ambiguous or orphaned have none.
 */
export function originalPassages(
	text: string,
	article: SourceArticle,
	gazetteer: Gazetteer
): Original {
	const lines = splitLines(text);
	const passages = anchorsOf(lines, article, gazetteer).flatMap(({ n, paragraph }) =>
		paragraph === null ? [] : [{ n, parts: partsOf(lines[paragraph - 1] ?? '', gazetteer) }]
	);
	return { article: article.record.id, passages };
}

function anchorsOf(lines: readonly string[], article: SourceArticle, gazetteer: Gazetteer) {
	return anchorParagraphs(lines, signedPassages(article.retelling.zh), gazetteer);
}

/** A line as plain text and mentions, without the bars that mark layout at its ends. */
function partsOf(line: string, gazetteer: Gazetteer): Part[] {
	const text = line.replace(/^[\s|]+|[\s|]+$/g, '');
	const parts: Part[] = [];
	let from = 0;
	for (const { start, end, site } of findMentions(gazetteer, text)) {
		if (start > from) parts.push({ text: text.slice(from, start) });
		parts.push({ text: text.slice(start, end), site });
		from = end;
	}
	if (from < text.length) parts.push({ text: text.slice(from) });
	return parts;
}

function misfit(
	file: string,
	{ record }: SourceArticle,
	anchors: readonly Anchor[],
	share: number,
	guess: Bilingual
): Issue {
	const found = anchors.filter(({ state }) => state === 'found').length;
	return {
		rule: 'other-text',
		severity: 'error',
		file,
		message: {
			zh:
				`${record.id}的${anchors.length}段里，这份文字只对上${found}段（${percent(share)}），` +
				`至少要有${percent(LEAST_SHARE)}。${guess.zh}`,
			en:
				`Only ${found} of ${anchors.length} passages of ${record.id} (${percent(share)}) are found ` +
				`in this text; at least ${percent(LEAST_SHARE)} are needed. ${guess.en}`
		},
		fix: {
			zh: `换成${record.id}发表时的全文，每段一行；或用--article指明另一篇文章。`,
			en: `Give the full text of ${record.id} as published, one paragraph a line, or name another article with --article.`
		}
	};
}

/** Rounded down, so that a text just below the limit is not shown at it. */
function percent(share: number): string {
	return `${Math.floor(share * 100)} %`;
}
