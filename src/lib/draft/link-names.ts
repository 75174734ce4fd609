import { gazetteerEntries } from '../text/gazetteer';
import { findMentions, type Gazetteer, type GazetteerEntry } from '../text/mentions';
import { sitePlaces } from './find-files';
import type { Draft } from './draft';

/** Every name and alias of a draft's sites, as far as they are texts. */
export function draftNames(draft: Draft): GazetteerEntry[] {
	const sites = sitePlaces(draft).map(({ id, node }) => {
		const { name, aliases } = objectOf(node.members?.get('properties')?.value);
		const [one, others] = [objectOf(name), objectOf(aliases)];
		return {
			id,
			name: { zh: textOf(one.zh), en: textOf(one.en) },
			aliases: { zh: textsOf(others.zh), en: textsOf(others.en) }
		};
	});
	return gazetteerEntries(sites).filter(({ name }) => name !== '');
}

function objectOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.map(textOf) : [];
}

const LINK = /\[[^\]\n]*\]\(site:([^)\s]*)\)/g;

/**
 * A passage's Markdown with a link for each site that it names and nowhere links, the first time
 * that it is named: what the rule `unlinked-mention` asks for.
 */
export function withNamesLinked(words: string, gazetteer: Gazetteer): string {
	const linked = new Set(Array.from(words.matchAll(LINK), ([, site]) => site));
	const plain = words.replaceAll(LINK, (link) => '\n'.repeat(link.length));
	const mentions = findMentions(gazetteer, plain).filter(({ site }) => {
		const isNew = !linked.has(site);
		linked.add(site);
		return isNew;
	});
	return mentions.reduceRight(
		(text, { start, end, site }) => withLink(text, start, end, site),
		words
	);
}

/** A passage's Markdown with one stretch of it, in UTF-16 offsets, as a link to a site. */
export function withLink(words: string, start: number, end: number, site: string): string {
	return `${words.slice(0, start)}[${words.slice(start, end)}](site:${site})${words.slice(end)}`;
}

/** A passage without its links: the stretches between them. */
export function wordsBesidesLinks(words: string): string[] {
	return words.replaceAll(LINK, '\0').split('\0');
}
