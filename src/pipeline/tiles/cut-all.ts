import { closeSync, openSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { cutJob, type CutSettings } from './cut-job';
import type { Job } from './plan';

/** A job needs a third of it; without a limit V8 would rather grow than tidy up. */
const HEAP = { maxOldGenerationSizeMb: 640 };
const START = new URL('./start-worker.js', import.meta.url);

type Tiles = ReturnType<typeof cutJob>;
type OnTiles = (tiles: Tiles, job: Job) => void;

/**
 * Cuts the tiles of all jobs.
 *
 * @param threads that share the work; with 0 it is done at once, in this one
 * @param onTiles gets the tiles of a job when they are done, in no order
 * @throws what a thread or `onTiles` throws; no thread goes on then
 */
export async function cutAll(
	jobs: Iterator<Job>,
	settings: CutSettings,
	threads: number,
	onTiles: OnTiles
): Promise<void> {
	if (threads === 0) return cutHere(jobs, settings, onTiles);
	const workers = Array.from({ length: threads }, () => {
		// none of the program's own flags: the thread loads what it needs by itself
		const options = { workerData: settings, execArgv: [], resourceLimits: HEAP };
		return new Worker(START, options);
	});
	try {
		await Promise.all(workers.map((worker) => employ(worker, jobs, onTiles)));
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

function cutHere(jobs: Iterator<Job>, settings: CutSettings, onTiles: OnTiles): void {
	const file = openSync(settings.input, 'r');
	try {
		for (let next = jobs.next(); !next.done; next = jobs.next())
			onTiles(cutJob(next.value, settings, file), next.value);
	} finally {
		closeSync(file);
	}
}

/** Gives a worker one job after the other until there is none. */
function employ(worker: Worker, jobs: Iterator<Job>, onTiles: OnTiles): Promise<void> {
	return new Promise((resolve, reject) => {
		let job: Job | null = null;
		const give = () => {
			const next = jobs.next();
			job = next.done ? null : next.value;
			if (!job) return resolve();
			const { offsets, lengths, places } = job;
			worker.postMessage(job, [offsets.buffer, lengths.buffer, places.buffer] as ArrayBuffer[]);
		};
		worker.on('error', reject);
		worker.on('message', (tiles: Tiles) => {
			try {
				onTiles(tiles, job!);
				give();
			} catch (error) {
				reject(error instanceof Error ? error : new Error(String(error)));
			}
		});
		give();
	});
}
