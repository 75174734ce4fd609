import { figuresOf, isWeakFigure } from './figures';
import { findMentions, type Gazetteer } from './mentions';

/** What a passage says that its paragraph must say too. */
export interface Signed {
	/** Number of the paragraph that it retells, in the text that was retold. */
	n: number;
	/** Ids of the sites that it names. */
	sites: readonly string[];
	/** Its figures outside those names, as `figuresOf` gives them. */
	figures: readonly string[];
	/** All that it says besides those names, as a text. */
	words: string;
}

/** What a paragraph of a holder's text says. */
export interface Signature {
	sites: ReadonlySet<string>;
	figures: ReadonlySet<string>;
	/** The sites of the paragraph before it, which it may mean by "the plot", "the centre". */
	before: ReadonlySet<string>;
}

/** How well a paragraph answers to a passage. */
export interface Comparison {
	/** Whether the passage may retell the paragraph at all. */
	fits: boolean;
	/** Share of the passage's sites and figures that the paragraph has, 0 to 1. */
	score: number;
	/** How many sites and amounts they share. */
	shared: number;
	why: string;
}

/** A passage may leave out or add a place; less than half of its places is another paragraph. */
const HALF = 0.5;
/** All weak figures together count half a place: enough to tell twins apart, never to lead. */
const WEAK = 0.5;
/** Words of a name count for nothing once the name is found: 012/03 is the plot, not an amount. */
const CUT = '\n\n';

/** The signatures of paragraphs; lines without a letter or digit are layout and say nothing. */
export function signatures(paragraphs: readonly string[], gazetteer: Gazetteer): Signature[] {
	let before: ReadonlySet<string> = new Set();
	return paragraphs.map((text) => {
		const mentions = findMentions(gazetteer, text);
		const sites = new Set(mentions.map((mention) => mention.site));
		const signature = {
			sites,
			figures: new Set(figuresOf(without(text, mentions), gazetteer.simplified)),
			before
		};
		if (/[\p{L}\p{N}]/u.test(text)) before = sites;
		return signature;
	});
}

/**
 * Compares a passage with a paragraph. It fits if the paragraph names at least half of the
 * passage's sites and one of its amounts, where it has some. A passage without sites needs half of
 * its amounts. A paragraph that has half of the amounts and follows one that names the sites fits
 * too, and so does one that names no site and has all of them: it may have been moved away from
 * the one before. Weak figures (see `isWeakFigure`) add to the score but never refuse.
 */
export function compare(passage: Signed, paragraph: Signature): Comparison {
	const amounts = passage.figures.filter((figure) => !isWeakFigure(figure));
	if (passage.sites.length + amounts.length === 0) return compareWeak(passage, paragraph);
	const hasAmounts = amounts.length > 0;
	const named = passage.sites.filter((site) => paragraph.sites.has(site)).length;
	const stated = amounts.filter((figure) => paragraph.figures.has(figure)).length;
	const meant = passage.sites.filter((site) => paragraph.before.has(site)).length;
	const weak = passage.figures.filter(isWeakFigure);
	const weakWeight = weak.length > 0 ? WEAK : 0;

	const namesHalf = named >= HALF * passage.sites.length;
	const statesHalf = hasAmounts && stated >= HALF * amounts.length;
	const followsNames = statesHalf && meant >= HALF * passage.sites.length;
	const statesAll = hasAmounts && paragraph.sites.size === 0 && stated === amounts.length;
	const namesAndStates = namesHalf && (stated > 0 || !hasAmounts);
	const shared = named + stated;
	return {
		fits: passage.sites.length > 0 ? namesAndStates || followsNames || statesAll : statesHalf,
		score:
			(shared + weakWeight * shareOf(weak, paragraph.figures)) /
			(passage.sites.length + amounts.length + weakWeight),
		shared,
		why: `names ${named} of ${passage.sites.length} places, states ${stated} of ${amounts.length} figures`
	};
}

/**
 * Whether a paragraph says more of a passage than of another that it surely answers to: one of its
 * amounts, or two of its sites. Then the paragraph is both of theirs, joined.
 */
export function saysMore(passage: Signed, other: Signed, paragraph: Signature): boolean {
	const states = passage.figures.some(
		(figure) =>
			!isWeakFigure(figure) && !other.figures.includes(figure) && paragraph.figures.has(figure)
	);
	const named = passage.sites.filter(
		(site) => !other.sites.includes(site) && paragraph.sites.has(site)
	);
	return states || named.length > 1;
}

/** A year or a small number alone is too common to decide: only the place of the paragraph can. */
function compareWeak({ figures }: Signed, paragraph: Signature): Comparison {
	const share = shareOf(figures, paragraph.figures);
	const why = `states ${share * figures.length} of ${figures.length} years and small numbers`;
	return { fits: share >= HALF, score: share * HALF, shared: 0, why };
}

function shareOf(figures: readonly string[], all: ReadonlySet<string>): number {
	const found = figures.filter((figure) => all.has(figure)).length;
	return figures.length === 0 ? 0 : found / figures.length;
}

function without(text: string, mentions: readonly { start: number; end: number }[]): string {
	let rest = '';
	let from = 0;
	for (const { start, end } of mentions) {
		rest += text.slice(from, start) + CUT;
		from = end;
	}
	return rest + text.slice(from);
}
