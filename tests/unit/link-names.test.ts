import { describe, expect, it } from 'vitest';
import {
	draftNames,
	withLink,
	wordsBesidesLinks,
	withNamesLinked
} from '../../src/lib/draft/link-names';
import { createGazetteer } from '../../src/lib/text/mentions';

const site = (id: string, properties: unknown) => ({
	type: 'Feature',
	id,
	geometry: null,
	properties
});
const draftOf = (...features: unknown[]) =>
	new Map([['sites.geojson', JSON.stringify({ type: 'FeatureCollection', features })]]);

const NAMES = draftNames(
	draftOf(
		site('east', {
			name: { zh: '东站', en: 'East Station' },
			aliases: { zh: ['新东站'], en: [] }
		}),
		site('lab', { name: { zh: '大石实验室', en: 'Dashi Lab' }, aliases: { zh: [], en: [] } })
	)
);
const GAZETTEER = createGazetteer(NAMES);

describe('names of a draft', () => {
	it('are those of its sites in both languages', () => {
		expect(NAMES.map(({ name, site, lang }) => [name, site, lang])).toEqual([
			['东站', 'east', 'zh'],
			['新东站', 'east', 'zh'],
			['East Station', 'east', 'en'],
			['大石实验室', 'lab', 'zh'],
			['Dashi Lab', 'lab', 'en']
		]);
	});

	it('are read as far as they can be', () => {
		const broken = draftOf(
			site('a', { name: '东站', aliases: 3 }),
			site('b', null),
			site('c', { name: { zh: '西站', en: 5 }, aliases: { zh: [null, '老西站'] } })
		);
		expect(draftNames(broken).map(({ name }) => name)).toEqual(['西站', '老西站']);
		expect(draftNames(new Map([['sites.geojson', '{ broken']]))).toEqual([]);
	});
});

describe('linking the names of a passage', () => {
	it('links each site once, where it is first named', () => {
		expect(withNamesLinked('东站和大石实验室，新东站。', GAZETTEER)).toBe(
			'[东站](site:east)和[大石实验室](site:lab)，新东站。'
		);
		expect(withNamesLinked('From East Station on.', GAZETTEER)).toBe(
			'From [East Station](site:east) on.'
		);
	});

	it('leaves alone what is linked', () => {
		const linked = '[东站](site:east)以东，东站以西。';
		expect(withNamesLinked(linked, GAZETTEER)).toBe(linked);
	});

	it('finds no name that a link parts', () => {
		expect(withNamesLinked('东[大石实验室](site:lab)站', GAZETTEER)).toBe(
			'东[大石实验室](site:lab)站'
		);
	});

	it('links names behind links where they stand, and tells the words between', () => {
		const words = '[大石实验室](site:lab)在东站以东';
		expect(withNamesLinked(words, GAZETTEER)).toBe('[大石实验室](site:lab)在[东站](site:east)以东');
		expect(wordsBesidesLinks(words)).toEqual(['', '在东站以东']);
	});

	it('links a stretch by hand', () => {
		expect(withLink('到东站去', 1, 3, 'east')).toBe('到[东站](site:east)去');
	});
});
