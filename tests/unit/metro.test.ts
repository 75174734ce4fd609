import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LayerType, Line, LineSection } from '../../src/lib/atlas/schema';
import { metroFeatures } from '../../src/lib/compile/metro';
import type { SourceLayer } from '../../src/lib/source/types';

describe('metroFeatures: tracks', () => {
	it('draws a line that has its course to itself where it lies', () => {
		const [track] = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				['red']
			)
		]);
		expect(track!.properties).toEqual({
			id: 'piece-1.red',
			line: 'red',
			name_zh: '红线',
			name_en: 'Red Line',
			colour: '#C00000',
			status: 'open',
			slot: 0
		});
		expect(track!.geometry.coordinates).toEqual([
			[90, 0],
			[90.01, 0]
		]);
	});

	it('draws the lines of one piece side by side, each once', () => {
		const path = [
			[90, 0],
			[90.01, 0]
		];
		expect(slots(tracksOf([piece('a', 'b', path, ['red', 'blue'])]))).toEqual({
			'piece-1.red': -0.5,
			'piece-1.blue': 0.5
		});
		expect(slots(tracksOf([piece('a', 'b', path, ['green', 'red', 'blue'])]))).toEqual({
			'piece-1.red': -1,
			'piece-1.blue': 0,
			'piece-1.green': 1
		});
	});

	it('finds a shared course in pieces of two lines between the same stations', () => {
		const tracks = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0.004],
					[90.02, 0]
				],
				['red']
			),
			piece(
				'b',
				'a',
				[
					[90.02, 0],
					[90.01, -0.004],
					[90, 0]
				],
				['blue']
			)
		]);
		expect(slots(tracks)).toEqual({ 'piece-1.red': -0.5, 'piece-2.blue': 0.5 });
		expect(tracks.map(startOf)).toEqual([
			[90, 0],
			[90, 0]
		]);
	});

	it('finds a shared course in pieces that run within 25 m of each other', () => {
		const tracks = (metres: number) =>
			tracksOf([
				piece(
					'a',
					'b',
					[
						[90, 0],
						[90.02, 0]
					],
					['red']
				),
				piece(
					'd',
					'c',
					[
						[90.021, metres / 111_195],
						[90.001, metres / 111_195]
					],
					['blue']
				)
			]);
		expect(slots(tracks(20))).toEqual({ 'piece-1.red': -0.5, 'piece-2.blue': 0.5 });
		expect(new Set(tracks(20).map(isEastward)).size).toBe(1);
		expect(slots(tracks(60))).toEqual({ 'piece-1.red': 0, 'piece-2.blue': 0 });
	});

	it('takes a crossing and a short approach for no shared course', () => {
		const tracks = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.02, 0]
				],
				['red']
			),
			piece(
				'c',
				'd',
				[
					[90.01, -0.01],
					[90.01, 0.01]
				],
				['blue']
			),
			piece(
				'e',
				'f',
				[
					[90, 0.01],
					[90.016, 0.0001],
					[90.02, 0.0001]
				],
				['green']
			)
		]);
		expect(Object.values(slots(tracks))).toEqual([0, 0, 0]);
	});

	it('keeps each line on its side, however the pieces were digitised', () => {
		const stations = ['m', 'd', 'k', 'q', 'a', 'z'];
		const corners = [
			[90, 0],
			[90.01, 0],
			[90.015, 0.008],
			[90.01, 0.016],
			[90, 0.018],
			[90, 0.03]
		];
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (flips) => {
				const tracks = tracksOf(
					flips.map((flip, i) => {
						const ends = [stations[i]!, stations[i + 1]!] as const;
						const path = [corners[i]!, corners[i + 1]!];
						return flip
							? piece(ends[1], ends[0], path.toReversed(), ['red', 'blue'])
							: piece(ends[0], ends[1], path, ['red', 'blue']);
					})
				);
				const red = tracks.filter(({ properties }) => properties.line === 'red');
				expect(new Set(red.map(({ properties }) => properties.slot))).toEqual(new Set([-0.5]));
				expect(continuous(red.map(({ geometry }) => geometry.coordinates))).toBe(true);
				// "a q" is the first pair of names, so the course runs from a to q
				expect(red[0]!.geometry.coordinates[0]).toEqual(corners[1]);
			})
		);
	});

	it('keeps sides along a course whose pieces are separate for each line', () => {
		const tracks = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				['red']
			),
			piece(
				'b',
				'a',
				[
					[90.01, 0.0001],
					[90, 0.0001]
				],
				['blue']
			),
			piece(
				'c',
				'b',
				[
					[90.02, 0],
					[90.01, 0]
				],
				['red']
			),
			piece(
				'b',
				'c',
				[
					[90.01, 0.0001],
					[90.02, 0.0001]
				],
				['blue']
			)
		]);
		expect(Object.values(slots(tracks))).toEqual([-0.5, 0.5, -0.5, 0.5]);
		expect(new Set(tracks.map(isEastward)).size).toBe(1);
	});

	it('leaves the others on their sides where a line joins or leaves', () => {
		const tracks = tracksOf([
			piece(
				'z',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				['red', 'blue']
			),
			piece(
				'c',
				'b',
				[
					[90.02, 0],
					[90.01, 0]
				],
				['red', 'blue', 'green']
			),
			piece(
				'c',
				'a',
				[
					[90.02, 0],
					[90.03, 0]
				],
				['blue', 'green']
			)
		]);
		expect(new Set(tracks.map(isEastward)).size).toBe(1);
		expect(slots(tracks)).toEqual({
			'piece-1.red': -0.5,
			'piece-1.blue': 0.5,
			'piece-2.red': -1,
			'piece-2.blue': 0,
			'piece-2.green': 1,
			'piece-3.blue': -0.5,
			'piece-3.green': 0.5
		});
	});

	it('follows both branches of a fork out of the trunk', () => {
		const both = ['red', 'blue'];
		const tracks = tracksOf([
			piece(
				'b',
				'a',
				[
					[90.01, 0],
					[90, 0]
				],
				both
			),
			piece(
				'c',
				'b',
				[
					[90.02, 0.005],
					[90.01, 0]
				],
				both
			),
			piece(
				'b',
				'd',
				[
					[90.01, 0],
					[90.02, -0.005]
				],
				both
			)
		]);
		expect(new Set(tracks.map(isEastward))).toEqual(new Set([true]));
	});

	it('places the lines of a loop that closes on itself', () => {
		const both = ['red', 'blue'];
		const tracks = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				both
			),
			piece(
				'c',
				'b',
				[
					[90.005, 0.01],
					[90.01, 0]
				],
				both
			),
			piece(
				'c',
				'a',
				[
					[90.005, 0.01],
					[90, 0]
				],
				both
			)
		]);
		const red = tracks.filter(({ properties }) => properties.line === 'red');
		expect(continuous(red.map(({ geometry }) => geometry.coordinates))).toBe(true);
	});

	it('takes the status of a line from the newest entry of its history', () => {
		const [track] = tracksOf([
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				['green']
			)
		]);
		expect(track!.properties.status).toBe('under-construction');
	});

	it('says which piece names a line that nobody knows', () => {
		expect(() =>
			tracksOf([
				piece(
					'a',
					'b',
					[
						[90, 0],
						[90.01, 0]
					],
					['grey']
				)
			])
		).toThrow('layers/tracks.geojson: "piece-1" names line "grey"');
	});
});

