import type { Atlas, Lang } from '../lib/atlas/atlas';
import { creditsOf } from '../lib/atlas/brief';
import type { Ground } from '../lib/atlas/map-data';
import { baseLayers } from '../lib/compile/base-layers';
import { briefLayers } from '../lib/compile/large-layers';
import type { SourceData } from '../lib/source/types';

/** Five decimals of a degree are about a metre: a hair's breadth on any picture of a district. */
const GRID = 1e5;

/**
 * `ground.json`: the base map as features, for pictures that the page draws of the map; of large
 * layers the most important ones.
 */
export function groundJson({ layers, lines }: SourceData, atlas: Atlas): string {
	const credits = (lang: Lang) => creditsOf(atlas, lang).map(({ text }) => text);
	const ground: Ground = {
		credits: { zh: credits('zh'), en: credits('en') },
		layers: Object.fromEntries(
			baseLayers(briefLayers(layers), lines).map(({ id, features }) => [id, features])
		)
	};
	const rounded = (_: string, value: unknown) =>
		typeof value === 'number' ? Math.round(value * GRID) / GRID : value;
	return `${JSON.stringify(ground, rounded)}\n`;
}
