import { expect, it } from 'vitest';
import { checkDraft } from '../../src/lib/draft/told';
import { EXAMPLE, starterAtlas } from '../../src/lib/source/starter';

const STARTER = starterAtlas({
	id: 'trial',
	title: { zh: '试验', en: 'Trial' },
	bounds: [106.5, 29.5, 106.6, 29.6],
	today: '2026-11-29'
});

it('has nothing wrong but that it is an example, of which nothing is known', () => {
	const told = checkDraft(STARTER, new Date('2026-11-29'));
	expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(new Set(told.map(({ rule }) => rule))).toEqual(new Set(['example', 'dateless']));
});

it('tells of each of its examples as long as any is left', () => {
	const told = checkDraft(STARTER, new Date('2026-11-29'));
	const files = told.filter(({ rule }) => rule === 'example').map(({ file }) => file);
	expect(files).toEqual(['sources.json', 'sites.geojson', `layers/${EXAMPLE}.layer.json`]);
});

it('has its place and its label in the middle of its extent, known no better than that', () => {
	const read = (path: string) => JSON.parse(STARTER.get(path)!) as unknown;
	const middle = [106.55, 29.55];
	// Half a diagonal of a tenth of a degree, at that latitude.
	const radius = 0.05 * 111_195 * Math.hypot(1, Math.cos((29.55 * Math.PI) / 180));
	expect(read(`layers/${EXAMPLE}.geojson`)).toMatchObject({
		features: [{ geometry: { type: 'Point', coordinates: middle } }]
	});
	const { area } = (
		read('sites.geojson') as {
			features: { properties: { location: { area: { center: number[]; radius: number } } } }[];
		}
	).features[0]!.properties.location;
	expect(area.center).toEqual(middle);
	expect(area.radius).toBeCloseTo(radius, -1);
	expect(read(`layers/${EXAMPLE}.layer.json`)).toMatchObject({
		accuracy: [area.radius, area.radius]
	});
});

it('is written as editors write: short lists and objects on one line, the rest indented', () => {
	const lines = STARTER.get('atlas.json')!.split('\n');
	expect(lines).toContain('\t"title": { "zh": "试验", "en": "Trial" },');
	expect(lines).toContain('\t"bounds": [106.5, 29.5, 106.6, 29.6],');
	expect(lines).toContain('\t"review": {');
	for (const [path, text] of STARTER) {
		expect(text, path).toMatch(/[^\n]\n$/);
		for (const line of text.split('\n'))
			if (/\.(geo)?json$/.test(path)) expect(line).not.toMatch(/\s$/);
	}
});
