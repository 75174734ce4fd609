import { asset } from '$app/paths';
import type { Ground } from '../../atlas/map-data';

let asked: Promise<Ground> | null = null;

/**
 * The features of the base map, fetched once; after a failure the next call asks again. Rejects
 * with an Error that says what the server answered.
 */
export function loadGround(): Promise<Ground> {
	asked ??= fetchGround().catch((error: unknown) => {
		asked = null;
		throw error;
	});
	return asked;
}

async function fetchGround(): Promise<Ground> {
	const response = await fetch(asset('/data/ground.json'));
	if (!response.ok) throw new Error(`data/ground.json answered ${response.status}.`);
	return (await response.json()) as Ground;
}
