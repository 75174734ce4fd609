import type { MultiPolygon, Position } from 'geojson';
import UnionWorker from './union-worker?worker';

/** What any of some rings encloses, and its square metres. */
export interface Union {
	geometry: MultiPolygon;
	area: number;
}

/**
 * Works out beside the page what any of the rings encloses, which takes seconds for all stations
 * of a city.
 *
 * @param answer is given `null` if it could not be worked out
 * @returns calls it off
 */
export function askForUnion(
	rings: readonly Position[][],
	answer: (union: Union | null) => void
): () => void {
	const worker = new UnionWorker();
	worker.onmessage = ({ data }: MessageEvent<Union>) => {
		worker.terminate();
		answer(data);
	};
	worker.onerror = (event) => {
		console.error(event.message);
		worker.terminate();
		answer(null);
	};
	worker.postMessage(rings);
	return () => worker.terminate();
}
