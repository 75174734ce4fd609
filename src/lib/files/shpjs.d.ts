declare module 'shpjs' {
	import type { Geometry } from 'geojson';

	/**
	 * Geometries of a `.shp` file, `null` for empty ones.
	 *
	 * @param projection text of the `.prj`: positions are then brought to longitude and latitude
	 */
	export function parseShp(shp: DataView, projection?: string): (Geometry | null)[];

	/** Records of a `.dbf` file, in the encoding of that name. */
	export function parseDbf(dbf: DataView, encoding?: string): Record<string, unknown>[];
}
