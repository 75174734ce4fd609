import type { Geometry, Position } from 'geojson';
import { toWgs84, type Datum } from '../geo/datum';
import { metresTo } from '../geo/nearest';
import { positionsOf } from '../geo/parts';
import { counterparts, type Comparison } from './counterparts';
import { moved } from '../geo/moved';
import type { Finding, Rule } from './rule';
import { inside } from './walk';

/** Metres from its counterpart at which a place is in doubt, and at which it fits. */
const FAR = 150;
const FITS = 80;

/** Above this many doubts in a file, of more than half of what can be compared, the file is told. */
const MANY = 3;

export const datumPlace: Rule = {
	name: 'datum-place',
	why: {
		zh: '用GCJ-02或BD-09的地点，会偏离别处的同一地点约500米或1000米。',
		en: 'A place in GCJ-02 or BD-09 lies some 500 or 1000 m from the same place elsewhere.'
	},
	severity: 'error',
	find: (data) => {
		const comparisons = counterparts(data);
		const files = [...new Set(comparisons.map(({ place }) => place.file))];
		return files.flatMap((file) => {
			return doubts(
				comparisons.filter(({ place }) => place.file === file),
				file
			);
		});
	}
};

function doubts(comparisons: readonly Comparison[], file: string): Finding[] {
	const findings = comparisons.flatMap(doubt);
	if (findings.length <= MANY || findings.length * 2 <= comparisons.length) return findings;
	const [first] = findings;
	if (!first) return [];
	const { message } = first;
	return [
		{
			file,
			path: ['features'],
			message: {
				zh: `能比较的${comparisons.length}处里有${findings.length}处似乎不是WGS-84。例如${first.feature}：${message.zh}`,
				en: `${findings.length} of ${comparisons.length} places that can be compared seem not to be in WGS-84. The first is ${first.feature}: ${message.en}`
			},
			fix: { zh: '把整个文件转换为WGS-84。', en: 'Convert the whole file to WGS-84.' }
		}
	];
}

function doubt({ place, geometry, references, named }: Comparison): Finding[] {
	const now = references.map((choices) => gap(geometry, choices));
	if (Math.min(...now) < FAR) return [];
	for (const datum of ['GCJ-02', 'BD-09'] satisfies Datum[]) {
		const converted = moved(geometry, (position) => toWgs84(position, datum));
		const then = Math.max(...references.map((choices) => gap(converted, choices)));
		if (then > FITS) continue;
		const far = Math.round(Math.min(...now));
		return [
			{
				...inside(place, 'geometry', 'coordinates'),
				message: {
					zh: `它与${named.zh}相距${far}米；若从${datum}转换则为${Math.round(then)}米。`,
					en: `It lies ${far} m from ${named.en}; converted from ${datum} it would be ${Math.round(then)} m.`
				},
				fix: {
					zh: '转换为WGS-84，并把读到的原坐标留在"location.reading"。',
					en: 'Convert it to WGS-84, and keep the position as it was read in "location.reading".'
				}
			}
		];
	}
	return [];
}

/** Metres between a geometry and the nearest of others. */
function gap(geometry: Geometry, choices: readonly Geometry[]): number {
	return Math.min(...choices.map((choice) => separation(geometry, choice)));
}

/** From a point to the other geometry, else the median over the first one's positions. */
function separation(a: Geometry, b: Geometry): number {
	if (b.type === 'Point') return metresTo(b.coordinates, a);
	const metres = positionsOf(a)
		.map((position: Position) => metresTo(position, b))
		.sort((m, n) => m - n);
	return metres[Math.floor(metres.length / 2)] ?? Infinity;
}
