import type { Geometry } from 'geojson';
import type { Location } from '../../lib/atlas/schema';
import { locatedFeaturesOf, placeOfLayer } from './walk';
import type { Rule } from './rule';

/** The most metres that may still be called exact. */
const EXACT = 500;

export const precision: Rule = {
	name: 'precision',
	why: 'The map shows how well a place is known; it must not promise more than its source.',
	severity: 'error',
	find: (data) => {
		const places = locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			return faultsOf(geometry, location).map(([message, fix]) => ({ ...place, message, fix }));
		});
		const layers = data.layers.flatMap(({ record }) => {
			const [best, worst] = record.accuracy;
			if (best <= worst) return [];
			const message = `"accuracy" is [${best}, ${worst}]: the best is worse than the worst.`;
			return [{ ...placeOfLayer(record.id), message, fix: `Write [${worst}, ${best}].` }];
		});
		return [...places, ...layers];
	}
};

function faultsOf(
	geometry: Geometry | null,
	{ precision, accuracy, schematic, area }: Location
): [message: string, fix: string][] {
	const faults: [string, string][] = [];
	if (precision === 'exact' && (accuracy ?? 0) > EXACT) {
		faults.push([
			`It is called exact, but only within ${accuracy} m.`,
			`Write "approximate" or "area"; exact is ${EXACT} m or better.`
		]);
	}
	if (precision === 'exact' && schematic) {
		faults.push([
			'It is called exact, but its geometry is schematic.',
			'Write "approximate", or take "schematic" out.'
		]);
	}
	if (precision === 'area' && geometry && (geometry.type !== 'Point' || !accuracy)) {
		faults.push([
			`The precision is "area", but it has a ${geometry.type} with accuracy ${accuracy}.`,
			'An area is a Point, its centre, and "accuracy", its radius in metres.'
		]);
	}
	if (precision === 'unlocated' && !area) {
		faults.push([
			'It is unlocated, and no area is given that contains it.',
			'Add "location.area", the smallest circle known to contain it, and why.'
		]);
	}
	return faults;
}
