import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Station } from '../../src/lib/atlas/atlas';
import type { LngLat } from '../../src/lib/atlas/schema';
import {
	circlesOf,
	sitesInside,
	stationsOf,
	type PlacedStation
} from '../../src/lib/measure/catchment';
import {
	asFile,
	catchmentFeatures,
	nearestFeatures,
	profileFeatures,
	shapeFeatures
} from '../../src/lib/measure/features';
import { geodesicMetres, ringArea } from '../../src/lib/measure/geodesic';
import { profileOf, type Track } from '../../src/lib/measure/line-profile';
import { nearestStations } from '../../src/lib/measure/nearest-stations';
import { measureShape, shapeGeometry } from '../../src/lib/measure/shape';
import { parseTyped, writeTyped } from '../../src/lib/measure/typed-corners';
import { areaOf, unionOf } from '../../src/lib/measure/union';

/** The ellipsoid of WGS-84: equatorial radius in metres, and the square of its eccentricity. */
const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along a meridian by the integral of its radius of curvature (midpoint rule). */
function meridianArc(south: number, north: number): number {
	const steps = 10_000;
	const step = radians(north - south) / steps;
	let metres = 0;
	for (let i = 0; i < steps; i++) {
		const sin = Math.sin(radians(south) + (i + 0.5) * step);
		metres += ((A * (1 - E2)) / (1 - E2 * sin * sin) ** 1.5) * step;
	}
	return metres;
}

/** Square metres between two meridians and two parallels (Snyder 1987, equation 3-12, times b²/2). */
function cellArea(width: number, south: number, north: number): number {
	const e = Math.sqrt(E2);
	const zone = (lat: number) => {
		const sin = Math.sin(radians(lat));
		return (
			(1 - E2) * (sin / (1 - E2 * sin * sin) - Math.log((1 - e * sin) / (1 + e * sin)) / (2 * e))
		);
	};
	return ((A * A) / 2) * radians(width) * (zone(north) - zone(south));
}

/** Square metres that two circles of one radius share, by their radius and distance. */
function lens(radius: number, apart: number): number {
	return (
		2 * radius ** 2 * Math.acos(apart / (2 * radius)) -
		(apart / 2) * Math.sqrt(4 * radius ** 2 - apart ** 2)
	);
}

/** How far a figure is off, as a share. */
const off = (figure: number, truth: number) => Math.abs(figure / truth - 1);

describe('distances on the ellipsoid', () => {
	it.each([
		// From GeographicLib's own examples and tests.
		['JFK to LHR', [-73.8, 40.6], [-0.5, 51.6], 5_551_759.4],
		['Wellington to Salamanca', [174.81, -41.32], [-5.5, 40.96], 19_959_679.267],
		['along the equator', [106, 0], [107, 0], A * radians(1)],
		['along a meridian', [106.5, 29.4], [106.5, 29.6], meridianArc(29.4, 29.6)]
	] as const)('%s', (_name, from, to, metres) => {
		expect(geodesicMetres([...from], [...to])).toBeCloseTo(metres, 1);
	});
});

describe('measureShape', () => {
	it('gives each leg and their sum', () => {
		const corners: LngLat[] = [
			[106.5, 29.4],
			[106.5, 29.5],
			[106.5, 29.7]
		];
		const figures = measureShape({ kind: 'line', corners })!;
		const legs = [meridianArc(29.4, 29.5), meridianArc(29.5, 29.7)];
		expect(figures.legs.map(Math.round)).toEqual(legs.map(Math.round));
		expect(figures.length).toBeCloseTo(meridianArc(29.4, 29.7), 1);
		expect(figures.area).toBeNull();
	});

	it('gives area and perimeter, whichever way the corners run', () => {
		const corners: LngLat[] = [
			[106.5, 29.5],
			[106.51, 29.5],
			[106.51, 29.51],
			[106.5, 29.51]
		];
		const truth = cellArea(0.01, 29.5, 29.51);
		for (const turned of [corners, corners.toReversed()]) {
			const figures = measureShape({ kind: 'area', corners: turned })!;
			expect(off(figures.area!, truth)).toBeLessThan(1e-5);
			expect(figures.legs).toHaveLength(4);
			expect(figures.length).toBeCloseTo(
				2 * meridianArc(29.5, 29.51) +
					geodesicMetres(corners[0]!, corners[1]!) +
					geodesicMetres(corners[2]!, corners[3]!),
				3
			);
		}
	});

	it('agrees with GeographicLib’s own test of a polygon', () => {
		// Planimeter5 of its tests.
		const ring = [
			[0.1, 89],
			[90.1, 89],
			[-179.9, 89]
		];
		expect(off(ringArea(ring), 12_476_152_838.5)).toBeLessThan(1e-9);
	});

	it('gives no area to an outline that crosses itself', () => {
		const corners: LngLat[] = [
			[106.5, 29.5],
			[106.51, 29.51],
			[106.51, 29.5],
			[106.5, 29.51]
		];
		expect(measureShape({ kind: 'area', corners })).toMatchObject({
			area: null,
			crossesItself: true
		});
		expect(measureShape({ kind: 'line', corners })!.crossesItself).toBe(false);
	});

	it('waits for enough corners', () => {
		expect(measureShape({ kind: 'line', corners: [[106, 29]] })).toBeNull();
		const corners: LngLat[] = [
			[106, 29],
			[107, 29]
		];
		expect(measureShape({ kind: 'area', corners })).toBeNull();
	});
});

