import type { Geometry, Position } from 'geojson';
import { toWgs84, type Datum } from '../geo/datum';
import type { SourceLayer } from '../source/types';
import { nearTest, sample } from './positions-index';
import { SAME } from './same';
import { inside, placeOfSite } from './walk';
import type { Finding, Rule } from './rule';

/** Metres within which two drawings of one thing run, and the share that must. */
const NEAR = 30;
const FITS = 0.6;

/** One position may fit by chance; a schematic line has at least its two ends. */
const FEWEST = 2;

export const datumLine: Rule = {
	name: 'datum-line',
	why: {
		zh: '用GCJ-02或BD-09画的线和轮廓，会偏离所在图层约500米或1000米。',
		en: 'A line or outline in GCJ-02 or BD-09 runs some 500 or 1000 m beside its layer.'
	},
	severity: 'error',
	find: (data) => {
		const tests = new Map<string, ReturnType<typeof nearTest>>();
		return data.sites.flatMap((site): Finding[] => {
			const { geometry, properties } = site;
			const layers = data.layers.filter(({ record }) => {
				return SAME[properties.kind]?.includes(record.type);
			});
			if (!geometry || geometry.type === 'Point' || layers.length === 0) return [];
			const names = layers.map(({ file }) => file);
			const isNear = tests.get(names.join()) ?? nearTest(sample(geometriesOf(layers), 20), NEAR);
			tests.set(names.join(), isNear);
			// a schematic line has its known points where it bends, and nothing known between them
			const step = properties.location.schematic ? Infinity : 20;
			const doubt = doubtOf(sample([geometry], step), isNear);
			if (!doubt) return [];
			return [
				{
					...inside(placeOfSite(site), 'geometry', 'coordinates'),
					message: {
						zh: `只有${doubt.now}%在${names.join('和')}的${NEAR}米以内；若从${doubt.datum}转换则有${doubt.then}%。`,
						en: `${doubt.now} % of it runs within ${NEAR} m of ${names.join(' and ')}; converted from ${doubt.datum} it would be ${doubt.then} %.`
					},
					fix: {
						zh: '把它的全部坐标转换为WGS-84。',
						en: 'Convert all its positions to WGS-84.'
					}
				}
			];
		});
	}
};

function geometriesOf(layers: readonly SourceLayer[]): Geometry[] {
	return layers.flatMap(({ features }) => features.flatMap(({ geometry }) => geometry ?? []));
}

function doubtOf(
	positions: readonly Position[],
	isNear: (position: Position) => boolean
): { now: number; then: number; datum: Datum } | null {
	const now = positions.filter(isNear).length / positions.length;
	for (const datum of ['GCJ-02', 'BD-09'] satisfies Datum[]) {
		const then = positions.filter((position) => isNear(toWgs84(position, datum))).length;
		const share = then / positions.length;
		if (share < FITS || share < now * 2 || then < FEWEST) continue;
		return { now: Math.round(now * 100), then: Math.round(share * 100), datum };
	}
	return null;
}
