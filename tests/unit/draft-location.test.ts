import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/lib/atlas/schema';
import { sitePlaces, type SitePlace } from '../../src/lib/draft/find-files';
import {
	circleOf,
	placed,
	whereOf,
	withCircle,
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