describe('parseTyped', () => {
	it('reads what writeTyped writes', () => {
		const corners: LngLat[] = [
			[106.55001, 29.5],
			[-0.00001, -3]
		];
		expect(parseTyped(writeTyped(corners))).toEqual({ corners });
	});

	it('takes other commas, white space and empty lines', () => {
		expect(parseTyped('106.5，29.5\n\n  +107 30.123456 \r\n')).toEqual({
			corners: [
				[106.5, 29.5],
				[107, 30.12346]
			]
		});
	});

	it.each([
		['106.5, 29.5\nhere', 2, 'here', 'not-two-numbers'],
		['106.5', 1, '106.5', 'not-two-numbers'],
		['1,2,3', 1, '1,2,3', 'not-two-numbers'],
		['\n29.5, 106.5', 2, '29.5, 106.5', 'swapped'],
		['200, 300', 1, '200, 300', 'not-on-earth'],
		['1, 2\n'.repeat(41), 41, '1, 2', 'too-many']
	])('says which line of %j is wrong', (text, line, wrong, reason) => {
		expect(parseTyped(text)).toEqual({ error: { line, text: wrong, reason } });
	});
});

describe('the catchment of stations', () => {
	const radius = 800;
	const disc = Math.PI * radius ** 2;

	it('is a circle around a station by itself', () => {
		const area = areaOf(unionOf(circlesOf([station('a', [106.55, 29.52])], radius)));
		expect(off(area, disc)).toBeLessThan(1e-4);
	});

	it('counts what two stations share once', () => {
		const two = [station('a', [106.55, 29.52]), station('b', [106.56, 29.52])];
		const apart = geodesicMetres(two[0]!.position, two[1]!.position);
		const area = areaOf(unionOf(circlesOf(two, radius)));
		expect(off(area, 2 * disc - lens(radius, apart))).toBeLessThan(1e-3);
	});

	it('leaves out a hole between stations', () => {
		const [dx, dy] = [0.0124, 0.01083];
		const four = [
			station('a', [106.55, 29.52]),
			station('b', [106.55 + dx, 29.52]),
			station('c', [106.55 + dx, 29.52 + dy]),
			station('d', [106.55, 29.52 + dy])
		];
		const sides = [
			[0, 1],
			[1, 2],
			[2, 3],
			[3, 0]
		].map(([i, k]) => geodesicMetres(four[i!]!.position, four[k!]!.position));
		const union = unionOf(circlesOf(four, radius));
		expect(union.coordinates.map((rings) => rings.length)).toEqual([2]);
		const shared = sides.reduce((sum, apart) => sum + lens(radius, apart), 0);
		expect(off(areaOf(union), 4 * disc - shared)).toBeLessThan(1e-3);
	});

	it('is nothing without stations', () => {
		expect(areaOf(unionOf([]))).toBe(0);
	});

	it('is that of stations in service, of one line or of all', () => {
		const stations = [
			station('a', [106.55, 29.52], { lines: ['1'] }),
			station('b', [106.56, 29.52], { lines: ['1', '2'] }),
			station('soon', [106.57, 29.52], { lines: ['1'], inService: false })
		];
		const ids = (line: string | null) => stationsOf(stations, line).map(({ id }) => id);
		expect(ids(null)).toEqual(['a', 'b']);
		expect(ids('2')).toEqual(['b']);
	});

	it('says maybe where what is not known of a place or a station decides', () => {
		const at = (metres: number): LngLat => [106.55, 29.52 + metres / 110_850];
		const stop = [station('a', [106.55, 29.52], { accuracy: 30 })];
		const sites = [
			site('well-inside', at(700), 50),
			site('at-the-edge', at(740), 50),
			site('just-outside', at(850), 30),
			site('outside', at(900), 50),
			{
				id: 'somewhere',
				geometry: null,
				location: {
					precision: 'unlocated' as const,
					accuracy: null,
					area: { center: at(0), radius: 3000 }
				}
			},
			{
				id: 'nowhere',
				geometry: null,
				location: { precision: 'unlocated' as const, accuracy: null }
			}
		];
		const { answers, share } = sitesInside(sites, stop, radius);
		expect(Object.fromEntries(answers)).toEqual({
			'well-inside': 'yes',
			'at-the-edge': 'maybe',
			'just-outside': 'maybe',
			outside: 'no',
			somewhere: 'maybe',
			nowhere: 'unknown'
		});
		expect(share).toEqual({ least: 1 / 6, most: 5 / 6 });
	});
});

