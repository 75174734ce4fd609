import { spawnSync } from 'node:child_process';
import { openSync, readSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { writeManyFeatures } from '../support/many-features';
import { measureRun, toldRun } from './measure-run';

/** A million features may take ten minutes on two cores, and 2 GB; few take a minute at most. */
const BUDGET = { secondsPerMillion: 600, least: 60, mb: 2000 };

/**
 * Prints what `atlas tiles` takes for many features and what it makes of them, read with the
 * `pmtiles` package; and the same of tippecanoe where there is one.
 */
export async function benchTiles(count: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
	try {
		const input = join(folder, 'many.geojsonl');
		await writeManyFeatures(input, count);
		const megabytes = ((await stat(input)).size / 1e6).toFixed(0);
		console.log(`${count} features, ${megabytes} MB of GeoJSON`);

		const ours = join(folder, 'atlas.pmtiles');
		const command = ['npx', 'tsx', 'src/pipeline/cli.ts', 'tiles', input, ours];
		const seconds = Math.max(BUDGET.least, (BUDGET.secondsPerMillion * count) / 1e6);
		const measured = measureRun(command);
		console.log(toldRun('atlas tiles', measured, { seconds, mb: BUDGET.mb }));
		const zooms = await tellArchive(ours);

		if (spawnSync('tippecanoe', ['--version']).error) {
			console.log('tippecanoe: not on this machine');
			return;
		}
		const theirs = join(folder, 'tippecanoe.pmtiles');
		const options = ['--quiet', '--read-parallel', '--drop-densest-as-needed', '--layer=many'];
		const range = [`--minimum-zoom=${zooms.min}`, `--maximum-zoom=${zooms.max}`];
		const other = ['tippecanoe', ...options, ...range, `--output=${theirs}`, input];
		console.log(toldRun('tippecanoe', measureRun(other), null));
		await tellArchive(theirs);
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** Reads every tile of an archive and prints what it holds. */
async function tellArchive(file: string): Promise<{ min: number; max: number }> {
	const handle = openSync(file, 'r');
	const archive = new PMTiles({
		getKey: () => file,
		getBytes: (offset, length) => {
			const buffer = new ArrayBuffer(length);
			const read = readSync(handle, new Uint8Array(buffer), 0, length, offset);
			return Promise.resolve({ data: buffer.slice(0, read) });
		}
	});
	const header = await archive.getHeader();
	let [tiles, largest] = [0, 0];
	for (let z = header.minZoom; z <= header.maxZoom; z++) {
		const [left, top] = tileAt(header.minLon, header.maxLat, z);
		const [right, bottom] = tileAt(header.maxLon, header.minLat, z);
		// one more on each side: features reach over the edges of tiles
		for (let x = Math.max(left - 1, 0); x <= Math.min(right + 1, 2 ** z - 1); x++) {
			for (let y = Math.max(top - 1, 0); y <= Math.min(bottom + 1, 2 ** z - 1); y++) {
				const tile = await archive.getZxy(z, x, y);
				if (!tile) continue;
				tiles++;
				largest = Math.max(largest, tile.data.byteLength);
			}
		}
	}
	const { size } = await stat(file);
	console.log(
		`  ${tiles} tiles, zoom ${header.minZoom} to ${header.maxZoom}, ${(size / 1e6).toFixed(1)} MB, ` +
			`largest tile ${Math.ceil(largest / 1000)} kB before compression`
	);
	return { min: header.minZoom, max: header.maxZoom };
}

function tileAt(lng: number, lat: number, z: number): [number, number] {
	const sin = Math.sin((lat * Math.PI) / 180);
	const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
	return [Math.floor((lng / 360 + 0.5) * 2 ** z), Math.floor(y * 2 ** z)];
}
