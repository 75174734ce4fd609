import type { Source } from '../atlas/schema';

/** Whether a source is OpenStreetMap, by its id, publisher or address. */
export function isOpenStreetMap({ id, publisher, url }: Source): boolean {
	const named = [publisher?.zh, publisher?.en, url].some((text) =>
		/openstreetmap/i.test(text ?? '')
	);
	return named || /(^|-)(osm|openstreetmap)(-|$)/.test(id);
}
