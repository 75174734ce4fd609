import type { SourceData } from '../source/types';
import { BASE_ZOOMS } from '../style/declaration';
import { baseLayers } from './base-layers';
import { fitLayers } from './crowded-tile';
import { indexLayers, shownLayers, type IndexedLayer } from './tile';

/** The base tiles of data that is not built: each is cut when it is asked for. */
export class DraftTiles {
	readonly #layers: IndexedLayer[];

	/** @throws Error if a track names a line that the data does not have */
	constructor({ layers, lines }: Pick<SourceData, 'layers' | 'lines'>) {
		this.#layers = indexLayers(baseLayers(layers, lines), BASE_ZOOMS.max);
	}

	/**
	 * The tile that an archive of the build would hold, not compressed; empty where it has none. Of a
	 * large layer it shows as much as there is room for at every zoom.
	 */
	tile(z: number, x: number, y: number): ArrayBuffer {
		if (z < BASE_ZOOMS.min || z > BASE_ZOOMS.max) return new ArrayBuffer(0);
		const cuts = this.#layers.map(({ index }) => index.getTile(z, x, y)?.features ?? []);
		return new Uint8Array(fitLayers(shownLayers(this.#layers, cuts, z)) ?? []).buffer;
	}
}
