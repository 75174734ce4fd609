import { readFileSync } from 'node:fs';
import type { Station } from '../../src/lib/atlas/atlas';

/** The metro stations whose place is known, as the build wrote them. */
export const placedStations = (
	JSON.parse(readFileSync('.atlas/stations.json', 'utf8')) as Station[]
).flatMap(({ name, position }) => (position ? [{ name: name.zh, position }] : []));
