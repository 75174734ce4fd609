import type { Original, Part } from '../atlas/atlas';
import type { ShownArticle } from '../atlas/brief';
import type { TextMode } from '../view/view';

/** One stretch of the shown text that names a site. */
export interface Mention {
	site: string;
	/** Number of the passage. */
	n: number;
	/** Which of the site's mentions in that passage, from 0. */
	k: number;
}

/** A text of a passage, ready to be shown: its mentions know their place in the passage. */
interface Block {
	kind: 'retelling' | 'original';
	parts: { text: string; mention: Mention | null }[];
}

/** A passage as the reader sees it. */
export interface ShownPassage {
	n: number;
	sites: string[];
	blocks: Block[];
}

export interface ShownSection {
	/** What a link to its heading names: the same in both languages. */
	id: string;
	heading: string;
	passages: ShownPassage[];
}

/**
 * The article as the reader has chosen to see it: the retelling, the holder's own text where
 * there is one, or both. A passage whose original was not found always shows the retelling.
 */
export function shownSections(
	article: Pick<ShownArticle, 'sections'>,
	original: Original | null,
	mode: TextMode
): ShownSection[] {
	const originals = new Map(original?.passages.map(({ n, parts }) => [n, parts]));
	return article.sections.map(({ heading, passages }, index) => ({
		id: `s-${index + 1}`,
		heading,
		passages: passages.map(({ n, parts, sites }) => {
			const own = mode === 'retelling' ? undefined : originals.get(n);
			const texts: { kind: Block['kind']; parts: Part[] }[] = [];
			if (!own || mode === 'both') texts.push({ kind: 'retelling', parts });
			if (own) texts.push({ kind: 'original', parts: own });
			return { n, sites, blocks: numbered(n, texts) };
		})
	}));
}

/** All mentions in the order of the text. */
export function mentionsOf(sections: readonly ShownSection[]): Mention[] {
	return sections
		.flatMap(({ passages }) => passages)
		.flatMap(({ blocks }) => blocks)
		.flatMap(({ parts }) => parts)
		.flatMap(({ mention }) => (mention ? [mention] : []));
}

function numbered(n: number, texts: { kind: Block['kind']; parts: Part[] }[]): Block[] {
	const counts = new Map<string, number>();
	return texts.map(({ kind, parts }) => ({
		kind,
		parts: parts.map(({ text, site }) => {
			if (site === undefined) return { text, mention: null };
			const k = counts.get(site) ?? 0;
			counts.set(site, k + 1);
			return { text, mention: { site, n, k } };
		})
	}));
}
