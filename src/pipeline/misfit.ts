import type { SourceArticle } from './types';

/** A text that names two thirds of an article's places is about the same things. */
const SAME_PLACES = 2 / 3;

/**
 * The most likely reason why a text does not fit an article, as a sentence.
 *
 * @param named ids of the sites that the text names anywhere
 */
export function guessOfMisfit(
	lines: readonly string[],
	{ retelling }: SourceArticle,
	named: ReadonlySet<string>
): string {
	const passages = retelling.zh.sections.flatMap((section) => section.passages);
	const sites = [...new Set(passages.flatMap((passage) => passage.sites))];
	const known = sites.filter((site) => named.has(site)).length;
	if (known === 0) return 'It names none of the places, so it is probably another article.';
	const paragraphs = lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
	if (paragraphs * 2 < passages.length) {
		return `It has ${paragraphs} lines of text for ${passages.length} passages, so paragraphs are probably joined or missing.`;
	}
	const places = `It names ${known} of ${sites.length} places`;
	return known >= sites.length * SAME_PLACES
		? `${places}, so it is probably a summary or a rewritten version.`
		: `${places}, so it is probably another article about the same area.`;
}
