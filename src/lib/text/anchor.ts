import {
	compare,
	saysMore,
	signatures,
	type Comparison,
	type Signature,
	type Signed
} from './evidence';
import { isWeakFigure } from './figures';
import type { Gazetteer } from './mentions';
import { expectation, type Places } from './order';
import { wordingShares } from './wording';

export type { Signed } from './evidence';

/** Where the paragraph of a holder's text stands that a passage retells. */
export interface Anchor {
	/** Number of the passage. */
	n: number;
	/** `ambiguous`: several paragraphs fit and nothing decides; `orphaned`: none fits. */
	state: 'found' | 'ambiguous' | 'orphaned';
	/** Number of the paragraph, counted from 1; `null` unless found. */
	paragraph: number | null;
	/** Numbers of the paragraphs that fit, best first. */
	candidates: number[];
	/** Share of the passage's places and figures that the best of them has, 0 to 1. */
	score: number;
	/** The reason, for a report. */
	why: string;
}

/** Content alone decides from two thirds of what a passage says: more than the half that fits. */
const SURE = 2 / 3;
/** Content decides between two paragraphs if they differ by one of at most four places or figures. */
const MARGIN = 1 / 4;
/** Lines by which a paragraph may miss its place: neighbours that changed places move by one or two. */
const NEAR = 2;
/** Wording decides from a third of what a passage says in its own words: chance gives a tenth. */
const CLEAR = 1 / 3;
/** Wording decides between paragraphs if one has twice as much of it. */
const TWICE = 2;

/**
 * Finds the paragraph of a holder's text that each passage retells. Retelling and text share no
 * sentence, so places and figures are compared: first the paragraphs that only one passage can
 * mean, wherever they stand; then those that share a passage's wording; then, between the
 * neighbours found so far, the others. Every paragraph is given once, but for one that an editor
 * joined from two. What remains undecided stays so: a wrong paragraph is worse than none.
 *
 * @param original the text's paragraphs; the first has number 1
 */
export function anchorParagraphs(
	original: readonly string[],
	passages: readonly Signed[],
	gazetteer: Gazetteer
): Anchor[] {
	const paragraphs = signatures(original, gazetteer);
	const sorted = [...passages].sort((a, b) => a.n - b.n);
	const wording = wordingShares(
		sorted.map(({ words }) => words),
		original,
		gazetteer.simplified
	);
	const table = sorted.map((passage, i) =>
		paragraphs.map((paragraph, at) => ({
			...compare(passage, paragraph),
			wording: wording[i]?.[at] ?? 0
		}))
	);
	const places: Places = sorted.map(() => null);

	while (
		placeByContent(sorted, table, places) ||
		placeByWording(table, places) ||
		placeByOrder(sorted, table, places)
	) {
		// each paragraph found leaves fewer for the others and narrows their place
	}
	placeInJoined(sorted, table, places, paragraphs);
	const anchors = sorted.map((passage, i) => anchor(passage, i, table, places));
	return passages.map((passage) => anchors[sorted.indexOf(passage)] as Anchor);
}

/** The share of passages that were found; a text of which few are found is another article. */
export function fitOfText(anchors: readonly Anchor[]): number {
	const found = anchors.filter((anchor) => anchor.state === 'found').length;
	return anchors.length === 0 ? 0 : found / anchors.length;
}

/** A comparison, and the share of the passage's wording that the paragraph has, 0 to 1. */
interface Compared extends Comparison {
	wording: number;
}

/** Every passage compared with every paragraph. */
type Table = readonly (readonly Compared[])[];

/** Places what only one free paragraph answers to; `false` if there is nothing more. */
function placeByContent(passages: readonly Signed[], table: Table, places: Places): boolean {
	let moved = false;
	table.forEach((row, i) => {
		const best = places[i] === null ? bestFree(row, places) : null;
		if (best === null || !isOnlyMeaning(table, places, i, best)) return;
		const score = row[best]?.score ?? 0;
		const isOnlyPlace = row.every(
			(other, at) =>
				at === best ||
				score - other.score >= MARGIN ||
				(places.includes(at) && !isThin(passages[i]))
		);
		if (score < SURE || !isOnlyPlace) return;
		places[i] = best;
		moved = true;
	});
	return moved;
}

/** One place alone is named too often to be found by leaving out the paragraphs of others. */
function isThin(passage: Signed | undefined): boolean {
	return !passage || (passage.sites.length < 2 && passage.figures.every(isWeakFigure));
}

/** Places what only one free paragraph that fits says in the same words; `false` if nothing moved. */
function placeByWording(table: Table, places: Places): boolean {
	let moved = false;
	table.forEach((_, i) => {
		if (places[i] !== null) return;
		const [best, second] = freeFits(table, places, i).sort((a, b) => b.wording - a.wording);
		if (!best || best.wording < CLEAR || (second && best.wording < TWICE * second.wording)) return;
		const isRivalled = table.some((row, other) => {
			const rival = row[best.paragraph];
			return other !== i && places[other] === null && rival?.fits && rival.wording >= best.wording;
		});
		if (isRivalled) return;
		places[i] = best.paragraph;
		moved = true;
	});
	return moved;
}

