import { describe, expect, it } from 'vitest';
import { FeatureIndex } from '../../src/pipeline/tiles/feature-index';
import { byImportance } from '../../src/lib/compile/importance';
import { planJobs } from '../../src/pipeline/tiles/plan';
import { toldProgress } from '../../src/pipeline/tiles/progress';

describe('planJobs', () => {
	it('holds few bytes and features in each job, however crowded the map is', () => {
		const index = new FeatureIndex();
		for (let i = 0; i < 60_000; i++) {
			// most in a millionth of the world, as in a town; every tenth an area
			const near = i % 3 > 0 ? 1e-3 : 1;
			const [x, y] = [((i * 0.7548776662) % 1) * near, ((i * 0.5698402909) % 1) * near];
			const side = i % 10 === 0 ? 1e-4 : 0;
			const length = side > 0 ? 4_000 : 300;
			index.add({
				box: [x, y, Math.min(x + side, 1), Math.min(y + side, 1)],
				offset: i * 4_000,
				length,
				place: i + 1,
				isPoint: side === 0,
				rank: -Infinity
			});
		}
		const jobs = [...planJobs(index, { minzoom: 0, maxzoom: 14 })];
		for (const { lengths, isTree } of jobs)
			expect(lengths.length).toBeLessThanOrEqual(isTree ? 10_000 : 40_000);
		const points = new Set<number>();
		for (const { places, isTree } of jobs)
			if (isTree) for (const place of places) points.add(place);
		expect(points.size).toBe(60_000);
		// the one tile of all the world has a choice of them
		const top = jobs.find(({ z, isTree }) => z === 0 && !isTree)!;
		// (areas that are too small to be seen there don't count)
		expect(top.lengths.length + top.skipped).toBe(54_000);
	});

	it('gives all of few features to one job', () => {
		const index = new FeatureIndex();
		index.add({ box: [0, 0, 1, 1], offset: 0, length: 9, place: 1, isPoint: false, rank: 0 });
		const [job, ...others] = planJobs(index, { minzoom: 3, maxzoom: 9 });
		expect(job).toMatchObject({ z: 0, x: 0, y: 0, isTree: true });
		expect(others).toEqual([]);
	});
});

describe('byImportance', () => {
	const point = (x: number, y: number, rank = 0) => ({
		point: [x, y] as const,
		size: 0,
		rank,
		place: x * 5000 + y
	});

	it('takes the most important point first, then spreads over the tile', () => {
		const crowd = [point(10, 10, 5), point(11, 10, 9), point(12, 10, 8), point(4000, 4000, 1)];
		expect(byImportance(crowd)).toEqual([1, 3, 2, 0]);
	});

	it('takes large lines and areas before small ones', () => {
		const shape = (size: number, place: number) => ({ point: null, size, rank: 0, place });
		expect(byImportance([shape(3, 1), shape(3000, 2), shape(0.1, 3), shape(200, 4)])).toEqual([
			1, 3, 0, 2
		]);
	});

	it('keeps at each zoom what the zoom above it showed', () => {
		const points = Array.from({ length: 2_000 }, (_, i) =>
			point(
				Math.floor(((i * 0.7548776662) % 1) * 4096),
				Math.floor(((i * 0.5698402909) % 1) * 4096)
			)
		);
		const above = new Set(byImportance(points).slice(0, 200));
		// the north-western quarter, twice as large
		const inside = points.flatMap(({ point: [x, y], place }, i) =>
			x < 2048 && y < 2048 ? [{ i, point: [2 * x, 2 * y] as const, size: 0, rank: 0, place }] : []
		);
		const below = new Set(
			byImportance(inside)
				.slice(0, 200)
				.map((at) => inside[at]!.i)
		);
		for (const { i } of inside) if (above.has(i)) expect(below.has(i)).toBe(true);
	});
});

describe('toldProgress', () => {
	it('says how much is done and how long the rest takes at that pace', () => {
		expect(toldProgress(0.25, 30)).toBe('25 %, 1 min 30 s left');
		expect(toldProgress(0.5, 9.4)).toBe('50 %, 10 s left');
		expect(toldProgress(1, 9)).toBe('100 %, 0 s left');
	});
});
