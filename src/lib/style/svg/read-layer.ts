import {
	expression,
	featureFilter,
	v8,
	type LayerSpecification
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { State } from '../state';

/** One layer of the style, evaluated outside a map. */
export interface LayerReader {
	/** Whether the layer draws a feature. */
	matches(feature: Feature): boolean;
	/** A paint or layout property for a feature, by its name in the style specification. */
	value(name: string, feature: Feature): unknown;
}

const TYPES: Record<string, 1 | 2 | 3> = {
	Point: 1,
	MultiPoint: 1,
	LineString: 2,
	MultiLineString: 2,
	Polygon: 3,
	MultiPolygon: 3
};

/**
 * Reads a layer at a zoom with the style specification's own evaluator, so that what is drawn
 * without the map engine follows the same declarations. Colours come as `#rrggbb`.
 *
 * @throws Error naming layer and property if an expression does not parse
 */
export function readLayer(layer: LayerSpecification, zoom: number, state: State): LayerReader {
	const globals = { zoom, globalState: state };
	const filter = 'filter' in layer && layer.filter ? layer.filter : undefined;
	const passes = featureFilter(filter, `layers.${layer.id}.filter`, state);
	// Parsing costs far more than evaluating, and each property is asked for with every feature.
	const parsed = new Map<string, ReturnType<typeof parse>>();
	const property = (name: string) => {
		const known = parsed.get(name) ?? parse(layer, name, state);
		parsed.set(name, known);
		return known;
	};
	return {
		matches: (feature) => passes.filter(globals, evaluated(feature)),
		value: (name, feature) => plain(property(name).evaluate(globals, evaluated(feature), {}))
	};
}

type PropertySpec = Parameters<typeof expression.normalizePropertyExpression>[2];

function parse(layer: LayerSpecification, name: string, state: State) {
	const specs = v8 as unknown as Record<string, Record<string, PropertySpec>>;
	const kind = specs[`layout_${layer.type}`]?.[name] ? 'layout' : 'paint';
	const spec = specs[`${kind}_${layer.type}`]?.[name];
	if (!spec) throw new Error(`A ${layer.type} layer (${layer.id}) has no property "${name}".`);
	const written = (layer[kind] as Record<string, unknown> | undefined)?.[name];
	const value = written ?? ('default' in spec ? spec.default : null);
	const key = `layers.${layer.id}.${kind}.${name}`;
	return expression.normalizePropertyExpression(value as never, key, spec, state);
}

function evaluated({ id, geometry, properties }: Feature) {
	const type = TYPES[geometry.type];
	if (!type) throw new Error(`A ${geometry.type} can't be drawn.`);
	return { type, id, properties: properties ?? {} } as never;
}

/** Colours as `#rrggbb`, wrapped values as what they hold. */
function plain(value: unknown): unknown {
	if (value && typeof value === 'object' && 'r' in value) {
		const { r, g, b } = value as { r: number; g: number; b: number };
		return `#${[r, g, b].map((part) => byte(part)).join('')}`;
	}
	if (value && typeof value === 'object' && 'sections' in value)
		return (value.sections as { text: string }[]).map(({ text }) => text).join('');
	if (value && typeof value === 'object' && 'name' in value) return value.name;
	return value;
}

function byte(part: number): string {
	return Math.round(part * 255)
		.toString(16)
		.padStart(2, '0');
}
