import type { Lang } from '../atlas/atlas';
import type { Bilingual, Contact } from '../atlas/schema';
import { formatDay } from '../explorer/format';
import { tellStrings } from './strings/tell-editors';

/** What a reader wants to tell of. */
export interface Subject {
	/** The place; without it, the atlas as a whole. */
	site?: { id: string; name: Bilingual };
	/** Address of the page that it is about. */
	page: string;
	/** Address of what the reader sees on the map. */
	view?: string;
	/** Day up to which the data was checked. */
	asOf: string;
}

/** A prepared letter; lines end with `\n`. */
export interface Letter {
	subject: string;
	body: string;
}

/** Mail programs and web views cut longer addresses off: the oldest of them at 2,083 characters. */
const MOST = 1800;

/** A letter to the editors, with all that they must know, and room for what the reader knows. */
export function letterOf({ site, page, view, asOf }: Subject, lang: Lang): Letter {
	const words = tellStrings[lang];
	const lines = [
		...(site ? [words.place(site.name[lang], site.id)] : []),
		words.page(page),
		...(view === undefined ? [] : [words.view(view)]),
		words.asOf(formatDay(asOf, lang)),
		'',
		words.wrong,
		'',
		words.source,
		''
	];
	return {
		subject: site ? words.subject(`${site.name[lang]} (${site.id})`) : words.subjectOfAtlas,
		body: lines.join('\n')
	};
}

/**
 * Addresses that open a mail or an issue with a letter in it, at most 1,800 characters long: what
 * is longer goes without the address of the view.
 *
 * Mail: https://www.rfc-editor.org/rfc/rfc6068 (lines end with %0D%0A, section 5). Issues:
 * https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query
 */
export function letterLinks(
	{ mail, issues }: Contact,
	subject: Subject,
	lang: Lang
): { mail?: string; issues?: string } {
	const { view: _, ...short } = subject;
	const fit = (write: (letter: Letter) => string) => {
		const link = write(letterOf(subject, lang));
		return link.length <= MOST ? link : write(letterOf(short, lang));
	};
	const encode = encodeURIComponent;
	return {
		...(mail !== undefined && {
			mail: fit(
				({ subject, body }) =>
					`mailto:${mail}?subject=${encode(subject)}&body=${encode(body.replaceAll('\n', '\r\n'))}`
			)
		}),
		...(issues !== undefined && {
			issues: fit(({ subject, body }) => `${issues}?title=${encode(subject)}&body=${encode(body)}`)
		})
	};
}
