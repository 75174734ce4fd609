import type { Bilingual } from '../lib/atlas/schema';
import { walk } from '../lib/check/walk';
import type { SourceData } from '../lib/source/types';

/** Names that the map writes: of sites, lines and everything in a layer. */
const WRITTEN = ['name', 'label', 'badge'];

/** Every character of every name on the map, in both languages. */
export function mapCharacters(data: SourceData): Set<string> {
	const records = [
		...data.sites.map(({ properties }) => properties),
		...data.lines,
		...data.layers.flatMap(({ features }) => features.map(({ properties }) => properties))
	];
	const characters = new Set<string>();
	for (const record of records) {
		for (const key of WRITTEN) {
			const name = (record as Record<string, unknown>)[key] as Bilingual | null | undefined;
			walk(name, (value) => {
				if (typeof value === 'string') for (const character of value) characters.add(character);
			});
		}
	}
	return characters;
}
