import type { Geometry, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/lib/atlas/schema';
import { sitePlaces, type SitePlace } from '../../src/lib/draft/find-files';
import {
	circleOf,
	placed,
	precisionOf,
	whereOf,
	withCircle,
	withPosition,
	withPrecision,
	withWhere,
	type Where
} from '../../src/lib/draft/location';
import { checkDraft } from '../../src/lib/draft/told';
import { starterAtlas } from '../../src/lib/source/starter';

const POINT: Geometry = { type: 'Point', coordinates: [106.571234, 29.531234] };
const LINE: Geometry = {
	type: 'LineString',
	coordinates: [
		[106.57, 29.53],
		[106.58, 29.53]
	]
};
const BASIS = { zh: '地图上量得', en: 'Measured on a map' };
const READING: Location['reading'] = { position: [106.571234, 29.531234], datum: 'WGS-84' };

function exact(geometry: Geometry | null, more: Partial<Location> = {}): Where {
	return {
		geometry,
		location: { precision: 'exact', accuracy: 20, basis: BASIS, sources: ['a'], ...more }
	};
}

describe('precisionOf', () => {
	it('is what there is, or nothing', () => {
		expect(precisionOf(exact(POINT))).toBe('exact');
		expect(precisionOf({ geometry: null, location: {} })).toBeNull();
		const vague = { precision: 'vague' } as unknown as Partial<Location>;
		expect(precisionOf({ geometry: null, location: vague })).toBeNull();
	});
});

describe('withPrecision', () => {
	it('keeps geometry, accuracy and reading between exact and approximate', () => {
		const where = exact(POINT, { reading: READING });
		expect(withPrecision(where, 'approximate')).toEqual({
			geometry: POINT,
			location: { ...where.location, precision: 'approximate' }
		});
		expect(withPrecision(withPrecision(where, 'approximate'), 'exact')).toEqual(where);
	});

	it('does not call exact what is not', () => {
		const rough = exact(LINE, { precision: 'approximate', accuracy: 900, schematic: true });
		const { location } = withPrecision(rough, 'exact');
		expect(location).toEqual({ precision: 'exact', accuracy: null, basis: BASIS, sources: ['a'] });
	});

	it('calls exact what is true to 500 m, and keeps that a line is schematic only if it is not', () => {
		const rough = exact(LINE, { precision: 'approximate', accuracy: 500, schematic: true });
		expect(withPrecision(rough, 'exact').location.accuracy).toBe(500);
		const far = exact(LINE, { accuracy: 501, schematic: true });
		expect(withPrecision(far, 'approximate').location).toEqual({
			...far.location,
			precision: 'approximate'
		});
		expect(withPrecision(exact(LINE), 'approximate').location).not.toHaveProperty('schematic');
	});

	it('keeps a point as the middle of its area, with its reading', () => {
		const { geometry, location } = withPrecision(exact(POINT, { reading: READING }), 'area');
		expect(geometry).toEqual(POINT);
		expect(location).toEqual({
			...exact(POINT, { reading: READING }).location,
			precision: 'area'
		});
	});

	it('makes a line a circle around it', () => {
		const { geometry, location } = withPrecision(exact(LINE, { schematic: true }), 'area');
		expect(geometry).toEqual({ type: 'Point', coordinates: [106.575, 29.53] });
		expect(location).toEqual({ precision: 'area', accuracy: 490, basis: BASIS, sources: ['a'] });
	});

	it('keeps as an area what was known of a place that is unlocated now', () => {
		const { geometry, location } = withPrecision(exact(POINT, { reading: READING }), 'unlocated');
		expect(geometry).toBeNull();
		expect(location).toEqual({
			precision: 'unlocated',
			accuracy: null,
			basis: BASIS,
			sources: ['a'],
			area: {
				name: { zh: '', en: '' },
				center: [106.571234, 29.531234],
				radius: 20,
				why: { zh: '', en: '' }
			}
		});
	});

	it('makes the area of an unlocated place its circle', () => {
		const area = {
			name: BASIS,
			center: [106.57, 29.53] as [number, number],
			radius: 800,
			why: BASIS
		};
		const where = exact(null, { precision: 'unlocated', accuracy: null, area });
		const { geometry, location } = withPrecision(where, 'area');
		expect(geometry).toEqual({ type: 'Point', coordinates: [106.57, 29.53] });
		expect(location).toMatchObject({ precision: 'area', accuracy: 800 });
		expect(location).not.toHaveProperty('area');
		// Until it has a geometry, what is known of it stays.
		expect(withPrecision(where, 'exact').location).toMatchObject({ accuracy: null, area });
	});
});

describe('placed', () => {
	it('keeps what the source of a point gave, or that it was set on the map', () => {
		const reading: Location['reading'] = { position: [106.5752, 29.5283], datum: 'GCJ-02' };
		expect(placed(exact(null), POINT, reading).location.reading).toEqual(reading);
		expect(placed(exact(null), POINT).location.reading).toEqual(READING);
		expect(placed(exact(POINT, { reading }), LINE).location).not.toHaveProperty('reading');
	});

	it('keeps how well it is known, which of a circle or of nothing is roughly', () => {
		const precisionWith = (location: Partial<Location>) =>
			placed({ geometry: null, location }, POINT).location.precision;
		expect(precisionWith({ precision: 'exact' })).toBe('exact');
		expect(precisionWith({ precision: 'approximate' })).toBe('approximate');
		for (const precision of ['area', 'unlocated'] as const)
			expect(precisionWith({ precision })).toBe('approximate');
		expect(precisionWith({})).toBe('approximate');
	});

	it('keeps that it is schematic for lines alone', () => {
		const schematic = exact(LINE, { schematic: true });
		const lines: Geometry = { type: 'MultiLineString', coordinates: [LINE.coordinates] };
		for (const line of [LINE, lines])
			expect(placed(schematic, line).location).toMatchObject({ schematic: true });
		expect(placed(schematic, POINT).location).not.toHaveProperty('schematic');
		expect(placed(exact(LINE), LINE).location).not.toHaveProperty('schematic');
	});

	it('writes areas as the check wants them', () => {
		const ring = [
			[106.5, 29.5],
			[106.5, 29.6],
			[106.5, 29.6],
			[106.60000012, 29.6]
		];
		const { geometry } = placed(exact(null), { type: 'Polygon', coordinates: [ring] });
		expect(geometry).toEqual({
			type: 'Polygon',
			coordinates: [
				[
					[106.5, 29.5],
					[106.6, 29.6],
					[106.5, 29.6],
					[106.5, 29.5]
				]
			]
		});
	});
});

describe('withCircle', () => {
	it('rounds what an editor has drawn', () => {
		const { geometry, location } = withCircle(exact(null), {
			center: [106.57123456, 29.53987],
			radius: 812.4
		});
		expect(geometry).toEqual({ type: 'Point', coordinates: [106.571, 29.54] });
		expect(location).toMatchObject({ precision: 'area', accuracy: 812 });
		expect(circleOf({ geometry, location })).toEqual({ center: [106.571, 29.54], radius: 812 });
	});
});

describe('an unlocated place', () => {
	const area = { name: BASIS, center: [106, 29] as [number, number], radius: 800, why: BASIS };
	const nowhere = exact(null, { precision: 'unlocated', accuracy: null, area });

	it('stays one in another circle, or with another middle of it', () => {
		const drawn = withCircle(nowhere, { center: [106.57123, 29.5], radius: 0.2 });
		expect(drawn).toEqual({
			geometry: null,
			location: { ...nowhere.location, area: { ...area, center: [106.571, 29.5], radius: 1 } }
		});
		const read = withPosition(nowhere, { position: [106.571234, 29.531234], datum: 'WGS-84' });
		expect(read).toEqual({
			geometry: null,
			location: { ...nowhere.location, area: { ...area, center: [106.571234, 29.531234] } }
		});
	});
});

describe('withPosition', () => {
	const reading: Location['reading'] = { position: [106.5752, 29.5283], datum: 'GCJ-02' };

	it('is where that is in WGS-84, and keeps what was read', () => {
		const { geometry, location } = withPosition(exact(null), reading);
		expect(location).toMatchObject({ precision: 'exact', accuracy: 20, reading });
		const [lng = 0, lat = 0] = (geometry as Point).coordinates;
		expect(Math.abs(lng - 106.5715)).toBeLessThan(0.001);
		expect(Math.abs(lat - 29.5311)).toBeLessThan(0.001);
	});

	it('moves the middle of a circle, which stays one', () => {
		const circle = exact(POINT, { precision: 'area', accuracy: 800 });
		expect(withPosition(circle, reading).location).toMatchObject({
			precision: 'area',
			accuracy: 800,
			reading
		});
		const approximate = exact(POINT, { precision: 'approximate' });
		expect(withPosition(approximate, reading).location.precision).toBe('approximate');
		const unsaid = withPosition({ geometry: null, location: {} }, reading);
		expect(unsaid.location.precision).toBe('approximate');
	});
});

describe('withWhere', () => {
	const draft = starterAtlas({
		id: 'trial',
		title: { zh: '试验', en: 'Trial' },
		bounds: [106.5, 29.5, 106.6, 29.6],
		today: '2026-11-29'
	});

	function changed(change: (where: Where) => Where) {
		const [place] = sitePlaces(draft) as [SitePlace];
		const text = withWhere(draft.get(place.file)!, place, change(whereOf(place)));
		return new Map([...draft, [place.file, text]]);
	}

	function faults(files: Map<string, string>) {
		const told = checkDraft(files, new Date('2026-11-29'));
		return told
			.filter(({ severity, rule }) => severity === 'error' && !rule.startsWith('example'))
			.map(({ rule }) => rule);
	}

	it('leaves a text as it is when nothing has changed', () => {
		expect(changed((where) => where).get('sites.geojson')).toBe(draft.get('sites.geojson'));
	});

	it('leaves nothing wrong but what is missing', () => {
		expect(faults(changed((where) => where))).toEqual([]);
		expect(faults(changed((where) => withPrecision(where, 'area')))).toEqual([]);
		expect(faults(changed((where) => withPrecision(where, 'approximate')))).toEqual([
			'location-geometry'
		]);
		const point = changed((where) => placed(withPrecision(where, 'exact'), POINT));
		expect(faults(point)).toEqual(['location-geometry']);
		const [place] = sitePlaces(point) as [SitePlace];
		expect(whereOf(place).location.accuracy).toBeNull();
	});
});
