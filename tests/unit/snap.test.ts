import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../src/lib/atlas/schema';
import { followLines, snapTo } from '../../src/lib/geo/snap';

/** About 97 m to 0.001° of longitude and 111 m to 0.001° of latitude. */
const ROAD: LngLat[] = [
	[106.5, 29.5],
	[106.51, 29.5],
	[106.51, 29.51],
	[106.52, 29.51]
];
const RAIL: LngLat[] = [
	[106.5, 29.52],
	[106.52, 29.52]
];
const RING: LngLat[] = [
	[106.5, 29.5],
	[106.52, 29.5],
	[106.52, 29.51],
	[106.5, 29.51],
	[106.5, 29.5]
];

describe('snapTo', () => {
	it('takes a vertex that is within reach before the line beside it', () => {
		expect(snapTo([106.5097, 29.5002], [ROAD, RAIL], 50)).toEqual([106.51, 29.5]);
	});

	it('takes the nearest place on a line', () => {
		expect(snapTo([106.505, 29.5003], [ROAD, RAIL], 50)).toEqual([106.505, 29.5]);
		expect(snapTo([106.515, 29.5198], [ROAD, RAIL], 50)).toEqual([106.515, 29.52]);
	});

	it('takes nothing that is farther', () => {
		expect(snapTo([106.505, 29.5006], [ROAD, RAIL], 50)).toBeNull();
		expect(snapTo([106.505, 29.505], [], 50)).toBeNull();
	});
});

describe('followLines', () => {
	it('takes the vertices of the line that both corners are on, in either direction', () => {
		const path: LngLat[] = [
			[106.505, 29.5],
			[106.515, 29.51]
		];
		const followed = [path[0], ROAD[1], ROAD[2], path[1]];
		expect(followLines(path, [RAIL, ROAD])).toEqual(followed);
		expect(followLines(path.toReversed(), [RAIL, ROAD])).toEqual(followed.toReversed());
	});

	it('joins corners that are not on one line as they are', () => {
		const path: LngLat[] = [
			[106.505, 29.5],
			[106.515, 29.52],
			[106.53, 29.53]
		];
		expect(followLines(path, [ROAD, RAIL])).toEqual(path);
		expect(followLines(path, [])).toEqual(path);
	});

	it('goes the shorter way round a closed line', () => {
		const path: LngLat[] = [
			[106.501, 29.5],
			[106.5, 29.501]
		];
		expect(followLines(path, [RING])).toEqual([path[0], [106.5, 29.5], path[1]]);
		expect(followLines(path.toReversed(), [RING])).toEqual([path[1], [106.5, 29.5], path[0]]);
	});

	it('takes the shortest of several lines', () => {
		const path: LngLat[] = [
			[106.51, 29.5],
			[106.51, 29.51]
		];
		const detour: LngLat[] = [path[0]!, [106.6, 29.505], path[1]!];
		expect(followLines(path, [detour, ROAD])).toEqual(path);
	});
});
