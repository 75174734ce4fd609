import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

const faults = new EventTarget();
let ahead: Worker | null = null;
/** Whether the newest worker has failed. */
let hasFailed = false;

/** Starts the worker of the live map while the code of the page's half is still on its way. */
export function startWorker(): void {
	// The engine that the dev server takes makes its worker itself.
	if (import.meta.env.PROD) ahead ??= createWorker();
}

/**
 * The worker that was started, once; then a new one. The engine takes it (`vite.map-engine.ts`).
 *
 * @public
 */
export function takeWorker(): Worker {
	const worker = ahead ?? createWorker();
	ahead = null;
	return worker;
}

/**
 * Calls `tell` when the script of a worker does not load: the engine, which waits for its answers,
 * says nothing then. Returns what ends it.
 */
export function whenWorkerFails(tell: () => void): () => void {
	const stop = new AbortController();
	faults.addEventListener('error', tell, { signal: stop.signal });
	if (hasFailed) tell();
	return () => stop.abort();
}

function createWorker(): Worker {
	hasFailed = false;
	const worker = new Worker(workerUrl, { type: 'module' });
	worker.addEventListener('error', () => {
		hasFailed = true;
		faults.dispatchEvent(new Event('error'));
	});
	return worker;
}
