import type { Geometry, Position } from 'geojson';
import type { Bilingual, LayerType } from '../atlas/schema';
import { fromWgs84, toWgs84, type Datum } from '../geo/datum';
import type { SourceData, SourceLayer } from '../source/types';
import { insideTest, nearTest, sample } from './positions-index';
import type { Finding, Rule } from './rule';

/**
 * What runs along what: stations stand on tracks, metro runs under roads, parks end at roads and
 * shores. Two layers in different datums lose that; converting the right one brings it back.
 */
const ALONG: Record<LayerType, readonly LayerType[]> = {
	'metro-station': ['metro-track', 'road'],
	'metro-track': ['road'],
	road: ['metro-track'],
	green: ['water', 'road'],
	water: ['green'],
	railway: [],
	label: []
};

/** What seldom lies in water: bridges are short. */
const DRY: ReadonlySet<LayerType> = new Set(['road', 'railway', 'metro-track', 'metro-station']);

/** Metres within which one thing runs along another, and between the positions that are tried. */
const NEAR = 30;
const STEP = 80;

/**
 * Positions of a layer that are tried. A share that this many give, evenly taken, is right to about
 * one percent, and what one has to be better than is far more.
 */
const TRIED = 2000;

/** How much better a conversion must fit before chance is out of the question. */
const BETTER = { times: 2.5, share: 0.05, positions: 10 };

export const datumLayer: Rule = {
	name: 'datum-layer',
	why: {
		zh: '整层用GCJ-02或BD-09时，会整体偏离其他图层约500米或1000米。',
		en: 'A whole layer in GCJ-02 or BD-09 lies some 500 or 1000 m beside all others.'
	},
	severity: 'error',
	find: (data) => {
		const nearTestOf = kept((layer) => nearTest(sample(geometriesOf(layer), 20), NEAR));
		const positionsOf = kept((layer) => tried(sample(geometriesOf(layer), STEP)));
		return data.layers.flatMap((layer): Finding[] => {
			const doubts = [
				...doubtsBesides(data, layer, positionsOf, nearTestOf),
				...doubtsByWater(data, layer, positionsOf)
			];
			if (doubts.length === 0) return [];
			return [
				{
					file: layer.file,
					path: ['features'],
					message: {
						zh: `这个图层似乎不是WGS-84：${doubts.map(({ zh }) => zh).join('；')}。`,
						en: `The layer seems not to be in WGS-84: ${doubts.map(({ en }) => en).join('; ')}.`
					},
					fix: {
						zh: '把图层转换为WGS-84，或改用本来就是WGS-84的来源。',
						en: 'Convert the layer to WGS-84, or take it from a source that is.'
					}
				}
			];
		});
	}
};

type Positions = (layer: SourceLayer) => Position[];
type NearTests = (layer: SourceLayer) => (position: Position) => boolean;

/** The same function, which works out each layer once: several others are compared with it. */
function kept<T>(make: (layer: SourceLayer) => T): (layer: SourceLayer) => T {
	const made = new Map<SourceLayer, T>();
	return (layer) => {
		if (!made.has(layer)) made.set(layer, make(layer));
		return made.get(layer)!;
	};
}

/** Evenly taken, at most as many as are tried. */
function tried(positions: readonly Position[]): Position[] {
	const step = Math.ceil(positions.length / TRIED);
	return positions.filter((_, i) => i % step === 0);
}

const SHIFTED: Datum[] = ['GCJ-02', 'BD-09'];

function doubtsBesides(
	data: SourceData,
	layer: SourceLayer,
	positionsOf: Positions,
	nearTestOf: NearTests
): Bilingual[] {
	const others = data.layers.filter(({ record }) => {
		return ALONG[layer.record.type].includes(record.type) && record.id !== layer.record.id;
	});
	if (others.length === 0) return [];
	const positions = positionsOf(layer);
	const converted = SHIFTED.map((datum) => positions.map((position) => toWgs84(position, datum)));
	return others.flatMap((other) => {
		const isNear = nearTestOf(other);
		const now = positions.filter(isNear).length;
		return SHIFTED.flatMap((datum, i) => {
			const then = converted[i]?.filter(isNear).length ?? 0;
			const isBetter =
				then >= now * BETTER.times &&
				then >= positions.length * BETTER.share &&
				then - now >= BETTER.positions;
			if (!isBetter) return [];
			const shares = [now, then].map((count) => percent(count / positions.length));
			return [
				{
					zh: `有${shares[0]}%在${other.file}的${NEAR}米以内，若从${datum}转换则有${shares[1]}%`,
					en: `${shares[0]} % of it runs within ${NEAR} m of ${other.file}, converted from ${datum} it would be ${shares[1]} %`
				}
			];
		});
	});
}

/** Layers that lie in water and would not if they, or the water, were converted. */
function doubtsByWater(data: SourceData, layer: SourceLayer, positionsOf: Positions): Bilingual[] {
	const isWater = layer.record.type === 'water';
	const waters = data.layers.filter(({ record }) => record.type === 'water');
	const dry = data.layers.filter(({ record }) => DRY.has(record.type));
	if (!isWater && !dry.includes(layer)) return [];
	const isWet = insideTest((isWater ? [layer] : waters).flatMap(geometriesOf));
	const positions = tried((isWater ? dry : [layer]).flatMap(positionsOf));
	const wet = positions.filter(isWet).length;
	if (wet < BETTER.positions || wet < positions.length * 0.01) return [];
	// to move the water one way is to move everything else the other way
	const move = isWater ? fromWgs84 : toWgs84;
	return SHIFTED.flatMap((datum) => {
		const then = positions.filter((position) => isWet(move(position, datum))).length;
		if (then * BETTER.times > wet) return [];
		const what = isWater
			? { zh: '的道路、轨道和车站落在其中', en: 'of roads, tracks and stations lie in it' }
			: { zh: '落在水里', en: 'of it lies in water' };
		const shares = [wet, then].map((count) => percent(count / positions.length));
		return [
			{
				zh: `有${shares[0]}%${what.zh}，若从${datum}转换则为${shares[1]}%`,
				en: `${shares[0]} % ${what.en}, converted from ${datum} it would be ${shares[1]} %`
			}
		];
	});
}

function geometriesOf({ features }: SourceLayer): Geometry[] {
	return features.flatMap(({ geometry }) => (geometry ? [geometry] : []));
}

function percent(share: number): number {
	return Math.round(share * 1000) / 10;
}
