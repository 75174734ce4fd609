import type { Geometry } from 'geojson';
import type { Bilingual, Location } from '../atlas/schema';
import { inside, locatedFeaturesOf, placeOfLayer } from './walk';
import type { Finding, Rule } from './rule';

/** The most metres that may still be called exact. */
const EXACT = 500;

export const precision: Rule = {
	name: 'precision',
	why: {
		zh: '地图会显示地点知道得多准，不能比来源更准。',
		en: 'The map shows how well a place is known; it must not promise more than its source.'
	},
	severity: 'error',
	find: (data) => {
		const places = locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			const at = inside(place, 'properties', 'location');
			return faultsOf(geometry, location).map(({ key, ...fault }) => {
				return { ...inside(at, key), ...fault };
			});
		});
		const layers = data.layers.flatMap(({ record }): Finding[] => {
			const [best, worst] = record.accuracy;
			if (best <= worst) return [];
			return [
				{
					...inside(placeOfLayer(record.id), 'accuracy'),
					message: {
						zh: `"accuracy"是[${best}, ${worst}]：最好的比最差的还差。`,
						en: `"accuracy" is [${best}, ${worst}]: the best is worse than the worst.`
					},
					fix: { zh: `写成[${worst}, ${best}]。`, en: `Write [${worst}, ${best}].` }
				}
			];
		});
		return [...places, ...layers];
	}
};

interface Fault {
	key: keyof Location;
	message: Bilingual;
	fix: Bilingual;
}

function faultsOf(
	geometry: Geometry | null,
	{ precision, accuracy, schematic, area }: Location
): Fault[] {
	const faults: Fault[] = [];
	if (precision === 'exact' && (accuracy ?? 0) > EXACT) {
		faults.push({
			key: 'accuracy',
			message: {
				zh: `写成"exact"，误差却有${accuracy}米。`,
				en: `It is called exact, but only within ${accuracy} m.`
			},
			fix: {
				zh: `写"approximate"或"area"；"exact"是${EXACT}米以内。`,
				en: `Write "approximate" or "area"; exact is ${EXACT} m or better.`
			}
		});
	}
	if (accuracy === 0) {
		faults.push({
			key: 'accuracy',
			message: {
				zh: '误差写成了0米：没有哪个坐标分毫不差。',
				en: 'The accuracy is 0 m: no position is that good.'
			},
			fix: {
				zh: '写来源给出的误差；GPS读数一般在5米上下。',
				en: 'Write what the source can tell; a reading by GPS is good to some 5 m.'
			}
		});
	}
	if (precision === 'exact' && schematic) {
		faults.push({
			key: 'schematic',
			message: {
				zh: '写成"exact"，图形却是示意的。',
				en: 'It is called exact, but its geometry is schematic.'
			},
			fix: {
				zh: '写"approximate"，或删去"schematic"。',
				en: 'Write "approximate", or take "schematic" out.'
			}
		});
	}
	if (precision === 'area' && geometry && (geometry.type !== 'Point' || accuracy === null)) {
		faults.push({
			key: 'precision',
			message: {
				zh: `精度是"area"，图形却是${geometry.type}，误差${accuracy}。`,
				en: `The precision is "area", but it has a ${geometry.type} with accuracy ${accuracy}.`
			},
			fix: {
				zh: '"area"要写成一个Point（圆心），"accuracy"是半径，单位为米。',
				en: 'An area is a Point, its centre, and "accuracy", its radius in metres.'
			}
		});
	}
	if (precision === 'unlocated' && !area) {
		faults.push({
			key: 'precision',
			message: {
				zh: '没有位置，也没有写它在什么范围内。',
				en: 'It is unlocated, and no area is given that contains it.'
			},
			fix: {
				zh: '补上"location.area"：已知包含它的最小的圆，以及理由。',
				en: 'Add "location.area", the smallest circle known to contain it, and why.'
			}
		});
	}
	return faults;
}