describe('the stations nearest to a site', () => {
	// 0.01 degrees of latitude are 1,108.5 m on the ellipsoid there
	const at = (steps: number): LngLat => [106.55, 29.5 + steps / 100];
	const here = {
		geometry: { type: 'Point' as const, coordinates: at(0) },
		location: { accuracy: 0 }
	};
	const stations = [
		station('far', at(4)),
		station('c', at(3)),
		station('a', at(1)),
		station('b', at(2)),
		station('soon', at(2.5), { inService: false }),
		station('later', at(3.5), { inService: false })
	];

	it('are three in service, and those to come that are as near', () => {
		const near = nearestStations(here, stations)!;
		expect(near.inService.map(({ station: { id } }) => id)).toEqual(['a', 'b', 'c']);
		expect(near.notYetOpen.map(({ station: { id } }) => id)).toEqual(['soon']);
		expect(near.inService[0]).toEqual({
			station: stations[2],
			metres: 1110,
			within: 1110,
			direction: 'n'
		});
	});

	it.each([
		[0, 100, { metres: 1110, within: 1210, direction: 'n' }],
		[60, 50, { metres: 1100, within: 1300, direction: 'n' }],
		[500, 500, { metres: 1100, within: 2200, direction: 'n' }],
		[500, 501, { metres: 1000, within: 2500, direction: 'n' }],
		[2000, 0, { metres: 1000, within: 3500, direction: null }]
	])('are told as exactly as both places are known: %i m and %i m', (own, its, told) => {
		const site = { ...here, location: { accuracy: own } };
		const [first] = nearestStations(site, [station('a', at(1), { accuracy: its })])!.inService;
		expect(first).toMatchObject(told);
	});

	it('are none of those that nobody has located, and unknown for a site without geometry', () => {
		const lost = { ...station('lost', at(0)), position: null };
		expect(nearestStations(here, [lost, stations[4]!])).toMatchObject({
			inService: [],
			notYetOpen: [{ station: { id: 'soon' } }]
		});
		expect(nearestStations({ ...here, geometry: null }, stations)).toBeNull();
	});
});

