import { Resvg } from '@resvg/resvg-js';
import { parentPort, workerData } from 'node:worker_threads';

// eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- as draw-png.ts has it
const options = workerData;

// Drawn at once, in a thread of its own: a picture that the library hands over from one of its
// own threads has V8 collect the whole heap of the program.
parentPort?.on('message', (/** @type {string} */ svg) => {
	// eslint-disable-next-line @typescript-eslint/no-unsafe-argument -- the same
	parentPort?.postMessage(new Resvg(svg, options).render().asPng());
});
