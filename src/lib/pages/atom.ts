import { escapeXml } from '../text/xml';
import { FEEDS } from './addresses';
import type { Feed, FeedEntry } from './feed';

/**
 * A feed as an Atom document; its text is plain.
 *
 * Format: https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomOf(feed: Feed): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
		element('id', feed.page),
		element('title', feed.title),
		element('subtitle', feed.lead),
		element('updated', feed.updated),
		`<author>${element('name', feed.author.name)}${element('uri', feed.author.address)}</author>`,
		element('rights', 'CC BY 4.0'),
		link('self', feed.self.atom, FEEDS.atom.type),
		link('alternate', feed.page, 'text/html'),
		...feed.entries.map(entryOf),
		'</feed>',
		''
	].join('\n');
}

function entryOf(entry: FeedEntry): string {
	return [
		'<entry>',
		element('id', entry.id),
		element('title', entry.title),
		element('published', entry.at),
		element('updated', entry.at),
		link('alternate', entry.page, 'text/html'),
		...(entry.map === null ? [] : [link('related', entry.map, 'text/html')]),
		...entry.sources.map(({ url, title }) => link('via', url, null, title)),
		`<category term="${escapeXml(entry.status)}"/>`,
		element('content', entry.text),
		'</entry>'
	].join('\n');
}

function element(name: string, text: string): string {
	return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string | null, title?: string): string {
	const more = (type ? ` type="${type}"` : '') + (title ? ` title="${escapeXml(title)}"` : '');
	return `<link rel="${rel}" href="${escapeXml(href)}"${more}/>`;
}
