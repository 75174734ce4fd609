import type { Camera, Size } from '../../geo/camera';
import { projectOn } from '../../geo/camera';
import { toWorld, type Pixel } from '../../geo/mercator';
import type { Declaration } from '../declaration';
import { haloPaths, MARK_BOX, MARK_SIZE, markPaths, type MarkPath } from '../marks';
import { NAME, textWidth, type NamePlace, type Side } from '../name-place';
import { namePlan } from '../name-plan';
import type { Palette } from '../palette';
import { markRows, ROW_HEIGHT } from '../mark-rows';
import type { Lang } from '../../atlas/atlas';
import type { Bounds } from '../../atlas/schema';
import type { DrawnSite } from '../site-features';
import { escapeText } from './escape-text';
import { groundNames, type DrawnName } from './ground-names';
import { clipLine, clipRing, type Frame } from './clip';
import { inSight } from './in-sight';
import { number, pathData } from './path-data';
import type { State } from '../state';
import { shapesOf, type FeaturesOf, type Shape } from './shapes';
import { colourIn } from './token-palette';

export interface Drawing {
	/** Made with the palette `TOKENS`. */
	declarations: readonly Declaration[];
	featuresOf: FeaturesOf;
	sites: readonly DrawnSite[];
	/** Names do not reach beyond. */
	limits: Bounds;
	lang: Lang;
	camera: Camera;
	size: Size;
	state: State;
	/** Ids of the sites with a ring; the name of an only one always stands. */
	chosen: readonly string[];
	/** Real colours, or the page's custom properties. */
	palette: Palette;
	/** Where the mark of a site leads; without it marks are only drawn. */
	href?: (site: string) => string;
}

/**
 * A map as one `<svg>` of `size` CSS pixels, from the same declarations as the live map: base,
 * lines and areas of sites, their marks and names. It has no style sheet, script or image of
 * its own; `font-family` is its surroundings'.
 *
 * @param ground what `drawGround` gave for the same drawing, in whatever language
 */
export function drawMap(drawing: Drawing, ground = drawGround(drawing)): string {
	const { size } = drawing;
	const { width, height } = size;
	const parts = [ground, names(drawing), marks(drawing)];
	const box = `0 0 ${width} ${height}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}">${parts.join('')}</svg>`;
}

/** All of a map that has no words: the same in both languages. */
export function drawGround({
	declarations,
	featuresOf,
	camera,
	size,
	state,
	palette
}: Drawing): string {
	const colour = colourIn(palette);
	const origin = originOf(camera, size);
	const near = inSight(featuresOf, camera, size);
	const shapes = shapesOf(declarations, near, { zoom: camera.zoom, state });
	const paper = `<rect width="${size.width}" height="${size.height}" fill="${palette.paper}"/>`;
	const drawn = shapes
		.map((shape) => ({ ...shape, paths: pathsInSight(shape, origin, size) }))
		.filter(({ paths }) => paths.length > 0)
		.map((shape) => shapeMarkup(shape, { origin, grid: 0.1, tolerance: 0.25 }, colour));
	return paper + drawn.join('');
}

/** Pixels of the world at the camera's zoom of the drawing's top left corner. */
function originOf({ center, zoom }: Camera, { width, height }: Size): Pixel {
	const [x, y] = toWorld(center, zoom);
	return [x - width / 2, y - height / 2];
}

/** What of a shape the drawing shows. Dashes are counted from a line's start, so it stays whole. */
function pathsInSight({ paths, paint, closed }: Shape, [x, y]: Pixel, size: Size): Pixel[][] {
	const reach = paint.width + paint.radius;
	const frame: Frame = [x - reach, y - reach, x + size.width + reach, y + size.height + reach];
	if (paint.dash.length > 0) return paths;
	if (closed) return paths.map((ring) => clipRing(ring, frame)).filter((ring) => ring.length > 0);
	return paths.flatMap((path) => (path.length > 1 ? clipLine(path, frame) : [path]));
}

function shapeMarkup(
	{ paths, closed, paint }: Shape,
	options: { origin: Pixel; grid: number; tolerance: number },
	colour: (token: string) => string
): string {
	const { fill, stroke, opacity, width, dash, cap, radius } = paint;
	const attributes = [
		`fill="${fill === null ? 'none' : colour(fill)}"`,
		stroke === null || width === 0
			? ''
			: `stroke="${colour(stroke)}" stroke-width="${number(width)}" stroke-linejoin="round"`,
		cap === 'round' ? 'stroke-linecap="round"' : '',
		dash.length ? `stroke-dasharray="${dash.map((part) => number(part * width)).join(' ')}"` : '',
		opacityMarkup(opacity),
		closed ? 'fill-rule="evenodd"' : ''
	];
	const written = attributes.filter(Boolean).join(' ');
	if (radius > 0) {
		const [[x, y] = [0, 0]] = paths[0] ?? [];
		const at = `cx="${number(x - options.origin[0])}" cy="${number(y - options.origin[1])}"`;
		return `<circle ${at} r="${number(radius)}" ${written}/>`;
	}
	const d = pathData(paths, { ...options, closed });
	return d ? `<path d="${d}" ${written}/>` : '';
}

