import { contains } from '../geo/bounds';
import type { Bounds } from '../atlas/schema';
import type { Finding, Rule } from './rule';

export const extent: Rule = {
	name: 'extent',
	why: {
		zh: '地图打开时显示"home"，并且从不超出"bounds"。',
		en: 'The map opens on "home" and never shows more than "bounds".'
	},
	severity: 'error',
	find: ({ atlas }) => {
		const { bounds, home } = atlas;
		const findings: Finding[] = [];
		for (const [key, value] of Object.entries({ bounds, home })) {
			if (!isInsideOut(value)) continue;
			const shown = `[${value.join(', ')}]`;
			findings.push({
				file: 'atlas.json',
				path: [key],
				message: {
					zh: `"${key}"是${shown}，没有宽或高，或超出了地球的范围。`,
					en: `"${key}" is ${shown}, which has no width or height, or leaves the globe.`
				},
				fix: {
					zh: '写[西, 南, 东, 北]，单位为度。',
					en: 'Write [west, south, east, north] in degrees.'
				}
			});
		}
		const [west, south, east, north] = home;
		const inside = contains(bounds, [west, south]) && contains(bounds, [east, north]);
		if (findings.length === 0 && !inside) {
			const shown = { home: `[${home.join(', ')}]`, bounds: `[${bounds.join(', ')}]` };
			findings.push({
				file: 'atlas.json',
				path: ['home'],
				message: {
					zh: `"home"${shown.home}超出了"bounds"${shown.bounds}。`,
					en: `"home" ${shown.home} reaches out of "bounds" ${shown.bounds}.`
				},
				fix: {
					zh: '缩小"home"，或放大"bounds"。',
					en: 'Make "home" smaller or "bounds" larger.'
				}
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
