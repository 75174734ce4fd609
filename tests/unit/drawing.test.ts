import { beforeAll, describe, expect, test } from 'vitest';
import type { Feature } from 'geojson';
import { projectOn } from '../../src/lib/geo/camera';
import { CSS_PALETTE } from '../../src/lib/style/css-palette';
import { SOURCES } from '../../src/lib/style/declaration';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { namePlan } from '../../src/lib/style/name-plan';
import { siteFeatures } from '../../src/lib/style/site-features';
import { declarations, lineColours } from '../../src/lib/style/style';
import { drawMap, type Drawing } from '../../src/lib/style/svg/drawing';
import { pathData } from '../../src/lib/style/svg/path-data';
import { TOKENS } from '../../src/lib/style/svg/token-palette';
import { fixtureAtlas } from '../support/fixture-atlas';

const atlas = fixtureAtlas();
const camera = { center: [90.1, 0.1] as [number, number], zoom: 12 };
const size = { width: 800, height: 600 };
let drawing: Drawing;

beforeAll(() => {
	const names = namePlan(atlas.sites, 'zh', atlas.bounds).sites;
	const sites: readonly Feature[] = siteFeatures(atlas.sites, 'zh', names).features;
	const sea: Feature = {
		type: 'Feature',
		properties: { kind: 'lake' },
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[90.05, 0.05],
					[90.15, 0.05],
					[90.15, 0.15],
					[90.05, 0.15],
					[90.05, 0.05]
				]
			]
		}
	};
	drawing = {
		declarations: declarations({ palette: TOKENS, lang: 'zh', lineColours: lineColours(atlas) }),
		featuresOf: (source, layer) =>
			source === SOURCES.sites ? sites : layer === 'water' ? [sea] : [],
		sites: atlas.sites,
		limits: atlas.bounds,
		lang: 'zh',
		camera,
		size,
		state: { chosen: [] },
		chosen: [],
		palette: LIGHT
	};
});

describe('a drawn map', () => {
	test('has the colours of its palette, and never those that only stand for them', () => {
		const light = drawMap(drawing);
		expect(light).toContain(LIGHT.water);
		expect(light).not.toContain('#0001');
		expect(drawMap({ ...drawing, palette: DARK })).toContain(DARK.water);
		expect(drawMap({ ...drawing, palette: CSS_PALETTE })).toContain('var(--map-water)');
	});

	test('has a mark for each site with a place in sight, where the camera sees it', () => {
		const svg = drawMap({ ...drawing, href: (id) => `/sites/${id}/` });
		for (const { id, anchor } of atlas.sites) {
			if (!anchor) {
				expect(svg).not.toContain(`/sites/${id}/`);
				continue;
			}
			const [x, y] = projectOn(camera, size, anchor);
			if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
			expect(svg).toContain(`href="/sites/${id}/"`);
		}
	});

	test('names the chosen site, and says so in the colour of the choice', () => {
		const [first] = atlas.sites;
		const svg = drawMap({
			...drawing,
			chosen: [first?.id ?? ''],
			state: { chosen: [first?.id ?? ''] }
		});
		expect(svg).toContain(`fill="${LIGHT.accent}"`);
		expect(svg).toContain((first?.label ?? first?.name)?.zh);
	});

	test('writes names as text, not as markup', () => {
		const svg = drawMap({ ...drawing, lang: 'en', chosen: [atlas.sites[0]?.id ?? ''] });
		expect(svg).not.toContain('<North>');
		expect(svg).toContain('&#60;North&#62;');
	});
});

test('a path is as short as its grid allows, and empty where nothing is left', () => {
	const options = { origin: [0, 0] as [number, number], grid: 1, tolerance: 0.5, closed: false };
	expect(
		pathData(
			[
				[
					[0, 0],
					[5, 0.1],
					[10, 0]
				]
			],
			options
		)
	).toBe('M0 0l10 0');
	expect(
		pathData(
			[
				[
					[0, 0],
					[0.2, 0.2]
				]
			],
			options
		)
	).toBe('');
});
