import type { Position } from 'geojson';
import type { JsonNode } from '../text/json-positions';

/** Whether two nodes of positions stand for the same place. */
export function isSamePosition(a: JsonNode, b: JsonNode): boolean {
	const [p, q] = [a.value as Position, b.value as Position];
	return p[0] === q[0] && p[1] === q[1];
}
