import { describe, expect, it } from 'vitest';
import { anchorParagraphs, type Signed } from '../../src/lib/text/anchor';
import { figuresOf } from '../../src/lib/text/figures';
import { createGazetteer, findMentions, type Gazetteer } from '../../src/lib/text/mentions';
import { SIMPLIFIED } from '../../src/lib/text/simplified';
import {
	EDITS,
	linesOf,
	linesWith,
	pick,
	seeded,
	survives,
	unedited,
	type Edited
} from '../support/edited-article';
import { INVENTED_ARTICLE, INVENTED_PASSAGES, INVENTED_PLACES } from '../support/invented-article';
import { LONG_ARTICLE, LONG_PASSAGES, LONG_PLACES } from '../support/long-article';

interface Retold {
	name: string;
	/** Least share of surviving passages found in all scripts, and in those of one kind of edit. */
	least: number;
	leastOfOneKind: number;
	article: Edited;
	passages: readonly Signed[];
	gazetteer: Gazetteer;
}

const ARTICLES: Retold[] = [
	{
		name: 'an article',
		least: 0.98,
		leastOfOneKind: 0.97,
		article: unedited(LONG_ARTICLE),
		passages: LONG_PASSAGES,
		gazetteer: createGazetteer(LONG_PLACES, SIMPLIFIED)
	},
	// six of its sixteen passages say no more than one name: once moved, they can't all be known
	{
		name: 'an article whose passages say little',
		least: 0.97,
		leastOfOneKind: 0.9,
		article: unedited(INVENTED_ARTICLE),
		passages: INVENTED_PASSAGES,
		gazetteer: createGazetteer(INVENTED_PLACES, SIMPLIFIED)
	}
];

/** What a scripted edit did to the passages. */
interface Outcome {
	surviving: number;
	found: number;
	lost: string[];
	wrong: string[];
}

/** The sentences of a passage's paragraph that name its places or state its figures. */
function telling({ article, gazetteer }: Retold, { n, sites, figures }: Signed): number[] {
	return (article[n - 1] ?? []).flatMap(({ index, text }) => {
		const named = findMentions(gazetteer, text).some(({ site }) => sites.includes(site));
		return named || figuresOf(text).some((figure) => figures.includes(figure)) ? [index] : [];
	});
}

function outcome(retold: Retold, edited: Edited): Outcome {
	const { passages, gazetteer } = retold;
	const anchors = anchorParagraphs(linesOf(edited), passages, gazetteer);
	const result: Outcome = { surviving: 0, found: 0, lost: [], wrong: [] };
	passages.forEach((passage, i) => {
		const { paragraph = null, why = '' } = anchors[i] ?? {};
		const own = linesWith(edited, passage.n);
		if (paragraph !== null && !own.includes(paragraph))
			result.wrong.push(`p${passage.n} on line ${paragraph}, not ${own.join(' or ')}: ${why}`);
		if (!survives(edited, passage.n, telling(retold, passage))) return;
		result.surviving++;
		if (paragraph === null) result.lost.push(`p${passage.n} of line ${own.join()}: ${why}`);
		else if (own.includes(paragraph)) result.found++;
	});
	return result;
}

/** An article after a script of edits, which the seed decides, and what the script was. */
function scripted(
	article: Edited,
	edits: number,
	seed: number
): { edited: Edited; script: string } {
	const random = seeded(seed);
	const names = Array.from({ length: edits }, () => pick(Object.keys(EDITS), random));
	const edited = names.reduce((all, name) => EDITS[name]?.(all, random) ?? all, article);
	return { edited, script: `seed ${seed}: ${names.join(', ')}` };
}

/** What became of an article's passages in many edited copies; throws if one is anchored wrongly. */
function shareFound(retold: Retold, copies: { edited: Edited; script: string }[]): number {
	const outcomes = copies.map(({ edited, script }) => {
		const result = outcome(retold, edited);
		expect(result.wrong, script).toEqual([]);
		return result;
	});
	const sum = (of: 'found' | 'surviving') => outcomes.reduce((all, one) => all + one[of], 0);
	return sum('found') / sum('surviving');
}

function scripts(retold: Retold, edits: number): { edited: Edited; script: string }[] {
	return Array.from({ length: 200 }, (_, i) => scripted(retold.article, edits, i * 1000 + edits));
}

describe.each(Object.values(ARTICLES))('$name', (retold) => {
	it('is found whole before any edit', () => {
		const { surviving, found } = outcome(retold, retold.article);
		expect([surviving, found]).toEqual([retold.passages.length, retold.passages.length]);
	});

	it.each(Object.keys(EDITS))('keeps its passages when one does this: %s', (name) => {
		const copies = Array.from({ length: 20 }, (_, seed) => ({
			edited: EDITS[name]?.(retold.article, seeded(seed)) ?? [],
			script: `seed ${seed}: ${name}`
		}));
		expect(shareFound(retold, copies)).toBeGreaterThanOrEqual(retold.leastOfOneKind);
	});

	it.each([1, 2, 3])('keeps them in 200 scripts of %i edits, none wrong', (edits) => {
		expect(shareFound(retold, scripts(retold, edits))).toBeGreaterThanOrEqual(retold.least);
	});
});