/** Gives a passage that no free paragraph fits the one of its neighbour, if it holds both. */
function placeInJoined(
	passages: readonly Signed[],
	table: Table,
	places: Places,
	paragraphs: readonly Signature[]
): void {
	passages.forEach((passage, i) => {
		if (places[i] !== null || freeFits(table, places, i).length > 0) return;
		for (const host of [i - 1, i + 1]) {
			const place = places[host] ?? null;
			const other = passages[host];
			if (place === null || !other) continue;
			const { fits, score, wording } = table[i]?.[place] ?? { fits: false, score: 0, wording: 0 };
			const paragraph = paragraphs[place];
			const isSaid = paragraph && (saysMore(passage, other, paragraph) || wording >= CLEAR);
			if (!fits || score < SURE || !isSaid) continue;
			places[i] = place;
			return;
		}
	});
}

function bestFree(row: readonly Comparison[], places: Places): number | null {
	let best: number | null = null;
	row.forEach(({ fits, score }, at) => {
		const isFree = fits && !places.includes(at);
		if (isFree && (best === null || score > (row[best]?.score ?? 0))) best = at;
	});
	return best;
}

/** Whether no other passage that has no place yet shares as much with a paragraph. */
function isOnlyMeaning(table: Table, places: Places, passage: number, paragraph: number): boolean {
	const shared = table[passage]?.[paragraph]?.shared ?? 0;
	return table.every((row, i) => {
		const other = row[paragraph];
		return i === passage || places[i] !== null || !other?.fits || other.shared < shared;
	});
}

/** Places what only one free paragraph near its expected place fits; `false` if nothing moved. */
function placeByOrder(passages: readonly Signed[], table: Table, places: Places): boolean {
	const wishes = passages.map((_, i) =>
		places[i] === null ? wish(passages, table, places, i) : null
	);
	let moved = false;
	wishes.forEach((it, i) => {
		if (it === null) return;
		const rivals = wishes.filter((other) => other?.paragraph === it.paragraph);
		if (rivals.some((other) => other && other !== it && other.distance <= it.distance)) return;
		places[i] = it.paragraph;
		moved = true;
	});
	return moved;
}

interface Wish {
	paragraph: number;
	distance: number;
}

/** The one free paragraph near the expected place, or `null` if there is none or a second. */
function wish(
	passages: readonly Signed[],
	table: Table,
	places: Places,
	passage: number
): Wish | null {
	const distanceOf = expectation(
		passages.map(({ n }) => n),
		places,
		passage
	);
	if (!distanceOf) return null;
	const free = freeFits(table, places, passage);
	const near = free
		.map((fit) => ({ ...fit, distance: distanceOf(fit.paragraph) }))
		.filter(({ distance }) => distance <= NEAR)
		.sort((a, b) => a.distance - b.distance || b.score - a.score);
	const [best, second] = near;
	if (!best || free.some((other) => isSaidBy(other, best))) return null;
	if (isClaimed(table, places, best)) return null;
	const isTie = second && second.distance === best.distance && best.score - second.score < MARGIN;
	return isTie ? null : best;
}

/** Whether another paragraph fits as well and has the wording that this one lacks. */
function isSaidBy(other: Fit, best: Fit): boolean {
	return (
		other.score >= best.score && other.wording >= CLEAR / 2 && other.wording >= TWICE * best.wording
	);
}

/** Whether a paragraph has more of the wording of another passage, and no other has as much. */
function isClaimed(table: Table, places: Places, { paragraph, wording }: Fit): boolean {
	return table.some((_, other) => {
		if (places[other] !== null) return false;
		const [best, second] = freeFits(table, places, other).sort((a, b) => b.wording - a.wording);
		const isBest = best?.paragraph === paragraph && best.wording > (second?.wording ?? 0);
		return isBest && best.wording >= CLEAR / 2 && best.wording >= TWICE * wording;
	});
}

/** A paragraph that a passage may retell. */
interface Fit {
	paragraph: number;
	score: number;
	wording: number;
}

function freeFits(table: Table, places: Places, passage: number): Fit[] {
	return (table[passage] ?? [])
		.map(({ fits, score, wording }, paragraph) => ({ paragraph, score, wording, fits }))
		.filter(({ fits, paragraph }) => fits && !places.includes(paragraph));
}

function anchor(passage: Signed, i: number, table: Table, places: Places): Anchor {
	const place = places[i] ?? null;
	const { n } = passage;
	if (place !== null) {
		const { score = 0, why = '' } = table[i]?.[place] ?? {};
		const paragraph = place + 1;
		return { n, state: 'found', paragraph, candidates: [paragraph], score, why };
	}
	const fits = freeFits(table, places, i).sort((a, b) => b.score - a.score);
	const candidates = fits.map(({ paragraph }) => paragraph + 1);
	const score = fits[0]?.score ?? 0;
	if (candidates.length === 0) {
		return { n, state: 'orphaned', paragraph: null, candidates, score, why: orphanedWhy(passage) };
	}
	const why = `paragraph ${candidates.join(', ')} would fit, but neither content nor order decides`;
	return { n, state: 'ambiguous', paragraph: null, candidates, score, why };
}

function orphanedWhy({ sites, figures }: Signed): string {
	if (sites.length + figures.length === 0) return 'it names no place and no figure to find it by';
	return `no free paragraph has ${[...sites, ...figures].join(', ')}`;
}
