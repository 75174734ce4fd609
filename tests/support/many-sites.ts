import type { SiteBrief } from '../../src/lib/atlas/brief';
import { KINDS, PRECISIONS, STATUSES, THEMES } from '../../src/lib/atlas/terms';

const SYLLABLES = [...'东西南北山水江河湖海桥路港湾坪岭溪沙石林'];

/** So many invented places in the open sea, of every status, theme, kind and precision in turn. */
export function manySites(count: number): SiteBrief[] {
	return Array.from({ length: count }, (_, index) => inventedSite(index));
}

function inventedSite(index: number): SiteBrief {
	const lng = (index % 100) / 1000;
	const lat = Math.floor(index / 100) / 1000;
	const precision = turn(PRECISIONS, index);
	const isPlaced = precision !== 'unlocated';
	return {
		id: `place-${index}`,
		name: { zh: `${syllables(index)}${index}号`, en: `Place ${index}` },
		kind: turn(KINDS, index),
		theme: turn(THEMES, index),
		geometry: isPlaced
			? {
					type: 'LineString',
					coordinates: [
						[lng, lat],
						[lng + 0.01, lat]
					]
				}
			: null,
		status: turn(STATUSES, index),
		anchor: isPlaced ? [lng, lat] : null,
		bounds: [lng, lat, lng + 0.01, lat],
		passages: [1 + (index % 40)],
		introducedBy: 1 + (index % 40),
		location: { precision, accuracy: isPlaced ? 30 + (index % 500) : null },
		standing: { date: turn(['2024', '2025-03', '2025-03-09'], index), kind: 'as-of' }
	};
}

function syllables(index: number): string {
	const { length } = SYLLABLES;
	return [index * 7, index * 13 + 5].map((step) => SYLLABLES[step % length]).join('');
}

function turn<T>(list: readonly T[], index: number): T {
	return list[index % list.length]!;
}