describe('metroFeatures: stations', () => {
	it('flattens stations and takes their precision from the layer', () => {
		const [station] = stationsOf([
			{ name: { zh: '甲', en: 'Jia' }, lines: ['red', 'blue'], status: 'open' }
		]);
		expect(station).toEqual({
			type: 'Feature',
			properties: {
				id: 'station-1',
				name_zh: '甲',
				name_en: 'Jia',
				interchange: true,
				status: 'open',
				precision: 'exact'
			},
			geometry: { type: 'Point', coordinates: [90, 0] }
		});
	});

	it('prefers what a station says of its own place', () => {
		const location = {
			precision: 'approximate',
			accuracy: 900,
			basis: { zh: '图', en: 'A map' },
			sources: ['chart']
		};
		const [station] = stationsOf([
			{ name: { zh: '甲', en: 'Jia' }, lines: ['red'], status: 'planned', location }
		]);
		expect(station!.properties).toMatchObject({
			precision: 'approximate',
			interchange: false
		});
	});

	it('takes no other layer for metro', () => {
		const water = layer('water', 'water', [{ id: 'a', geometry: HERE, properties: {}, index: 0 }]);
		expect(metroFeatures([water], LINES)).toEqual({ tracks: [], stations: [] });
	});

	it('leaves out a station without geometry', () => {
		const properties = { name: { zh: '甲', en: 'Jia' }, lines: ['red'], status: 'planned' };
		expect(stationsOf([properties], null)).toEqual([]);
	});
});

