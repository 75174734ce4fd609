import { gazetteerEntries } from '../text/gazetteer';
import { createGazetteer, type Gazetteer } from '../text/mentions';
import type { SourceData } from './types';

/** All names and aliases of a data folder's sites, ready to find mentions. */
export function gazetteerOf(data: SourceData): Gazetteer {
	return createGazetteer(
		gazetteerEntries(
			data.sites.map(({ id, properties: { name, aliases } }) => ({ id, name, aliases }))
		)
	);
}
