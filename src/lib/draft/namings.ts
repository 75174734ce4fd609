import { articleSlugs } from './find-files';
import type { Draft } from './draft';

/** How often the Chinese retellings link each site, by its id. */
export function namings(draft: Draft): Map<string, number> {
	const counts = new Map<string, number>();
	for (const slug of articleSlugs(draft)) {
		const text = draft.get(`articles/${slug}/zh.md`) ?? '';
		for (const [, id = ''] of text.matchAll(LINK)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

/** The retellings without their links to a site: the words stay. */
export function withoutLinks(draft: Draft, id: string): Map<string, string> {
	const changes = new Map<string, string>();
	for (const [path, text] of draft) {
		if (!/^articles\/[^/]+\/(?:zh|en)\.md$/.test(path)) continue;
		const rest = text.replaceAll(LINK_WITH_TEXT, (all, name: string, site: string) =>
			site === id ? name : all
		);
		if (rest !== text) changes.set(path, rest);
	}
	return changes;
}

const LINK = /\]\(site:([^)\s]+)\)/g;
const LINK_WITH_TEXT = /\[([^[\]]*)\]\(site:([^)\s]+)\)/g;
