import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

let ahead: Worker | null = null;

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

function createWorker(): Worker {
	return new Worker(workerUrl, { type: 'module' });
}
