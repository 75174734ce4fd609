import { describe, expect, it } from 'vitest';
import { addSite, addSites } from '../../src/lib/draft/add-site';
import { done, stepOf, type Changes, type Draft } from '../../src/lib/draft/draft';
import { sitePlaces } from '../../src/lib/draft/find-files';
import { checkDraft } from '../../src/lib/draft/told';
import { folderTexts } from '../support/studio';

// The day of the fixture's "asOf": what is checked later, its check refuses.
const TODAY = '2026-11-28';
const SITE = {
	id: 'ferry-pier',
	name: { zh: '渡口', en: 'Ferry pier' },
	kind: 'waterfront',
	source: 'text-opened'
} as const;

function second(): Draft {
	return new Map(Object.entries(folderTexts('tests/fixtures/second-atlas')));
}

function applied(draft: Draft, changes: Changes): Draft {
	const step = stepOf(draft, changes, { label: { zh: '新增地点', en: 'new place' } });
	return step ? done(draft, step) : draft;
}

describe('a place that is added', () => {
	it('comes last, without a position and with an unknown status of the article', () => {
		const places = sitePlaces(applied(second(), addSite(second(), SITE, TODAY)));
		const own = places.filter(({ file }) => file === 'sites.geojson');
		expect(own.at(-1)?.node.value).toMatchObject({
			id: 'ferry-pier',
			geometry: null,
			properties: {
				name: SITE.name,
				kind: 'waterfront',
				theme: 'city',
				location: { precision: 'unlocated', accuracy: null, sources: ['text-opened'] },
				history: [{ date: TODAY, status: 'unknown', sources: ['text-opened'] }],
				promise: null
			}
		});
	});

	it('is as if anywhere in the extent of the atlas', () => {
		const [, south, , north] = [106.45, 29.48, 106.6, 29.61] as const;
		const text = addSite(second(), SITE, TODAY).get('sites.geojson') ?? '';
		const { features } = JSON.parse(text) as {
			features: {
				properties: { location: { area?: { center: [number, number]; radius: number } } };
			}[];
		};
		const area = features.at(-1)?.properties.location.area;
		expect(area?.center[0]).toBeCloseTo(106.525, 3);
		expect(area?.center[1]).toBeCloseTo((south + north) / 2, 3);
		// Half of the diagonal of 0.15° by 0.13°, at 29.5° north: about 10.2 km.
		expect(area?.radius).toBeGreaterThan(10_000);
		expect(area?.radius).toBeLessThan(10_500);
	});

	it('breaks no rule but that a passage has to name it', () => {
		const day = new Date(TODAY);
		const draft = applied(second(), addSite(second(), SITE, TODAY));
		const errors = checkDraft(draft, day).filter(({ severity }) => severity === 'error');
		expect(errors.map(({ feature, rule }) => ({ feature, rule }))).toEqual([
			{ feature: 'ferry-pier', rule: 'unnamed-site' }
		]);
	});

	it('leaves the text of the others byte for byte', () => {
		const before = second().get('sites.geojson') ?? '';
		const after = addSite(second(), SITE, TODAY).get('sites.geojson') ?? '';
		const others = before.slice(0, before.lastIndexOf('}', before.lastIndexOf(']')) + 1);
		expect(after.startsWith(others)).toBe(true);
	});

	it('makes the file of sites where there is none, several at once', () => {
		const two = [SITE, { ...SITE, id: 'old-pier' }];
		const changes = addSites(new Map(), two, TODAY);
		const draft: Draft = new Map(
			[...changes].flatMap(([path, text]) => (text ? [[path, text]] : []))
		);
		expect(sitePlaces(draft).map(({ id }) => id)).toEqual(['ferry-pier', 'old-pier']);
	});
});
