import { describe, expect, test } from 'vitest';
import { compile } from '../../src/lib/compile/compile';
import { compileDraft } from '../../src/lib/compile/compile-draft';
import { stationsOf } from '../../src/lib/compile/stations';
import {
	previewAddress,
	previewedArticle,
	previewedView
} from '../../src/lib/studio/preview/preview-address';
import { FIRST_VIEW, type View } from '../../src/lib/view/view';
import { FIXTURE, readFixture } from '../support/fixture-data';
import { folderTexts } from '../support/studio';

const KNOWN = { hasSite: (id: string) => id === 'pier', hasPassage: (n: number) => n > 0 && n < 4 };

function readBack(address: string): View {
	return previewedView(new URL(address, 'https://atlas.test/').searchParams, KNOWN);
}

describe('the address of a preview', () => {
	test('says which work, and nothing else of the first view of the first article', () => {
		expect(previewAddress('w1', null)).toBe('#w1');
	});

	test('holds article and view, and keeps the work in the hash', () => {
		const view: View = {
			...FIRST_VIEW,
			...{ site: 'pier', passage: 2, mention: 1, panel: 'sites', map: false, date: '2024-05-01' },
			hidden: ['roads'],
			camera: { center: [90.1, 0.1], zoom: 12 }
		};
		const address = previewAddress('w1', 'second', view);
		const { searchParams, hash } = new URL(address, 'https://atlas.test/');
		expect(hash).toBe('#w1');
		expect(previewedArticle(searchParams)).toBe('second');
		expect(readBack(address)).toEqual(view);
	});

	test('keeps a slug in one piece, whatever an editor has typed', () => {
		const { searchParams, hash } = new URL(
			previewAddress('w1', 'a&site=b #c'),
			'https://atlas.test/'
		);
		expect(previewedArticle(searchParams)).toBe('a&site=b #c');
		expect(hash).toBe('#w1');
	});

	test('asks for nothing that needs files of a build', () => {
		const address =
			'?panel=tools&tool=measure&base=none&compare=2020-01-01&around=s:pier:500&status=open#w1';
		expect(readBack(address)).toEqual(FIRST_VIEW);
	});

	test('asks for no site and no passage that the draft has no longer', () => {
		expect(
			readBack(previewAddress('w1', null, { ...FIRST_VIEW, site: 'gone', passage: 9 }))
		).toEqual(FIRST_VIEW);
	});
});

describe('compileDraft', () => {
	test('gives the atlas and the stations that a build would have', async () => {
		const data = await readFixture();
		const draft = new Map(Object.entries(folderTexts(FIXTURE)));
		const { atlas, stations } = compileDraft(draft);
		expect(atlas).toEqual(compile(data));
		expect(stations).toEqual(stationsOf(data));
		expect(stations.length).toBeGreaterThan(0);
	});

	test('takes what only the studio keeps for no part of it', () => {
		const texts = folderTexts(FIXTURE);
		const draft = new Map([...Object.entries(texts), ['.studio/first.txt', 'A text.']]);
		expect(compileDraft(draft).atlas).toEqual(compileDraft(new Map(Object.entries(texts))).atlas);
	});

	test('refuses what can’t be read', () => {
		const draft = new Map([...Object.entries(folderTexts(FIXTURE)), ['atlas.json', '{']]);
		expect(() => compileDraft(draft)).toThrow('checkDraft');
	});
});
