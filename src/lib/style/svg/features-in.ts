import type { Feature } from 'geojson';
import type { Lang } from '../../atlas/atlas';
import type { Bounds } from '../../atlas/schema';
import { SOURCES } from '../declaration';
import { namePlan } from '../name-plan';
import { siteFeatures, type DrawnSite } from '../site-features';
import type { FeaturesOf } from './shapes';

/**
 * The features of the map's sources in a language, whole: what its tiles are cut from.
 *
 * @param base features of a layer of the base map
 */
export function featuresIn(
	lang: Lang,
	{ sites, bounds }: { sites: readonly DrawnSite[]; bounds: Bounds },
	base: (layer: string) => readonly Feature[] | undefined
): FeaturesOf {
	const names = namePlan(sites, lang, bounds).sites;
	const drawn = siteFeatures(sites, lang, names).features;
	return (source, layer) => (source === SOURCES.sites ? drawn : (base(layer ?? '') ?? []));
}
