import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { StatusOn } from '../shown/status-on';
import { LAYER_GROUPS, type LayerGroup } from './groups';

/** Values of the style's global state: what of the view the map follows without a new style. */
export type State = Record<string, boolean | number | string[] | Record<string, string>>;

/** Names in the global state, besides those of `shownState`. */
const NAMES = {
	/** Ids of the sites of the choice. */
	chosen: 'chosen',
	/** Ids of the sites that a filter leaves out. */
	leftOut: 'left-out',
	/** The status of sites on the day that is shown, by id; those that are missing have their own. */
	statuses: 'statuses',
	/** Ids of the sites whose status on that day is not certain. */
	doubtful: 'doubtful',
	/** That day as a number, 20250627; 0 for the present. */
	day: 'day'
} as const;

/** Name of the global state that says whether a group is shown. */
export function shownState(group: LayerGroup): string {
	return `show-${group}`;
}

/** Name of the global state that says how opaque a group is, from 0 to 1. */
export function opacityState(group: LayerGroup): string {
	return `opacity-${group}`;
}

/** What of a view the map follows. */
export interface Followed {
	hidden: readonly LayerGroup[];
	/** How opaque groups are, in per cent. */
	opacity: Readonly<Partial<Record<LayerGroup, number>>>;
	/** Ids of the sites of the choice: one, or all of the chosen passage. */
	chosen: readonly string[];
	leftOut: readonly string[];
	statuses: Readonly<Record<string, StatusOn>> | null;
	/** `YYYY-MM-DD`; `null`: the present. */
	date: string | null;
}

/** The values of the style's global state: toggles, choice, filter and day, no rebuild. */
export function globalState(followed: Partial<Followed>): State {
	const { hidden = [], opacity = {}, chosen = [], leftOut = [], statuses, date } = followed;
	const told = Object.entries(statuses ?? {});
	return {
		...ofGroups((group) => [shownState(group), !hidden.includes(group)]),
		...ofGroups((group) => [opacityState(group), (opacity[group] ?? 100) / 100]),
		[NAMES.chosen]: [...chosen],
		[NAMES.leftOut]: [...leftOut],
		[NAMES.statuses]: Object.fromEntries(told.map(([id, { status }]) => [id, status])),
		[NAMES.doubtful]: told.flatMap(([id, { basis }]) => (basis === 'known' ? [] : [id])),
		[NAMES.day]: date ? Number(date.replaceAll('-', '')) : 0
	};
}

function ofGroups(entry: (group: LayerGroup) => [string, boolean | number]): State {
	return Object.fromEntries(LAYER_GROUPS.map(entry));
}

const isOneOf = (name: string): ExpressionSpecification =>
	['in', ['get', 'id'], ['global-state', name]] as unknown as ExpressionSpecification;

/** Whether the site of a feature is chosen. */
export const IS_CHOSEN = isOneOf(NAMES.chosen);
/** Whether a filter keeps it. */
export const IS_KEPT: ExpressionSpecification = ['!', isOneOf(NAMES.leftOut)];
/** Whether its status on the day that is shown is not certain. */
export const IS_DOUBTFUL = isOneOf(NAMES.doubtful);

/** The status of a feature's site on the day that is shown. */
export const STATUS_SHOWN: ExpressionSpecification = [
	'string',
	['get', ['get', 'id'], ['object', ['global-state', NAMES.statuses], ['literal', {}]]],
	['get', 'status']
];

const DAY: ExpressionSpecification = ['number', ['global-state', NAMES.day], 0];

/**
 * How plainly a thing is shown that has stood since a day (`since`, a number such as 20250627): not
 * at all before it, faintly on a past day if nobody recorded its own.
 */
export const PLAINNESS: ExpressionSpecification = [
	'case',
	['==', DAY, 0],
	1,
	['!', ['has', 'since']],
	0.4,
	['<=', ['get', 'since'], DAY],
	1,
	0
];