describe('metroFeatures: openings', () => {
	// The red line runs a–b–c–d with a branch c–e; the green one, not yet open, ends at a.
	const network = [
		piece(
			'b',
			'a',
			[
				[90.01, 0],
				[90, 0]
			],
			['red', 'blue']
		),
		piece(
			'b',
			'c',
			[
				[90.01, 0],
				[90.02, 0]
			],
			['red']
		),
		piece(
			'c',
			'd',
			[
				[90.02, 0],
				[90.03, 0]
			],
			['red']
		),
		piece(
			'e',
			'c',
			[
				[90.02, 0.01],
				[90.02, 0]
			],
			['red']
		),
		piece(
			'a',
			'f',
			[
				[90, 0],
				[90, 0.01]
			],
			['green']
		)
	];
	const trackDays = (sections: Record<string, LineSection[]>) =>
		sinceBy(openedMetro(network, sections).tracks);
	const stationDays = (sections: Record<string, LineSection[]>) =>
		sinceBy(openedMetro(network, sections).stations);

	it('gives each piece between the ends of a section its day, for that line', () => {
		expect(trackDays({ red: [section('d', 'a', '2011-12-30')] })).toEqual({
			'piece-1.red': 20111230,
			'piece-2.red': 20111230,
			'piece-3.red': 20111230
		});
		expect(
			trackDays({ red: [section('c', 'e', '2025-06-27')], blue: [section('a', 'b', '2014-05-15')] })
		).toEqual({ 'piece-1.blue': 20140515, 'piece-4.red': 20250627 });
	});

	it('takes the last day that a month or a year can mean', () => {
		const sections = [section('a', 'b', '2012-02'), section('b', 'c', '2006')];
		expect(trackDays({ red: sections })).toEqual({
			'piece-1.red': 20120229,
			'piece-2.red': 20061231
		});
	});

	it('gives no day where sources disagree or nothing is recorded', () => {
		expect(trackDays({})).toEqual({});
		expect(trackDays({ red: [section('a', 'b', null)] })).toEqual({});
	});

	it('goes round a loop by the way with fewer pieces', () => {
		const loop = [
			piece(
				'a',
				'b',
				[
					[90, 0],
					[90.01, 0]
				],
				['red']
			),
			piece(
				'b',
				'c',
				[
					[90.01, 0],
					[90.01, 0.01]
				],
				['red']
			),
			piece(
				'c',
				'a',
				[
					[90.01, 0.01],
					[90, 0]
				],
				['red']
			)
		];
		const { tracks } = openedMetro(loop, { red: [section('a', 'c', '2018-12-28')] });
		expect(sinceBy(tracks)).toEqual({ 'piece-3.red': 20181228 });
	});

	it('dates a station by the first of its tracks, those not in service left aside', () => {
		expect(
			stationDays({
				red: [section('a', 'c', '2012-09-28'), section('c', 'd', '2014-12-30')],
				blue: [section('a', 'b', '2018-12-28')]
			})
		).toEqual({ a: 20120928, b: 20120928, d: 20141230 });
	});

	it('dates a station where trains stopped later by that day', () => {
		const red = section('a', 'd', '2012-09-28', [
			{ stations: ['b'], opened: '2013-01-20' },
			{ stations: ['d'], opened: null }
		]);
		const blue = section('a', 'b', '2018-12-28');
		const branch = section('c', 'e', '2025');
		expect(stationDays({ red: [red, branch], blue: [blue] })).toEqual({
			a: 20120928,
			b: 20130120,
			c: 20120928,
			e: 20251231
		});
	});
});

const LINES: Line[] = [
	metroLine('red', { zh: '红线', en: 'Red Line' }, '#C00000', ['under-construction', 'open']),
	metroLine('blue', { zh: '蓝线', en: 'Blue Line' }, '#0000C0', ['open']),
	metroLine('green', { zh: '绿线', en: 'Green Line' }, '#00C000', ['planned', 'under-construction'])
];

