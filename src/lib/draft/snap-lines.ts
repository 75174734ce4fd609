import type { LngLat } from '../atlas/schema';
import { joinLines } from '../geo/join-lines';
import { linesOf } from '../geo/parts';
import type { Lines } from '../geo/snap';
import { BASE_LAYERS } from '../source/base-types';
import { METRO_LAYERS } from '../style/declaration';
import type { DrawnGround } from './drawn-ground';

/** Roads, railways and metro lines of a draft, each joined of the pieces that go on in it. */
export function snapLines({ layers }: Pick<DrawnGround, 'layers'>): Lines {
	const pieces = new Map<string, LngLat[][]>();
	for (const id of [BASE_LAYERS.road, BASE_LAYERS.railway, METRO_LAYERS.tracks]) {
		for (const { geometry, properties } of layers.get(id)?.features ?? []) {
			const whole = `${id} ${String(properties?.['line'] ?? properties?.['name_zh'] ?? '')}`;
			const lines = linesOf(geometry) as LngLat[][];
			pieces.set(whole, [...(pieces.get(whole) ?? []), ...lines]);
		}
	}
	return [...pieces.values()].flatMap(joinLines);
}
