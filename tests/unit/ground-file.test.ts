import { expect, test } from 'vitest';
import type { Atlas } from '../../src/lib/atlas/atlas';
import { creditsOf } from '../../src/lib/atlas/brief';
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

test('whoever is owed a line is named, with or without a link, and the atlas itself is not', () => {
	const named = (zh: string, en: string) => ({ zh, en });
	const layers = [
		{ attribution: named('© 测绘者', '© Surveyors') },
		{ attribution: named('© 测绘者', '© Surveyors'), attributionUrl: 'https://example.org/' },
		{ attribution: named('© 市统计局', '© Statistics Bureau') },
		{ attribution: named('© 北岸图志', '© North Bank Atlas') }
	] as Atlas['layers'];
	const atlas = { title: named('北岸图志', 'North Bank Atlas'), layers };
	expect(creditsOf(atlas, 'en')).toEqual([
		{ text: '© Surveyors', url: 'https://example.org/' },
		{ text: '© Statistics Bureau' }
	]);
	expect(creditsOf(atlas, 'zh').map(({ text }) => text)).toEqual(['© 测绘者', '© 市统计局']);
});
