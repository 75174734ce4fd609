import type { Fault } from '../files/fault';

/** Why a layer from another address can't be shown; the interface has the words and the next step. */
export type OutsideFaultKind =
	/** The publisher's list of bases did not come from the page's own host. */
	| 'list'
	/** The server answered with this status. */
	| 'http'
	/** It answers, but lets no other site read the answer. */
	| 'cors'
	/** It can't be reached, or the address leads nowhere. */
	| 'unreachable'
	| 'offline'
	| 'timeout'
	/** Not encrypted, and not on the reader's own machine. */
	| 'insecure'
	| 'too-big'
	/** It sends whole files only. */
	| 'no-ranges'
	| 'not-pmtiles'
	/** A PMTiles archive, but packed or drawn in a way that is not read here; its name. */
	| 'unsupported'
	/** The archive has no layers of the Protomaps basemap, or those of an older version; which it has. */
	| 'schema'
	| 'old-schema'
	| 'not-image'
	/** Not a description of a WMS or WMTS. */
	| 'not-capabilities'
	/** Its layers are not in web Mercator. */
	| 'no-mercator'
	/** A template without places for zoom, column and row. */
	| 'not-template'
	/** What the service itself says. */
	| 'service'
	/** All of it lies outside the map. */
	| 'elsewhere'
	/** No tile where the map looks. */
	| 'no-tiles'
	/** The publisher has set no key. */
	| 'no-key'
	/** A GeoJSON file with a fault. */
	| 'file'
	/** The page's own code failed. */
	| 'page';

/** Why something from another address can't be shown. */
export class OutsideFault extends Error {
	readonly kind: OutsideFaultKind;
	/** What stands there, as a line of text. */
	readonly value: string;
	/** What is wrong in a file. */
	readonly file: Fault | null;

	constructor(kind: OutsideFaultKind, value: string | number = '', file: Fault | null = null) {
		super(`${kind} ${value}`);
		this.kind = kind;
		this.value = String(value).replaceAll(/\s+/g, ' ').trim().slice(0, 120);
		this.file = file;
	}
}

/** What became of something, as a fault. */
export function asFault(error: unknown): OutsideFault {
	if (error instanceof OutsideFault) return error;
	console.error(error);
	return new OutsideFault('page', error instanceof Error ? error.message : String(error));
}
