import type { Conversion } from '../../lib/atlas/schema';
import type { SourceData } from '../../lib/source/types';
import type { Added, Doubled, Keep, Read } from './added';
import {
	layerChanges,
	layerPaths,
	siteChanges,
	siteFileOf,
	sitePaths,
	type Texts
} from './changes';
import type { Changes } from './commit';
import { conversionOf } from './conversion';
import { makeLayer } from './make-layer';
import { makeSites } from './make-sites';
import type { Input } from './read-input';
import type { Settled } from './settle';

/** What an addition comes to. */
export interface Made {
	added: Added[];
	doubled: Doubled[];
	halfNamed: number[];
	conversion: Conversion | null;
	/** The file that holds the features. */
	file: string;
	/** Files that may change. */
	paths: string[];
	changes: (texts: Texts) => Changes;
	/** Rules that the result may break: an editor mends that next. */
	follows: ReadonlySet<string>;
}

interface Making {
	read: readonly Read[];
	input: Input;
	settled: Settled;
	data: SourceData;
	today: string;
	keep: Keep;
}

/** What has to be done after: link the sites, go through the data, tell doubles apart. */
const FOLLOWS = new Set(['unnamed-site', 'future-date', 'ambiguous-name']);

/** Makes sites or a layer of what was read, and says which files that changes. */
export async function make({ read, input, settled, data, today, keep }: Making): Promise<Made> {
	const { source, datum } = settled;
	const conversionFor = (added: readonly Added[]) => {
		const numbers = new Set(added.map(({ number }) => number));
		const placed = read.map((one) => one.placed).filter(({ number }) => numbers.has(number));
		return conversionOf(input, datum.datum, placed, today);
	};
	if (settled.as === 'sites') {
		const file = siteFileOf(settled.licence);
		const origin = { input, datum: datum.datum, source: source.record.id, today };
		const { sites, added, doubled } = await makeSites(read, data, origin, keep);
		return {
			added,
			doubled,
			halfNamed: [],
			conversion: conversionFor(added),
			file,
			paths: sitePaths(file, source),
			changes: (texts) => siteChanges(file, sites, source, texts),
			follows: FOLLOWS
		};
	}
	const { features, ...told } = await makeLayer(settled.as, settled.record.id, read, data, keep);
	const conversion = conversionFor(told.added);
	const record = {
		...settled.record,
		sources: [source.record.id],
		...(conversion && { conversion })
	};
	return {
		...told,
		conversion,
		file: `layers/${record.id}.geojson`,
		paths: layerPaths(record.id, source),
		changes: (texts) =>
			features.length === 0 ? new Map() : layerChanges(record, features, source, data, texts),
		follows: new Set(source.isNew ? ['future-date'] : [])
	};
}
