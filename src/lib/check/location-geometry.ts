import type { Geometry } from 'geojson';
import type { Location } from '../atlas/schema';
import type { JsonPath } from '../source/json-path';
import { inside, locatedFeaturesOf } from './walk';
import type { Finding, Rule } from './rule';

export const locationGeometry: Rule = {
	name: 'location-geometry',
	why: {
		zh: '没人公布过位置的地点没有图形；有图形的地点要写明有多准。',
		en: 'A place nobody has published has no geometry, and a place with one says how good it is.'
	},
	severity: 'error',
	find: (data) =>
		locatedFeaturesOf(data).flatMap(({ place, geometry, location }) => {
			const fault = faultOf(geometry, location);
			if (!fault) return [];
			const { at, message, fix } = fault;
			return [{ ...inside(place, ...at), message, fix }];
		})
};

const PRECISION: JsonPath = ['properties', 'location', 'precision'];
const ACCURACY: JsonPath = ['properties', 'location', 'accuracy'];

function faultOf(
	geometry: Geometry | null,
	{ precision, accuracy }: Location
): (Pick<Finding, 'message' | 'fix'> & { at: JsonPath }) | null {
	if (precision === 'unlocated') {
		if (geometry) {
			return {
				at: PRECISION,
				message: {
					zh: `精度是"unlocated"，却有${geometry.type}图形。`,
					en: `The precision is "unlocated", but there is a ${geometry.type}.`
				},
				fix: {
					zh: '写"geometry": null，或改成图形实有的精度。',
					en: 'Write "geometry": null, or the precision that the geometry has.'
				}
			};
		}
		if (accuracy === null) return null;
		return {
			at: ACCURACY,
			message: {
				zh: `没有图形，却写了误差${accuracy}米。`,
				en: `It has no geometry, but an accuracy of ${accuracy} m.`
			},
			fix: { zh: '写"accuracy": null。', en: 'Write "accuracy": null.' }
		};
	}
	if (!geometry) {
		return {
			at: PRECISION,
			message: {
				zh: `精度是"${precision}"，却没有图形。`,
				en: `The precision is "${precision}", but there is no geometry.`
			},
			fix: {
				zh: '补上图形；或把精度写成"unlocated"，并给出它所在的范围。',
				en: 'Add the geometry, or write precision "unlocated" with the area that contains it.'
			}
		};
	}
	if (accuracy !== null) return null;
	return {
		at: ACCURACY,
		message: {
			zh: '有图形，"accuracy"却是null。',
			en: 'There is a geometry, but its accuracy is null.'
		},
		fix: { zh: '写出误差，单位为米。', en: 'Write the accuracy in metres.' }
	};
}
