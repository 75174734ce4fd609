import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Contact } from '../../src/lib/atlas/schema';
import { letterLinks, letterOf, type Subject } from '../../src/lib/pages/tell-editors';
import { committedAtlas } from '../support/committed-atlas';

const { atlas } = await committedAtlas();
const contact = {
	mail: 'editors@nanan-atlas.example',
	issues: 'https://example.org/atlas/issues/new'
};
/** As long as the view in a link may be. */
const VIEW = `https://nanan-atlas.example/en/?site=x&at=${'106.5,29.5,12&'.repeat(21)}`.slice(
	0,
	328
);

function subjectOf(site: (typeof atlas.sites)[number]): Subject {
	const page = `${atlas.address}sites/${site.id}/`;
	return { site, page, view: VIEW, asOf: atlas.asOf };
}

describe.each(['zh', 'en'] as const)('a letter to the editors in %s', (lang) => {
	it.each(atlas.sites.map((site) => [site.id, site] as const))(
		'about %s opens as a mail with name, id, addresses, day and questions',
		(id, site) => {
			const { mail } = letterLinks(contact, subjectOf(site), lang);
			expect(mail!.length).toBeLessThanOrEqual(1800);
			expect(mail).toMatch(/^mailto:[^?]+\?subject=[^&]+&body=[^&]+$/);
			const url = new URL(mail!);
			expect(url.pathname).toBe(contact.mail);
			// A plus sign is a plus sign in a mail's address, so nothing may be written with one.
			expect(mail).not.toContain('+');
			expect(decodeURIComponent(url.search)).toContain(site.name[lang]);
			const body = decodeURIComponent(/&body=(.*)$/.exec(mail!)![1]!);
			expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			for (const told of [site.name[lang], id, `${atlas.address}sites/${id}/`, VIEW])
				expect(body).toContain(told);
			expect(body).toContain(lang === 'zh' ? '2026年11月23日' : '23 November 2026');
			expect(body).toBe(letterOf(subjectOf(site), lang).body.replaceAll('\n', '\r\n'));
		}
	);

	it('opens as an issue with the same words', () => {
		const subject = subjectOf(atlas.sites[0]!);
		const { issues } = letterLinks(contact, subject, lang);
		const url = new URL(issues!);
		expect(url.origin + url.pathname).toBe(contact.issues);
		const letter = letterOf(subject, lang);
		expect(url.searchParams.get('title')).toBe(letter.subject);
		expect(url.searchParams.get('body')).toBe(letter.body);
	});

	it('goes without the view where that makes it too long', () => {
		const subject = {
			...subjectOf(atlas.sites[0]!),
			view: `https://x.example/?${'a'.repeat(1700)}`
		};
		const { mail } = letterLinks(contact, subject, lang);
		expect(mail!.length).toBeLessThanOrEqual(1800);
		expect(mail).not.toContain('aaaa');
		expect(decodeURIComponent(mail!)).toContain(subject.page);
	});

	it('has only the ways that the atlas has', () => {
		const subject = { page: 'https://x.example/', asOf: '2026' };
		expect(Object.keys(letterLinks({ mail: contact.mail }, subject, lang))).toEqual(['mail']);
		expect(Object.keys(letterLinks({ issues: contact.issues }, subject, lang))).toEqual(['issues']);
	});
});

describe('the contact of an atlas', () => {
	it.each([
		[{}, 'names neither'],
		[{ mail: 'editors' }, 'is not a mail address'],
		[{ mail: 'a@b.example?cc=c@d.example' }, 'is not a mail address'],
		[{ issues: 'http://example.org/new' }, 'is not an https address'],
		[{ issues: 'https://example.org/new?labels=x' }, 'is not an https address']
	])('%j is refused', (value, why) => {
		const { issues } = v.safeParse(Contact, value);
		expect(issues?.[0].message).toContain(why);
	});
});