function metroLine(
	id: string,
	name: Line['name'],
	colour: string,
	statuses: Line['history'][number]['status'][]
): Line {
	const history = statuses.map((status, i) => ({
		date: `202${i}`,
		status,
		note: name,
		sources: ['chart']
	}));
	return { id, name, badge: name, colour, history, sources: ['chart'], checked: '2026-01' };
}

function piece(from: string, to: string, path: Position[], lines: string[]) {
	return { from, to, path, lines };
}

function tracksOf(pieces: ReturnType<typeof piece>[]) {
	const features = pieces.map(({ path, ...properties }, i) => ({
		id: `piece-${i + 1}`,
		geometry: { type: 'LineString' as const, coordinates: path },
		properties,
		index: i + 1
	}));
	const { tracks } = metroFeatures([layer('tracks', 'metro-track', features)], LINES);
	return tracks;
}

function section(
	from: string,
	to: string,
	opened: string | null,
	later?: LineSection['later']
): LineSection {
	return { from, to, opened, ...(later && { later }), sources: ['chart'] };
}

/** The metro with a station wherever a piece ends, and sections of the lines. */
function openedMetro(
	pieces: ReturnType<typeof piece>[],
	sections: Record<string, LineSection[]>
): ReturnType<typeof metroFeatures> {
	const tracks = pieces.map(({ path, ...properties }, i) => ({
		id: `piece-${i + 1}`,
		geometry: { type: 'LineString' as const, coordinates: path },
		properties,
		index: i + 1
	}));
	const ends = new Set(pieces.flatMap(({ from, to }) => [from, to]));
	const stations = [...ends].map((id, i) => ({
		id,
		geometry: HERE,
		properties: { name: { zh: '站', en: 'Station' }, lines: ['red'], status: 'open' },
		index: i + 1
	}));
	const lines = LINES.map((line) => ({ ...line, sections: sections[line.id] ?? [] }));
	const layers = [
		layer('tracks', 'metro-track', tracks),
		layer('stations', 'metro-station', stations)
	];
	return metroFeatures(layers, lines);
}

/** The days of the features that have one. */
function sinceBy(features: { properties: { id: string; since?: number } }[]) {
	return Object.fromEntries(
		features.flatMap(({ properties: { id, since } }) => (since === undefined ? [] : [[id, since]]))
	);
}

const HERE: Geometry = { type: 'Point', coordinates: [90, 0] };

function stationsOf(stations: Record<string, unknown>[], geometry: Geometry | null = HERE) {
	const features = stations.map((properties, i) => ({
		id: `station-${i + 1}`,
		geometry,
		properties,
		index: i + 1
	}));
	return metroFeatures([layer('stations', 'metro-station', features)], LINES).stations;
}

function layer(id: string, type: LayerType, features: SourceLayer['features']): SourceLayer {
	const title = { zh: '轨道', en: 'Metro' };
	return {
		record: {
			schema: 1,
			id,
			type,
			title,
			group: 'rail',
			licence: 'CC-BY-4.0',
			attribution: title,
			sources: ['chart'],
			asOf: '2026',
			accuracy: [10, 30]
		},
		file: `layers/${id}.geojson`,
		features
	};
}

type Track = ReturnType<typeof tracksOf>[number];

function slots(tracks: Track[]): Record<string, number> {
	return Object.fromEntries(tracks.map(({ properties: { id, slot } }) => [id, slot]));
}

function startOf({ geometry }: Track): Position {
	return geometry.coordinates[0]!;
}

function isEastward({ geometry }: Track): boolean {
	return geometry.coordinates.at(-1)![0]! > geometry.coordinates[0]![0]!;
}

/** Whether every path goes on where another one ends, but for the two ends of the course. */
function continuous(paths: Position[][]): boolean {
	const starts = new Set(paths.map((path) => String(path[0])));
	const ends = new Set(paths.map((path) => String(path.at(-1))));
	const isLoop = paths.every((path) => ends.has(String(path[0])));
	const joined = [...ends].filter((end) => starts.has(end)).length;
	return starts.size === paths.length && joined === paths.length - (isLoop ? 0 : 1);
}
