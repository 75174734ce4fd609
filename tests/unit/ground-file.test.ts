import { expect, test } from 'vitest';
import type { Ground } from '../../src/lib/atlas/map-data';
import { baseLayers } from '../../src/lib/compile/base-layers';
import { compile } from '../../src/lib/compile/compile';
import { groundJson } from '../../src/pipeline/ground-file';
import { readFixture } from '../support/fixture-data';

test('the ground has every layer of the base map, to a metre, and whom it is owed to', async () => {
	const data = await readFixture();
	const text = groundJson(data, compile(data));
	const { layers, credits } = JSON.parse(text) as Ground;
	const base = baseLayers(data.layers, data.lines);
	expect(Object.keys(layers)).toEqual(base.map(({ id }) => id));
	for (const { id, features } of base) expect(layers[id]).toHaveLength(features.length);
	expect(text).not.toMatch(/\d\.\d{6}/);
	const attributed = data.layers.filter(({ record }) => record.attributionUrl);
	for (const { record } of attributed) expect(credits.en).toContain(record.attribution.en);
});
