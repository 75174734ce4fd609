import { contains } from '../../lib/geo/bounds';
import type { Bounds } from '../../lib/atlas/schema';
import type { Finding, Rule } from './rule';

export const extent: Rule = {
	name: 'extent',
	why: 'The map opens on "home" and never shows more than "bounds".',
	severity: 'error',
	find: ({ atlas }) => {
		const { bounds, home } = atlas;
		const findings: Finding[] = [];
		for (const [key, value] of Object.entries({ bounds, home })) {
			if (!isInsideOut(value)) continue;
			findings.push({
				file: 'atlas.json',
				message: `"${key}" is [${value.join(', ')}], which has no width or height, or leaves the globe.`,
				fix: 'Write [west, south, east, north] in degrees.'
			});
		}
		const [west, south, east, north] = home;
		const inside = contains(bounds, [west, south]) && contains(bounds, [east, north]);
		if (findings.length === 0 && !inside) {
			findings.push({
				file: 'atlas.json',
				message: `"home" [${home.join(', ')}] reaches out of "bounds" [${bounds.join(', ')}].`,
				fix: 'Make "home" smaller or "bounds" larger.'
			});
		}
		return findings;
	}
};

function isInsideOut([west, south, east, north]: Bounds): boolean {
	return !(
		west < east &&
		south < north &&
		west >= -180 &&
		east <= 180 &&
		south >= -90 &&
		north <= 90
	);
}
