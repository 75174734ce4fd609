import { spreadOf, toldSpread } from './spread';
import { table } from './table';
import type { Profile, Visit } from './visit';

type Subject = 'atlas' | 'static' | 'maplibre' | 'leaflet';

/** A figure of a visit: what it is called, with how many digits it is told. */
const FIGURES: Record<keyof Visit, { name: string; digits: number }> = {
	requests: { name: 'requests until the map is ready', digits: 0 },
	kB: { name: 'kB until then', digits: 1 },
	scriptKB: { name: 'kB of scripts until then', digits: 1 },
	kBBeforeMap: { name: 'kB before code of the map', digits: 1 },
	firstPaint: { name: 'first paint (FCP), ms', digits: 0 },
	largestPaint: { name: 'largest paint (LCP), ms', digits: 0 },
	shift: { name: 'layout shift (CLS)', digits: 3 },
	blocked: { name: 'main thread blocked (TBT), ms', digits: 0 },
	sites: { name: 'sites in the page, ms', digits: 0 },
	ready: { name: 'map ready, ms', digits: 0 },
	heapMB: { name: 'JavaScript heap, MB', digits: 1 }
};

/**
 * What must hold on any machine: times only as ratios of medians to a bare page of the same run,
 * sizes and shifts as they are, since these are the same everywhere.
 */
const BUDGETS: { figure: keyof Visit; floor: Exclude<Subject, 'atlas'> | null; most: number }[] = [
	{ figure: 'sites', floor: 'static', most: 1.25 },
	{ figure: 'ready', floor: 'maplibre', most: 1 },
	{ figure: 'kB', floor: null, most: 330 },
	{ figure: 'kBBeforeMap', floor: null, most: 60 },
	{ figure: 'shift', floor: null, most: 0 }
];

/**
 * Prints what was measured and how the budgets were kept. A missed ratio makes the exit code 1;
 * what weighs too much is only told, since the build's tests hold each part to `size-budgets.ts`.
 */
export function printLoads(profile: Profile, visits: Record<Subject, readonly Visit[]>): void {
	const subjects = Object.keys(visits) as Subject[];
	const spread = (subject: Subject, figure: keyof Visit) =>
		spreadOf(visits[subject].map((visit) => visit[figure]));
	const figures = Object.keys(FIGURES) as (keyof Visit)[];
	const measured = figures.map((figure) => [
		FIGURES[figure].name,
		...subjects.map((subject) => toldSpread(spread(subject, figure), FIGURES[figure].digits))
	]);
	const title = `${profile}, ${visits.atlas.length} visits each: median (least–most)`;
	console.log(`\n${title}\n\n${table(['', ...subjects], measured)}\n`);

	const kept = BUDGETS.map(({ figure, floor, most }) => {
		const ours = spread('atlas', figure).median;
		const value = floor ? ours / spread(floor, figure).median : ours;
		const isMissed = value > most;
		if (isMissed && floor) process.exitCode = 1;
		const digits = floor ? 2 : FIGURES[figure].digits;
		return [
			FIGURES[figure].name.replace(floor ? ', ms' : '', ''),
			floor ? `× ${floor}` : '',
			value.toFixed(digits),
			String(most),
			isMissed ? 'MISSED' : 'met'
		];
	});
	console.log(table(['budget', 'of', 'measured', 'at most', ''], kept));
}
