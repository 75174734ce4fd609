import { describe, expect, test } from 'vitest';
import { shownLegend } from '../../src/lib/explorer/print/shown-legend';
import {
	BASE_LAYERS,
	BASE_TYPES,
	NAME_LAYERS,
	type BaseType
} from '../../src/lib/source/base-types';
import { LAYER_GROUPS } from '../../src/lib/style/groups';
import { legendOf, type GroundName } from '../../src/lib/style/legend';
import { LIGHT } from '../../src/lib/style/palette';
import { mapGroupOf } from '../../src/lib/style/record-group';
import { declarations } from '../../src/lib/style/style';
import { GROUPS } from '../../src/pipeline/add/settle-record';

/** The rows of the legend that tell of each type. */
const ROWS: Record<BaseType, readonly GroundName[]> = {
	water: ['water'],
	green: ['green'],
	road: ['motorway', 'road', 'tunnel'],
	railway: ['railway'],
	// Names tell of themselves.
	label: []
};

const EMPTY = { sites: [], lines: [] };
const drawn = declarations({ palette: LIGHT, lang: 'zh', lineColours: {} });

/** The groups of the map's layers that read a `source-layer`. */
function groupsOf(sourceLayer: string) {
	return drawn.flatMap(({ layer, group }) =>
		'source-layer' in layer && layer['source-layer'] === sourceLayer ? [group] : []
	);
}

describe.each(BASE_TYPES)('a layer of type %s', (type) => {
	const switched = mapGroupOf({ group: GROUPS[type] });

	test('is drawn, and hidden by the switch under which the panel lists it', () => {
		const groups = groupsOf(BASE_LAYERS[type]);
		expect(groups).toContain(switched);
		// Names have a switch of their own.
		expect(groups.filter((group) => group !== switched && group !== 'labels')).toEqual([]);
	});

	test('has its names written, where they stand in a layer of their own', () => {
		const names = NAME_LAYERS[type];
		if (names !== null) expect(groupsOf(names)).toContain('labels');
	});

	test('is in the legend, and on paper only where it is shown', () => {
		const others = LAYER_GROUPS.filter((group) => group !== switched);
		const named = ({ ground }: ReturnType<typeof legendOf>) => ground.map(({ name }) => name);
		expect(named(legendOf(EMPTY, LIGHT))).toEqual(expect.arrayContaining([...ROWS[type]]));
		expect(named(shownLegend(EMPTY, others))).toEqual(expect.arrayContaining([...ROWS[type]]));
		const hidden = named(shownLegend(EMPTY, [switched]));
		expect(hidden.filter((name) => ROWS[type].includes(name))).toEqual([]);
	});
});
