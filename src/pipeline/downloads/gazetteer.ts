import type { Atlas, Lang, Site } from '../../lib/atlas/atlas';

/** A name or alias, the id of the site that it means, and its language. */
type GazetteerEntry = [name: string, site: string, lang: Lang];

/** Every name under which a text may mention a site, as one small JSON file, sorted. */
export function gazetteerJson(atlas: Pick<Atlas, 'sites'>): string {
	const entries = atlas.sites.flatMap((site) => [...named(site, 'zh'), ...named(site, 'en')]);
	const names = entries.sort(compare);
	return `${JSON.stringify({ version: 1, names })}\n`;
}

function named(site: Site, lang: Lang): GazetteerEntry[] {
	const names = new Set([site.name[lang], ...site.aliases[lang]]);
	return [...names].map((name) => [name, site.id, lang]);
}

/** By code unit: an order by language would differ between machines. */
function compare(a: GazetteerEntry, b: GazetteerEntry): number {
	const i = a.findIndex((part, k) => part !== b[k]);
	return i < 0 ? 0 : a[i]! < b[i]! ? -1 : 1;
}
