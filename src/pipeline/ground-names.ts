import { NAMED_GROUND, type GroundNames } from '../lib/atlas/atlas';
import type { Bilingual } from '../lib/atlas/schema';
import { baseLayers } from '../lib/compile/base-layers';
import { BASE_LAYERS, BASE_TYPES, type BaseType } from '../lib/source/base-types';
import type { SourceData } from '../lib/source/types';

type Kind = keyof GroundNames;

/** What a named feature of each type is; `null` where the map writes no name. */
const KINDS: Record<BaseType, Kind | null> = {
	water: 'water',
	green: 'green',
	road: 'road',
	railway: null,
	label: 'district'
};

/** Each name of the ground that the map may write, once, by what bears it. */
export function groundNames({ layers, lines }: Pick<SourceData, 'layers' | 'lines'>): GroundNames {
	const found = new Map<Kind, Map<string, Bilingual>>(
		NAMED_GROUND.map((kind) => [kind, new Map()])
	);
	const types = new Map(BASE_TYPES.map((type) => [BASE_LAYERS[type] as string, type]));
	for (const { id, features } of baseLayers(layers, lines)) {
		const type = types.get(id);
		if (!type) continue;
		for (const { properties } of features) {
			const kind = kindOf(type, properties?.['class']);
			const zh = properties?.['name_zh'] as string | undefined;
			const en = properties?.['name_en'] as string | undefined;
			if (kind && zh && en) found.get(kind)?.set(zh, { zh, en });
		}
	}
	return Object.fromEntries(
		NAMED_GROUND.map((kind) => [kind, [...(found.get(kind)?.values() ?? [])]])
	) as GroundNames;
}

/** A label may be the name of water. */
function kindOf(type: BaseType, category: unknown): Kind | null {
	const isOfWater = type === 'label' && (category === 'water' || category === 'stream');
	return isOfWater ? 'water' : KINDS[type];
}
