import type { Geometry } from 'geojson';
import type { Bilingual, LngLat } from '../atlas/schema';

/** What an export says of a site: flat, in the order of its columns, `null` where nothing is known. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface ExportedSite {
	/** Also a member of the facts. */
	id: string;
	/** Under which other programs list it. */
	name: string;
	facts: Facts;
	/** Where its mark stands, `[lng, lat]` in WGS-84; `null` without geometry. */
	anchor: LngLat | null;
	/** WGS-84; `null` where nobody has published the place. */
	geometry: Geometry | null;
}

/** Sites for other programs, whatever the format. */
export interface Export {
	title: Bilingual;
	/** Licence, attribution, map review and whatever else holds for all of it. */
	terms: Readonly<Record<string, string>>;
	sites: readonly ExportedSite[];
}
