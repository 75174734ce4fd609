import { gazetteerEntries } from '../text/gazetteer';
import { createGazetteer, type Gazetteer } from '../text/mentions';
import type { Simplified } from '../text/normalise';
import type { SourceData } from './types';

/**
 * All names and aliases of a data folder's sites, ready to find mentions.
 *
 * @param simplified as `createGazetteer` takes it
 */
export function gazetteerOf(data: SourceData, simplified?: Simplified): Gazetteer {
	return createGazetteer(
		gazetteerEntries(
			data.sites.map(({ id, properties: { name, aliases } }) => ({ id, name, aliases }))
		),
		simplified
	);
}
