import { SITE_FILES, SITES_FILE } from '../source/site-files';
import { parseJson, type JsonNode, type ParsedJson } from '../text/json-positions';
import { OWN_FOLDER, type Draft } from './draft';

const parsed = new Map<string, { text: string; json: ParsedJson }>();

/** A file of a draft as JSON, with the place of every value; read once for each text that it has. */
export function jsonOf(draft: Draft, path: string): ParsedJson {
	const text = draft.get(path) ?? '';
	const known = parsed.get(path);
	if (known?.text === text) return known.json;
	const json = parseJson(text);
	parsed.set(path, { text, json });
	return json;
}

/** Where a site stands: its file, and which of its features it is, counted from 0. */
export interface SitePlace {
	id: string;
	file: string;
	index: number;
	node: JsonNode;
}

/** Every feature of the files of sites that has an id, in their order. */
export function sitePlaces(draft: Draft): SitePlace[] {
	return Object.keys(SITE_FILES).flatMap((file) => {
		const features = jsonOf(draft, file).root?.members?.get('features')?.items ?? [];
		return features.flatMap((node, index) => {
			const id = node.members?.get('id')?.value;
			return typeof id === 'string' ? [{ id, file, index, node }] : [];
		});
	});
}

/** The file that a new site is written to. */
export const NEW_SITES_FILE = SITES_FILE;

/** Slugs of the articles, in the order of atlas.json. */
export function articleSlugs(draft: Draft): string[] {
	const list: unknown = jsonOf(draft, 'atlas.json').root?.members?.get('articles')?.value;
	return Array.isArray(list) ? list.filter((slug) => typeof slug === 'string') : [];
}

/** Where the studio keeps the text of an article, which is its publisher's and never exported. */
export function articleTextPath(slug: string): string {
	return `${OWN_FOLDER}${slug}.txt`;
}

/** The text of an article as somebody pasted it or as its holder keeps it; empty if there is none. */
export function articleText(draft: Draft, slug: string): string {
	return draft.get(articleTextPath(slug)) ?? draft.get(`articles/${slug}/original.txt`) ?? '';
}
