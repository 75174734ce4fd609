import type { SiteBrief } from '../../../atlas/brief';
import { lengthOf } from '../../../geo/length';

/** How long a site is along the ground, in metres; `null` for what is no line. */
export function lineLength({ geometry }: Pick<SiteBrief, 'geometry'>): number | null {
	const isLine = geometry?.type === 'LineString' || geometry?.type === 'MultiLineString';
	return isLine ? lengthOf(geometry) : null;
}
