import type { Lang } from '../atlas/atlas';
import type { SiteProperties } from '../atlas/schema';

/** A name as it compares: full width as half, small letters, no spaces or punctuation. */
export function plain(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{P}]/gu, '');
}

/** A site's name and aliases in one language. */
export function namesOf({ name, aliases }: SiteProperties, lang: Lang): string[] {
	return [name[lang], ...aliases[lang]];
}
