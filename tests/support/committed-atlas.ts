import type { Atlas, Station } from '../../src/lib/atlas/atlas';
import { compile } from '../../src/lib/compile/compile';
import { readAtlas } from '../../src/pipeline/read-folder';
import { stationsOf } from '../../src/lib/compile/stations';

/** The committed atlas as the app gets it, and all of its stations. */
export async function committedAtlas(): Promise<{ atlas: Atlas; stations: Station[] }> {
	const { data } = await readAtlas('geodata');
	if (!data) throw new Error('geodata cannot be read');
	return { atlas: compile(data), stations: stationsOf(data) };
}
