import type { Feature } from 'geojson';
import type { LayerType } from '../../lib/atlas/schema';
import type { SourceData } from '../../lib/source/types';
import type { Added, Doubled, Keep, Read } from './added';
import { sameFeature } from './duplicates';
import { knownFeatures, KnownThings, type Known } from './known';
import { nameIn } from './read-values';
import { freeId, slug } from './slug';

/** The features of a layer, made of a file's. */
export interface MadeLayer {
	features: Feature[];
	added: Added[];
	doubled: Doubled[];
	/** Numbers of features that have no name now, since the file gives it in one language only. */
	halfNamed: number[];
}

/** Makes the features of a layer; one that is the same as another of the type is left to `keep`. */
export async function makeLayer(
	type: LayerType,
	layer: string,
	read: readonly Read[],
	data: SourceData,
	keep: Keep
): Promise<MadeLayer> {
	const known = new KnownThings(knownFeatures(data, type, layer));
	const taken = new Set<string>();
	const made: MadeLayer = { features: [], added: [], doubled: [], halfNamed: [] };
	for (const { placed, values } of read) {
		const { number, geometry } = placed;
		const name = nameIn(values);
		const called = `feature ${number}`;
		const names = name ? [name.zh, name.en] : [];
		const self: Known = { called, id: '', names, geometry, accuracy: 0 };
		const same = sameFeature(self, known);
		if (same) {
			const doubled = { number, name: name?.zh ?? null, ...same };
			const isKept = await keep(doubled);
			made.doubled.push({ ...doubled, isKept });
			if (!isKept) continue;
		}
		known.add(self);
		if (!name && (values.has('name.zh') || values.has('name.en'))) made.halfNamed.push(number);
		const wanted = values.get('id') ?? (name && slug(name.en));
		const id = freeId(typeof wanted === 'string' && wanted ? wanted : `${layer}-${number}`, taken);
		taken.add(id);
		made.features.push({
			type: 'Feature',
			id,
			geometry,
			properties: propertiesOf(type, values)
		});
		made.added.push({ number, id, name: name?.zh ?? null });
	}
	return made;
}

function propertiesOf(type: LayerType, values: Read['values']): Record<string, unknown> {
	const plain = [...values].filter(([key]) => !key.includes('.') && key !== 'id');
	const aliases = ['zh', 'en'].map((lang) => [lang, values.get(`aliases.${lang}`) ?? []]);
	const hasAliases = values.has('aliases.zh') || values.has('aliases.en');
	return {
		...(type !== 'metro-track' && { name: nameIn(values) }),
		...(hasAliases && { aliases: Object.fromEntries(aliases) as unknown }),
		...Object.fromEntries(plain)
	};
}

/** A layer's file: a FeatureCollection with one feature on a line. */
export function layerText(features: readonly Feature[]): string {
	const lines = features.map((feature) => `\t\t${JSON.stringify(feature)}`).join(',\n');
	return `{\n\t"type": "FeatureCollection",\n\t"features": [\n${lines}\n\t]\n}\n`;
}
