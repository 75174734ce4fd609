import type { Ground } from '../../atlas/map-data';
import { fetchData } from '../fetch-data';

let asked: Promise<Ground> | null = null;

/** The features of the base map, fetched once; after a failure the next drawing asks again. */
export function loadGround(): Promise<Ground> {
	asked ??= fetchData<Ground>('ground.json').catch((error: unknown) => {
		asked = null;
		throw error;
	});
	return asked;
}