describe('profileOf', () => {
	const stops = [
		...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => station(id, [106.5, 29.5])),
		station('soon', [106.5, 29.5], { inService: false }),
		station('other', [106.5, 29.5], { lines: ['2'] })
	];
	/** Along the equator, where a degree is known. */
	const degrees = (value: number) => Math.round(A * radians(value));
	const profile = (tracks: Track[], stations: Station[] = stops) =>
		profileOf('1', { type: 'FeatureCollection', features: tracks }, stations)!;
	const walks = (tracks: Track[]) =>
		profile(tracks).stretches.map((stretch) => stretch.map(({ id }) => id).join(''));

	it('walks a line from end to end, in whatever order and direction its tracks come', () => {
		const { length, stationCount, spacing, stretches, parts, gap } = profile([
			track('b', 'c', [0.01, 0.03]),
			track('b', 'a', [0.01, 0]),
			track('c', 'd', [0.03, 0.033]),
			track('x', 'y', [1, 2], ['2'])
		]);
		expect(stretches).toHaveLength(1);
		expect(stretches[0]!.map(({ id, toNext }) => [id, toNext && Math.round(toNext)])).toEqual([
			['a', degrees(0.01)],
			['b', degrees(0.02)],
			['c', degrees(0.003)],
			['d', null]
		]);
		expect([length, ...Object.values(spacing)].map(Math.round)).toEqual(
			[0.033, 0.003, 0.01, 0.02].map(degrees)
		);
		expect({ stationCount, parts, gap }).toEqual({ stationCount: 4, parts: 1, gap: 0 });
	});

	it('takes the middle of two for the median', () => {
		const { spacing } = profile([track('a', 'b', [0, 0.01]), track('b', 'c', [0.01, 0.04])]);
		expect(Math.round(spacing.median)).toBe(degrees(0.02));
	});

	it('lists what lies between branchings by itself', () => {
		const tracks = [
			track('a', 'b', [0, 0.01]),
			track('b', 'c', [0.01, 0.02]),
			track('c', 'd', [0.02, 0.03]),
			track('c', 'e', [0.02, 0.04])
		];
		expect(walks(tracks)).toEqual(['abc', 'dc', 'ec']);
		expect(profile(tracks).branchings.map(({ id }) => id)).toEqual(['c']);
	});

	it('begins a ring at the branching on it', () => {
		const tracks = [
			track('a', 'b', [0, 0.01]),
			track('b', 'c', [0.01, 0.02]),
			track('c', 'a', [0.02, 0]),
			track('c', 'd', [0.02, 0.03])
		];
		expect(walks(tracks)).toEqual(['dc', 'cbac']);
	});

	it('walks a ring back to where it began', () => {
		const ring = [
			track('a', 'b', [0, 0.01]),
			track('b', 'c', [0.01, 0.02]),
			track('c', 'a', [0.02, 0])
		];
		expect(walks(ring)).toEqual(['abca']);
		expect(profile(ring).stationCount).toBe(3);
	});

	it('tells of parts that do not join, of gaps and of stations that are missing', () => {
		const { parts, gap, withoutTrack, stretches } = profile([
			track('a', 'b', [0, 0.01]),
			track('b', 'c', [0.0101, 0.02]),
			track('d', 'lost', [0.05, 0.06])
		]);
		expect(parts).toBe(2);
		expect(gap).toBeCloseTo(A * radians(0.0001), 3);
		expect(withoutTrack.map(({ id }) => id)).toEqual(['e', 'f']);
		expect(stretches[0]![0]).toMatchObject({ id: 'a', name: { zh: 'a', en: 'a' } });
		expect(stretches[1]!.at(-1)).toMatchObject({ id: 'lost', name: null });
	});

	it('has nothing to say of a line without tracks', () => {
		expect(profileOf('1', { type: 'FeatureCollection', features: [] }, stops)).toBeNull();
	});
});

