import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AtlasFile, Bounds, LayerRecord } from '../../src/lib/atlas/schema';
import type { SourceLayer } from '../../src/lib/source/types';

const CLASSES = ['primary', 'primary', 'primary', 'trunk', 'motorway'];
const VERTICES = 8;

/**
 * A layer of invented roads all over an area, in rows: every fifth is a motorway, every tenth has a
 * name, and they are of different lengths. The same number gives the same roads.
 */
export function manyRoads(count: number, [west, south, east, north]: Bounds): SourceLayer {
	const side = Math.ceil(Math.sqrt(count));
	const [width, height] = [(east - west) / side, (north - south) / side];
	const features = Array.from({ length: count }, (_, index) => {
		const [x, y] = [
			west + (index % side) * width,
			south + (Math.floor(index / side) + 0.5) * height
		];
		const length = width * (0.2 + (0.8 * ((index * 7919) % count)) / count);
		const coordinates = Array.from({ length: VERTICES }, (_, i) => {
			const sway = i % 2 === 0 ? 0 : height / 3;
			return [+(x + (length * i) / VERTICES).toFixed(6), +(y + sway).toFixed(6)];
		});
		const name = { zh: `测试路${index}`, en: `Test Road ${index}` };
		return {
			id: `road-${index}`,
			index,
			geometry: { type: 'LineString' as const, coordinates },
			properties: {
				name: index % 10 === 0 ? name : null,
				class: CLASSES[index % CLASSES.length]
			}
		};
	});
	return {
		file: 'layers/many-roads.geojson',
		features,
		record: {
			schema: 1,
			id: 'many-roads',
			type: 'road',
			title: { zh: '许多道路', en: 'Many roads' },
			group: 'roads',
			licence: 'CC-BY-4.0',
			attribution: { zh: '测试', en: 'Test' },
			sources: [],
			asOf: '2026-01',
			accuracy: [10, 30]
		}
	};
}

/** Adds a layer of such roads to a copy of the second atlas; its size in bytes. */
export async function addRoads(dir: string, count: number): Promise<number> {
	const json = async (file: string): Promise<unknown> =>
		JSON.parse(await readFile(join(dir, file), 'utf8'));
	const atlas = (await json('atlas.json')) as AtlasFile;
	const like = (await json('layers/jialing.layer.json')) as LayerRecord;
	const { record, features, file } = manyRoads(count, atlas.bounds);
	const { id, type, title, group } = record;
	const write = (name: string, value: unknown) => writeFile(join(dir, name), JSON.stringify(value));
	await write('atlas.json', { ...atlas, layers: [...atlas.layers, id] });
	await write(`layers/${id}.layer.json`, { ...like, id, type, title, group });
	await write(file, {
		type: 'FeatureCollection',
		features: features.map(({ index: _, ...feature }) => ({ type: 'Feature', ...feature }))
	});
	return (await stat(join(dir, file))).size;
}
