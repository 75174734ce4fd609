import { addProtocol } from 'maplibre-gl';
import { PMTiles, type RangeResponse, type Source } from 'pmtiles';
import { BASE_TILES } from '../style/declaration';

const PROTOCOL = BASE_TILES.split(':')[0] ?? '';
const NUMBERS = /(\d+)\/(\d+)\/(\d+)$/;

/**
 * Serves the tiles of the PMTiles archive at `url` to MapLibre. The archive is small and is
 * fetched whole, once: hosts without HTTP Range can serve it, and browsers can cache it.
 * A failed fetch rejects every tile, which the map reports as an error of its source.
 */
export function serveBaseArchive(url: string): void {
	const archive = new PMTiles(new WholeFile(url));
	addProtocol(PROTOCOL, async (request) => {
		const [, z, x, y] = NUMBERS.exec(request.url) ?? [];
		const tile = await archive.getZxy(Number(z), Number(x), Number(y));
		return { data: tile?.data ?? new ArrayBuffer(0) };
	});
}

/** A PMTiles source that holds the file in memory. */
class WholeFile implements Source {
	readonly #url: string;
	#bytes: Promise<ArrayBuffer> | null = null;

	constructor(url: string) {
		this.#url = url;
	}

	getKey(): string {
		return this.#url;
	}

	async getBytes(offset: number, length: number): Promise<RangeResponse> {
		this.#bytes ??= fetchWhole(this.#url);
		return { data: (await this.#bytes).slice(offset, offset + length) };
	}
}

async function fetchWhole(url: string): Promise<ArrayBuffer> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return response.arrayBuffer();
}
