import type { Bilingual } from '../lib/atlas/schema';
import type { SourceArticle } from '../lib/source/types';

// Common characters whose Simplified form is another one
const TRADITIONAL = /[們這國區東車發會員個來時過開關動實現業術網電際態]/g;
/** One such character in fifty is more than names and quotations bring into a Simplified text. */
const TRADITIONAL_SHARE = 1 / 50;
/** A text that names two thirds of an article's places is about the same things. */
const SAME_PLACES = 2 / 3;

/**
 * The most likely reason why a text does not fit an article, as a sentence in both languages.
 *
 * @param named ids of the sites that the text names anywhere
 */
export function guessOfMisfit(
	lines: readonly string[],
	{ retelling }: SourceArticle,
	named: ReadonlySet<string>
): Bilingual {
	const passages = retelling.zh.sections.flatMap((section) => section.passages);
	const sites = [...new Set(passages.flatMap((passage) => passage.sites))];
	const known = sites.filter((site) => named.has(site)).length;
	const text = lines.join('');
	if ((text.match(TRADITIONAL)?.length ?? 0) > text.length * TRADITIONAL_SHARE) {
		return {
			zh: '它似乎是繁体字，这里不作匹配。',
			en: 'It seems to be in Traditional characters, which are not matched.'
		};
	}
	if (known === 0) {
		return {
			zh: '它没有提到任何一处地点，多半是另一篇文章。',
			en: 'It names none of the places, so it is probably another article.'
		};
	}
	const paragraphs = lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
	if (paragraphs * 2 < passages.length) {
		return {
			zh: `它有${paragraphs}行文字，转述却有${passages.length}段，多半是段落并在一起或缺了。`,
			en: `It has ${paragraphs} lines of text for ${passages.length} passages, so paragraphs are probably joined or missing.`
		};
	}
	const zh = `它提到${sites.length}处地点中的${known}处`;
	const en = `It names ${known} of ${sites.length} places`;
	return known >= sites.length * SAME_PLACES
		? {
				zh: `${zh}，多半是摘要或改写。`,
				en: `${en}, so it is probably a summary or a rewritten version.`
			}
		: {
				zh: `${zh}，多半是写同一地区的另一篇文章。`,
				en: `${en}, so it is probably another article about the same area.`
			};
}
