import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAtlas } from '../../src/pipeline/build';
import { addRoads } from '../support/many-roads';
import { measureRun, toldRun } from './measure-run';

const ATLAS = 'tests/fixtures/second-atlas';

/** Files whose size a reader feels, by the folder of the build's output. */
const FILES = [
	'app/home-map.zh.html',
	'app/layers.json',
	'public/ground.json',
	'public/search.json',
	'public/basemap.pmtiles',
	'public/large-layers.pmtiles'
];

/** A few ten thousand roads may take half a minute to check and a minute to build. */
const BUDGET = { check: 30, build: 60 };

/** Prints what a layer of many roads costs an atlas: to check, to build, and in what files. */
export async function benchLarge(count: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
	try {
		const dir = join(folder, 'atlas');
		await cp(ATLAS, dir, { recursive: true });
		const before = await built(dir, join(folder, 'before'));
		const megabytes = (await addRoads(dir, count)) / 1e6;
		console.log(`${count} roads, ${megabytes.toFixed(1)} MB of GeoJSON`);
		const check = measureRun(['npx', 'tsx', 'src/pipeline/cli.ts', 'check', dir]);
		console.log(toldRun('check', check, { seconds: BUDGET.check, mb: null }));
		const after = await built(dir, join(folder, 'after'));
		const isLate = after.seconds > BUDGET.build;
		if (isLate) process.exitCode = 1;
		console.log(`data build: ${after.seconds.toFixed(1)} s${isLate ? ', too long' : ''}`);
		for (const [i, file] of FILES.entries())
			console.log(`  ${file}: ${before.sizes[i]} bytes without, ${after.sizes[i]} with`);
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function built(dir: string, out: string): Promise<{ seconds: number; sizes: number[] }> {
	const start = performance.now();
	const to = { app: join(out, 'app'), public: join(out, 'public') };
	const issues = await buildAtlas(dir, to, new Date());
	const errors = issues.filter(({ severity }) => severity === 'error');
	if (errors.length > 0) throw new Error(`${dir}: ${JSON.stringify(errors)}`);
	const seconds = (performance.now() - start) / 1000;
	const sizes = FILES.map((file) =>
		stat(join(out, file)).then(
			({ size }) => size,
			() => 0
		)
	);
	return { seconds, sizes: await Promise.all(sizes) };
}
