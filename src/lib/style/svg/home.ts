import type { Bounds } from '../../atlas/schema';
import { joinLines } from '../../geo/join-lines';
import { toWorld, type Pixel } from '../../geo/mercator';
import type { Declaration } from '../declaration';
import type { Palette } from '../palette';
import { groundNames, type DrawnName } from './ground-names';
import { escapeText } from './escape-text';
import { number, pathData } from './path-data';
import { shapesOf, type FeaturesOf, type Paint, type Shape } from './shapes';
import { colourIn } from './token-palette';
import { GROUND_ZOOM, WIDTH_ZOOMS } from './home-frame';

/** What the first view is drawn from. */
export interface HomeDrawing {
	/** Made with the palette `TOKENS`. */
	declarations: readonly Declaration[];
	featuresOf: FeaturesOf;
	bounds: Bounds;
	palette: Palette;
}

/** How wide the lines of a layer are. */
export interface LayerWidth {
	layer: string;
	zooms: [far: number, near: number];
	/** CSS pixels at these zooms. */
	widths: [far: number, near: number];
	dash: number[];
	minZoom: number;
}

/** How far a simplified line may stray and what numbers are rounded to, in units of the frame. */
const FINENESS = { tolerance: 1.2, grid: 1 };

/**
 * The ground of the first view as one `<svg>`: all that the map draws of base, metro, and lines
 * and areas of sites, in units of `HomeFrame`. Widths of lines are the style sheet's
 * (`homeCss`), since they follow the zoom that a screen gives it; what is filled is said by each
 * path, so that no list of filled layers is needed there.
 */
export function homeSvg({ declarations, featuresOf, bounds, palette }: HomeDrawing): string {
	const [west, south, east, north] = bounds;
	const origin = toWorld([west, north], GROUND_ZOOM);
	const corner = toWorld([east, south], GROUND_ZOOM);
	const frame = { origin, width: corner[0] - origin[0], height: corner[1] - origin[1] };
	// Offsets of lines depend on the zoom of the style, positions on that of the frame.
	const shapes = shapesOf(declarations, featuresOf, { zoom: WIDTH_ZOOMS[1], state: {} });
	const colour = colourIn(palette);
	const drawn = inLayers(shapes).flatMap((layer) => [
		layerMarkup(layer, frame, colour),
		coreMarkup(layer, frame, colour)
	]);
	const box = `0 0 ${number(frame.width)} ${number(frame.height)}`;
	return `<svg viewBox="${box}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${drawn.join('')}</svg>`;
}

/** The widths of the home drawing's lines, for its style sheet. */
export function homeWidths({ declarations, featuresOf }: HomeDrawing): LayerWidth[] {
	return declarations.flatMap((declaration) => {
		const { id: layer, minzoom = 0 } = declaration.layer;
		const zooms: [number, number] = [Math.max(WIDTH_ZOOMS[0], minzoom), WIDTH_ZOOMS[1]];
		const [far, near] = zooms.map(
			(zoom) => shapesOf([declaration], featuresOf, { zoom, state: {} })[0]?.paint
		);
		if (!far || !near) return [];
		const width: LayerWidth = {
			layer,
			zooms,
			widths: [outer(far), outer(near)],
			dash: near.dash,
			minZoom: minzoom
		};
		if (!near.radius) return [width];
		return [width, { ...width, layer: coreOf(layer), widths: [2 * far.radius, 2 * near.radius] }];
	});
}

function outer({ radius, width }: Paint): number {
	return radius ? 2 * (radius + width) : width;
}

type LayerShapes = [Shape, ...Shape[]];

function inLayers(shapes: readonly Shape[]): LayerShapes[] {
	const layers = new Map<string, LayerShapes>();
	for (const shape of shapes) {
		const known = layers.get(shape.layer);
		if (known) known.push(shape);
		else layers.set(shape.layer, [shape]);
	}
	return [...layers.values()];
}

interface Frame {
	origin: Pixel;
	width: number;
	height: number;
}

function layerMarkup(shapes: LayerShapes, frame: Frame, colour: (token: string) => string): string {
	const [{ layer, group, closed, paint }] = shapes;
	const looks = new Map<string, Shape[]>();
	for (const shape of shapes) {
		const { fill, stroke, opacity } = shape.paint;
		const look = [
			`fill="${fill === null || shape.paint.radius ? 'none' : colour(fill)}"`,
			stroke === null ? '' : `stroke="${colour(stroke)}"`,
			opacity < 1 ? `opacity="${number(opacity)}"` : '',
			shape.site && `data-site="${shape.site}"`
		]
			.filter(Boolean)
			.join(' ');
		looks.set(look, [...(looks.get(look) ?? []), shape]);
	}
	const paths = [...looks].map(([look, alike]) => {
		const d = pathsData(alike, frame);
		return d ? `<path d="${d}" ${look}/>` : '';
	});
	const cap = paint.cap === 'round' || paint.radius ? ' stroke-linecap="round"' : '';
	const rule = closed ? ' fill-rule="evenodd"' : '';
	const switched = group ? ` data-group="${group}"` : '';
	return `<g data-layer="${layer}"${switched}${cap}${rule}>${paths.join('')}</g>`;
}

/** The inside of a dot, over its ring: a shorter stroke at the same places. */
function coreMarkup(shapes: LayerShapes, frame: Frame, colour: (token: string) => string): string {
	const [{ layer, group, paint }] = shapes;
	if (!paint.radius || paint.fill === null) return '';
	const switched = group ? ` data-group="${group}"` : '';
	const d = pathsData(shapes, frame);
	return `<g data-layer="${coreOf(layer)}"${switched} stroke-linecap="round"><path d="${d}" fill="none" stroke="${colour(paint.fill)}"/></g>`;
}

function coreOf(layer: string): string {
	return `${layer}-core`;
}

function pathsData(shapes: readonly Shape[], { origin }: Frame): string {
	const [first] = shapes;
	if (!first) return '';
	const scale = 2 ** (GROUND_ZOOM - WIDTH_ZOOMS[1]);
	const paths = shapes
		.flatMap((shape) => shape.paths)
		.map((path) => path.map(([x, y]): Pixel => [x * scale, y * scale]));
	// A dot is a stroke without length: it keeps its size when the map is scaled.
	if (first.paint.radius)
		return paths
			.flat()
			.map((at) => dotData(at, origin))
			.join('');
	const lines = first.closed ? paths : joinLines(paths);
	return pathData(lines, { origin, ...FINENESS, closed: first.closed });
}

function dotData([x, y]: Pixel, origin: Pixel): string {
	return `M${Math.round(x - origin[0])} ${Math.round(y - origin[1])}h0`;
}

/** The names of the ground, as the home drawing knows them. */
export function homeNames({ declarations, featuresOf }: HomeDrawing): DrawnName[] {
	return groundNames(declarations, featuresOf, WIDTH_ZOOMS[1]);
}

/**
 * Markup of those names; the style sheet (`homeCss`) puts them in their places.
 *
 * @param minZooms for each name the zoom from which on it has room
 */
export function namesMarkup(names: readonly DrawnName[], minZooms: readonly number[]): string {
	return names
		.map(({ layer, text }, index) => {
			const from = number(Math.min(minZooms[index] ?? Infinity, 99));
			return `<span class="${layer} ground-${index}" data-from="${from}">${escapeText(text)}</span>`;
		})
		.join('');
}
