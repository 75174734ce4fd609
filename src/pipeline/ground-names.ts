import { GROUND_KINDS, type GroundNames } from '../lib/atlas/atlas';
import type { Bilingual } from '../lib/atlas/schema';
import { baseLayers } from '../lib/compile/base-layers';
import { BASE_LAYERS } from '../lib/source/base-types';
import type { SourceData } from '../lib/source/types';

type Kind = keyof GroundNames;

/** Each name of the ground that the map may write, once, by what bears it. */
export function groundNames({ layers, lines }: Pick<SourceData, 'layers' | 'lines'>): GroundNames {
	const found = new Map<Kind, Map<string, Bilingual>>(
		GROUND_KINDS.map((kind) => [kind, new Map()])
	);
	const types = new Map(Object.entries(BASE_LAYERS).map(([type, id]) => [id as string, type]));
	for (const { id, features } of baseLayers(layers, lines)) {
		const type = types.get(id);
		for (const { properties } of features) {
			const kind = kindOf(type, properties?.['class']);
			const zh = properties?.['name_zh'] as string | undefined;
			const en = properties?.['name_en'] as string | undefined;
			if (kind && zh && en) found.get(kind)?.set(zh, { zh, en });
		}
	}
	return Object.fromEntries(
		GROUND_KINDS.map((kind) => [kind, [...(found.get(kind)?.values() ?? [])]])
	) as GroundNames;
}

/** What a named feature is; `null` where the map writes no name. */
function kindOf(type: string | undefined, category: unknown): Kind | null {
	if (type === 'water' || type === 'green' || type === 'road') return type;
	if (type !== 'label') return null;
	return category === 'water' || category === 'stream' ? 'water' : 'district';
}