/** Of fill and stroke each, as the map engine applies it: not of the two together. */
function opacityMarkup(opacity: number): string {
	return opacity < 1 ? `fill-opacity="${number(opacity)}" stroke-opacity="${number(opacity)}"` : '';
}

function names(drawing: Drawing): string {
	const { declarations, featuresOf, camera, size, sites, lang, limits, palette } = drawing;
	const colour = colourIn(palette);
	const written = groundNames(declarations, featuresOf, camera.zoom);
	const { ground: room } = namePlan(sites, lang, limits, written);
	const [west, south, east, north] = limits;
	const [left, top] = projectOn(camera, size, [west, north]);
	const [right, bottom] = projectOn(camera, size, [east, south]);
	return written
		.filter((_, index) => (room[index] ?? Infinity) <= camera.zoom)
		.map((name) => ({ name, at: projectOn(camera, size, name.at) }))
		.filter(({ name, at: [x, y] }) => {
			const reach = textWidth(name.text, name.size, name.spacing) / 2;
			const half = name.size / 2;
			const isInSight =
				x > -reach && y > -name.size && x < size.width + reach && y < size.height + name.size;
			const isWhole = x - reach > left && x + reach < right && y - half > top && y + half < bottom;
			return isInSight && isWhole;
		})
		.map(({ name, at }) => groundName(name, at, colour))
		.join('');
}

function groundName(name: DrawnName, [x, y]: Pixel, colour: (token: string) => string): string {
	const { text, size, spacing, opacity } = name;
	return textMarkup(text, {
		x,
		y: y + size * 0.35,
		size,
		anchor: 'middle',
		fill: colour(name.colour),
		halo: colour(name.halo),
		more: `letter-spacing="${number(spacing * size)}" ${opacityMarkup(opacity)}`
	});
}

function marks(drawing: Drawing): string {
	const { sites, camera, size, lang, limits, palette, chosen, href } = drawing;
	const plan = namePlan(sites, lang, limits).sites;
	const rows = markRows(sites);
	const ordered = [...sites].sort(
		(a, b) => Number(chosen.includes(a.id)) - Number(chosen.includes(b.id))
	);
	return ordered
		.flatMap((site) => {
			if (!site.anchor) return [];
			const [x, anchorY] = projectOn(camera, size, site.anchor);
			const y = anchorY + (rows.get(site.id) ?? 0) * ROW_HEIGHT;
			const isChosen = chosen.includes(site.id);
			const place = plan.get(site.id);
			const isOnly = isChosen && chosen.length === 1;
			const isNamed = isOnly || (place && place.minZoom <= camera.zoom);
			if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) return [];
			const paths = markPaths(site.status, site.location.precision, palette);
			const body = [
				isChosen ? drawn(haloPaths(palette), x, y, MARK_SIZE * 1.5) : '',
				drawn(paths, x, y, MARK_SIZE),
				isNamed ? siteName((site.label ?? site.name)[lang], place, [x, y], palette, isChosen) : ''
			].join('');
			return [
				href ? `<a href="${escapeText(href(site.id))}" data-site="${site.id}">${body}</a>` : body
			];
		})
		.join('');
}

/** Paths of a mark, with their middle at x and y and that side: all in pixels of the drawing. */
export function drawn(paths: readonly MarkPath[], x: number, y: number, side: number): string {
	const scale = side / MARK_BOX;
	const at = `translate(${number(x - side / 2)} ${number(y - side / 2)}) scale(${number(scale)})`;
	return `<g transform="${at}" stroke-linejoin="round">${paths.map(markPath).join('')}</g>`;
}

function markPath({ d, fill, stroke, width, dash }: MarkPath): string {
	const gaps = dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : '';
	return `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"${gaps}/>`;
}

const BESIDE: Record<Side, { dx: number; dy: number; anchor: string }> = {
	right: { dx: NAME.gap, dy: 0, anchor: 'start' },
	left: { dx: -NAME.gap, dy: 0, anchor: 'end' },
	bottom: { dx: 0, dy: NAME.gap + NAME.height / 2, anchor: 'middle' },
	top: { dx: 0, dy: -NAME.gap - NAME.height / 2, anchor: 'middle' }
};

function siteName(
	text: string,
	place: NamePlace | undefined,
	[x, y]: Pixel,
	palette: Palette,
	isChosen: boolean
): string {
	const { dx, dy, anchor } = BESIDE[place?.side ?? 'right'];
	return textMarkup(text, {
		x: x + dx,
		y: y + dy + NAME.size * 0.36,
		size: NAME.size,
		anchor,
		fill: isChosen ? palette.accent : palette.ink,
		halo: palette.halo,
		more: 'font-weight="500"'
	});
}

interface Text {
	x: number;
	y: number;
	size: number;
	anchor: string;
	fill: string;
	halo: string;
	more: string;
}

function textMarkup(text: string, { x, y, size, anchor, fill, halo, more }: Text): string {
	const at = `x="${number(x)}" y="${number(y)}" font-size="${number(size)}" text-anchor="${anchor}"`;
	const ink = `fill="${fill}" stroke="${halo}" stroke-width="3.2" stroke-linejoin="round" paint-order="stroke"`;
	return `<text ${at} ${ink} ${more}>${escapeText(text)}</text>`;
}
