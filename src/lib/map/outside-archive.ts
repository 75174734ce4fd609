import { ask } from '../outside/ask';
import { OutsideFault } from '../outside/fault';
import type { GiveTile } from '../style/given-tiles';
import { PmtilesFault, PmtilesReader, type PmtilesInfo } from './pmtiles-reader';

/** More is no part of an archive that a page can use. */
const LIMIT = 20 * 2 ** 20;

/** A PMTiles archive on another host, of which only the parts that are needed are asked for. */
export interface OutsideArchive extends Omit<PmtilesInfo, 'type'> {
	type: 'vector' | 'raster';
	/** Of vector tiles: layers by name, with the names of their fields if it tells them. */
	layers: ReadonlyMap<string, readonly string[]>;
	/** Its version of a schema, as it tells it. */
	version: string;
	/** Whom it says that it is owed to, as plain text. */
	attribution: string;
	tile: GiveTile;
}

/** @throws OutsideFault if it can't be had or drawn */
export async function openOutsideArchive(url: string): Promise<OutsideArchive> {
	const reader = new PmtilesReader((offset, length) =>
		ask(url, { range: { offset, length }, limit: LIMIT })
	);
	try {
		const { type, ...info } = await reader.info();
		if (!type) throw new OutsideFault('unsupported', 'MLT');
		const told = asRecord(await reader.metadata());
		return {
			...info,
			type,
			layers: layersOf(told),
			version: textOf(told['version']),
			// Some write HTML; of it, only what is read is of use.
			attribution: textOf(told['attribution']).replaceAll(/<[^>]*>/g, ''),
			tile: (z, x, y) => reader.tile(z, x, y)
		};
	} catch (error) {
		if (error instanceof PmtilesFault) throw new OutsideFault(error.kind, error.value);
		// Bytes that are no directory, or not compressed as they say.
		throw error instanceof OutsideFault ? error : new OutsideFault('not-pmtiles');
	}
}

function layersOf(told: Record<string, unknown>): Map<string, string[]> {
	const list = told['vector_layers'];
	const layers = Array.isArray(list) ? list.map(asRecord) : [];
	return new Map(
		layers.flatMap(({ id, fields }) =>
			typeof id === 'string' ? [[id, Object.keys(asRecord(fields))] as const] : []
		)
	);
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 200) : '';
}
