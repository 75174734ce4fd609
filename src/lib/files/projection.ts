import { FileFault, type FilePlace } from './fault';
import type { OwnDatum } from './own-file';

export interface Projection {
	name: string;
	datum: OwnDatum;
	/** Whether positions are metres on a plane, not longitude and latitude. */
	isPlane: boolean;
}

/** Datums of well-known text whose positions can be taken over: no shift lies between them. */
const DATUMS: readonly [RegExp, OwnDatum][] = [
	[/^(?:D_|GCS_)?WGS_?(?:19)?84$/, 'WGS-84'],
	[/^(?:D_|GCS_)?(?:CHINA_(?:GEODETIC_COORDINATE_SYSTEM_)?2000|CGCS_?2000)$/, 'CGCS2000']
];

/**
 * What a `.prj` file says (well-known text, as ESRI and OGC write it).
 *
 * @throws FileFault for any other datum: bringing that over takes figures that nobody publishes
 */
export function readProjection(text: string, place: FilePlace): Projection {
	const [, kind = '', name = ''] = /^\s*(\w+)\s*\[\s*"([^"]*)"/.exec(text) ?? [];
	const [, datum = ''] = /DATUM\s*\[\s*"([^"]*)"/i.exec(text) ?? [];
	const plain = datum.toUpperCase().replaceAll(/[\s-]+/g, '_');
	const known = DATUMS.find(([pattern]) => pattern.test(plain));
	if (!known || !/^(?:GEOGCS|PROJCS)$/i.test(kind))
		throw new FileFault('projection', place, name || text);
	return { name, datum: known[1], isPlane: kind.toUpperCase() === 'PROJCS' };
}
