import type { Bilingual } from '../atlas/schema';
import type { GazetteerEntry } from './mentions';

/** What a site must have for its names to be found. */
interface Named {
	id: string;
	name: Bilingual;
	aliases: { zh: readonly string[]; en: readonly string[] };
}

/** All names of all sites, in both languages: what `createGazetteer` takes, small enough to serve. */
export function gazetteerEntries(sites: readonly Named[]): GazetteerEntry[] {
	return sites.flatMap(({ id, name, aliases }) =>
		(['zh', 'en'] as const).flatMap((lang) =>
			[name[lang], ...aliases[lang]].map((text) => ({ name: text, site: id, lang }))
		)
	);
}
