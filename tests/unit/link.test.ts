import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Contact, LayerRecord, SiteAddress, Source } from '../../src/lib/atlas/schema';
import { handOverLinks } from '../../src/lib/geo/hand-over';
import { letterLinks } from '../../src/lib/pages/tell-editors';
import { isLink } from '../../src/lib/text/link';
import { HOSTILE_LINKS, HOSTILE_TEXTS } from '../support/hostile';
import { runs } from '../support/runs';

const ALLOWED = ['http:', 'https:', 'mailto:', 'geo:'];

test.each([
	'https://example.org/a?b=c&d=%20#e',
	'http://example.org',
	'HTTPS://EXAMPLE.ORG/',
	'https://例子.中国/路?名=东站',
	'mailto:map@example.org?subject=x',
	'geo:29.5,106.6?q=29.5,106.6(x)'
])('%s is a link', (text) => {
	expect(isLink(text)).toBe(true);
});

test.each(HOSTILE_LINKS.map((text) => [JSON.stringify(text), text]))('%s is none', (_, text) => {
	expect(isLink(text)).toBe(false);
});

test('what is a link has one of the schemes, however a browser reads it', () => {
	const pieces = fc.constantFrom(
		...['java', 'script', ':', '//', '\\', '\t', '\n', ' ', 'http', 'https', 's', 'mailto', 'geo'],
		...['data', 'vbscript', 'example.org', '/', '@', '?', '#', '%0a', '\u0000', '\u200B', 'ｈ', 'É']
	);
	const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
	fc.assert(
		fc.property(texts, (text) => {
			if (!isLink(text)) return;
			const read = new URL(text, 'https://here.invalid/page');
			expect(ALLOWED).toContain(read.protocol);
			expect(text.toLowerCase().startsWith(read.protocol)).toBe(true);
			expect(read.hostname).not.toBe('here.invalid');
			// What a browser strips before it reads would make it another text.
			expect(text).not.toMatch(/[\s\p{Cc}\p{Cf}\\]/u);
		}),
		runs(2000)
	);
});

test.each(HOSTILE_LINKS.map((text) => [JSON.stringify(text), text]))(
	'the data has no place for %s',
	(_, url) => {
		expect(v.is(Source.entries.url, url)).toBe(false);
		expect(v.is(SiteAddress, `${url}/`)).toBe(false);
		expect(v.is(Contact, { issues: url })).toBe(false);
		if (url !== '') expect(v.is(LayerRecord.entries.attributionUrl, url)).toBe(false);
	}
);

test('links to map apps and letters stay such, whatever names the data has', () => {
	const texts = fc.oneof(
		fc.constantFrom(...HOSTILE_TEXTS).map((text) => text.toWellFormed()),
		fc.string({ unit: 'grapheme' })
	);
	fc.assert(
		fc.property(texts, texts, (name, atlas) => {
			const subject = {
				site: { id: 'a', name: { zh: name, en: name } },
				page: 'https://example.org/',
				asOf: '2026-01-01'
			};
			const letters = letterLinks(
				{ mail: 'map@example.org', issues: 'https://example.org/issues/new' },
				subject,
				'zh'
			);
			const all = [
				...handOverLinks({ position: [106.6, 29.5], name, atlas }).map(({ href }) => href),
				...Object.values(letters)
			];
			expect(all).toHaveLength(8);
			for (const href of all) expect(isLink(href), href).toBe(true);
			expect(new Set(all.map((href) => new URL(href).protocol))).toEqual(
				new Set(['https:', 'geo:', 'mailto:'])
			);
		})
	);
});