describe('results as a file', () => {
	const atlas = { asOf: '2026-11-23', credits: [{ text: '© OpenStreetMap contributors' }] };

	it('carries figures, datum, day and credits', () => {
		const shape = {
			kind: 'line' as const,
			corners: [
				[106, 0],
				[107, 0]
			] as LngLat[]
		};
		expect(asFile(shapeFeatures(shape, measureShape(shape)!), atlas)).toEqual({
			type: 'FeatureCollection',
			features: [
				{
					type: 'Feature',
					geometry: { type: 'LineString', coordinates: shape.corners },
					properties: {
						kind: 'line',
						length_m: 111_319.5,
						legs_m: [111_319.5],
						datum: 'WGS-84',
						as_of: '2026-11-23',
						credits: ['© OpenStreetMap contributors']
					}
				}
			]
		});
	});

	it('has an area with its perimeter, and says where its outline crosses itself', () => {
		const corners: LngLat[] = [
			[106, 0],
			[106.01, 0],
			[106.01, 0.01],
			[106, 0.01]
		];
		const properties = (order: LngLat[]) => {
			const shape = { kind: 'area' as const, corners: order };
			return shapeFeatures(shape, measureShape(shape)!)[0]!;
		};
		const [a, b, c, d] = corners as [LngLat, LngLat, LngLat, LngLat];
		const plain = properties(corners);
		expect(plain.geometry).toEqual({ type: 'Polygon', coordinates: [[...corners, a]] });
		expect(plain.properties).toEqual({
			kind: 'area',
			perimeter_m: Math.round(measureShape({ kind: 'area', corners })!.length * 10) / 10,
			legs_m: [1113.2, 1105.7, 1113.2, 1105.7],
			area_m2: Math.round(cellArea(0.01, 0, 0.01)),
			crosses_itself: false
		});
		expect(properties([a, c, b, d]).properties).toMatchObject({
			area_m2: null,
			crosses_itself: true
		});
	});

	it('draws of a shape what its corners give', () => {
		const [one, two, three]: LngLat[] = [
			[106, 0],
			[107, 0],
			[107, 1]
		];
		const drawn = (kind: 'line' | 'area', ...corners: (LngLat | undefined)[]) =>
			shapeGeometry({ kind, corners: corners.flatMap((corner) => (corner ? [corner] : [])) });
		expect(drawn('area')).toBeNull();
		expect(drawn('area', one)).toEqual({ type: 'Point', coordinates: one });
		expect(drawn('area', one, two)).toEqual({ type: 'LineString', coordinates: [one, two] });
		expect(drawn('line', one, two, three)).toMatchObject({ type: 'LineString' });
		expect(drawn('area', one, two, three)).toEqual({
			type: 'Polygon',
			coordinates: [[one, two, three, one]]
		});
	});

	it('has for each site the station nearest to it, as far as it is known', () => {
		const site = { id: 's', name: { zh: '甲', en: 'S' }, anchor: [106, 29] as LngLat };
		const near = {
			station: station('a', [106, 29.01]),
			metres: 1110,
			within: 1200,
			direction: null
		};
		const [known, unknown] = nearestFeatures([
			{ site, near },
			{ site: { ...site, anchor: null }, near: null }
		]);
		expect(known).toEqual({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [106, 29] },
			properties: {
				...{ site: 's', name_zh: '甲', name_en: 'S' },
				...{ station: 'a', station_zh: 'a', station_en: 'a', lines: ['1'] },
				...{ metres: 1110, at_most_metres: 1200 }
			}
		});
		expect(unknown).toMatchObject({
			geometry: null,
			properties: { station: null, station_zh: null, lines: [], metres: null, at_most_metres: null }
		});
	});

	it('has the tracks of a line, each with its length and the figures of the whole', () => {
		const tracks = [track('a', 'b', [0, 0.01]), track('b', 'c', [0.01, 0.03])];
		const profile = profileOf('1', { type: 'FeatureCollection', features: tracks }, [])!;
		const [first, second] = profileFeatures('1', tracks, profile);
		expect(first).toEqual({
			type: 'Feature',
			geometry: tracks[0]!.geometry,
			properties: {
				...{ line: '1', from: 'a', to: 'b', length_m: 1113.2 },
				...{ line_length_m: 3339.6, line_stations: 3, line_spacing_m: [1113.2, 1669.8, 2226.4] }
			}
		});
		expect(second!.properties).toMatchObject({ from: 'b', to: 'c', length_m: 2226.4 });
	});

	it('names the sites of a catchment by what is known of them', () => {
		const stations = [station('a', [106.55, 29.52])];
		const sites = sitesInside([site('near', [106.55, 29.52], 10)], stations, 500);
		const geometry = unionOf(circlesOf(stations, 500));
		const [feature] = catchmentFeatures(geometry, {
			radius: 500,
			line: null,
			area: areaOf(geometry),
			stations,
			sites
		});
		expect(feature!.properties).toMatchObject({
			radius_m: 500,
			stations: ['a'],
			sites_inside: ['near'],
			sites_maybe: [],
			share_least: 1
		});
	});
});

function station(id: string, position: LngLat, more: Partial<Station> = {}): PlacedStation {
	const base = { id, name: { zh: id, en: id }, lines: ['1'], inService: true, accuracy: 0 };
	return { ...base, ...more, position };
}

function site(id: string, coordinates: Position, accuracy: number) {
	return {
		id,
		geometry: { type: 'Point' as const, coordinates },
		location: { precision: 'approximate' as const, accuracy }
	};
}

/** A track along the equator, from one longitude to another. */
function track(from: string, to: string, [start, end]: [number, number], lines = ['1']): Track {
	return {
		type: 'Feature',
		properties: { lines, from, to },
		geometry: {
			type: 'LineString',
			coordinates: [
				[start, 0],
				[(start + end) / 2, 0],
				[end, 0]
			]
		}
	};
}
