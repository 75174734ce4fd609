import type { Bounds, LngLat } from '../atlas/schema';
import { fromWorld, toWorld, type Pixel } from './mercator';

/** Where a map looks: `[lng, lat]` of its middle, WGS-84, and the zoom level. */
export interface Camera {
	center: LngLat;
	zoom: number;
}

/** Whether two cameras look at exactly the same place from the same zoom level. */
export function isSameCamera(one: Camera, other: Camera | null): boolean {
	return (
		one.zoom === other?.zoom &&
		one.center[0] === other.center[0] &&
		one.center[1] === other.center[1]
	);
}

/** CSS pixels. */
export interface Size {
	width: number;
	height: number;
}

/** CSS pixels on each side. */
export interface Padding {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** What is kept free around the first view, in pixels on each side. */
export const HOME_PADDING = 24;

/**
 * The camera of the first view: all of `home` with a margin, but never beyond `limits`, where
 * nothing is known. The still map's style sheet computes the same (`homeCss`).
 */
export function homeCamera(home: Bounds, size: Size, limits: Bounds): Camera {
	return fitCamera(home, size, limits, evenly(HOME_PADDING), Infinity);
}

/**
 * The camera that shows all of `bounds` in the part of a map that `padding` leaves free, no
 * nearer than `maxZoom`, and kept within `limits` (`limitCamera`).
 */
export function fitCamera(
	bounds: Bounds,
	size: Size,
	limits: Bounds,
	padding: Padding,
	maxZoom: number
): Camera {
	const [west, north, east, south] = cornersAt0(bounds);
	const free = {
		width: Math.max(1, size.width - padding.left - padding.right),
		height: Math.max(1, size.height - padding.top - padding.bottom)
	};
	const scale = Math.min(free.width / (east - west), free.height / (south - north));
	const zoom = Math.min(Math.log2(scale), maxZoom);
	const aside: Pixel = [(padding.right - padding.left) / 2, (padding.bottom - padding.top) / 2];
	const middle: Pixel = [(west + east) / 2, (north + south) / 2];
	const center: Pixel = [middle[0] + aside[0] / 2 ** zoom, middle[1] + aside[1] / 2 ** zoom];
	return limitCamera({ center: fromWorld(center, 0), zoom }, size, limits);
}

/** The camera nearest to a wanted one whose map shows nothing outside `limits`. */
export function limitCamera({ center, zoom }: Camera, size: Size, limits: Bounds): Camera {
	const [west, north, east, south] = cornersAt0(limits);
	const least = Math.log2(Math.max(size.width / (east - west), size.height / (south - north)));
	const near = Math.max(zoom, least);
	const scale = 2 ** near;
	const [x, y] = toWorld(center, 0);
	const half: Pixel = [size.width / 2 / scale, size.height / 2 / scale];
	const inside: Pixel = [
		clamp(x, west + half[0], east - half[0]),
		clamp(y, north + half[1], south - half[1])
	];
	return { center: fromWorld(inside, 0), zoom: near };
}

/** The inverse of `projectOn`: `[lng, lat]`, WGS-84. */
export function positionAt({ center, zoom }: Camera, size: Size, [x, y]: Pixel): LngLat {
	const [cx, cy] = toWorld(center, zoom);
	return fromWorld([cx + x - size.width / 2, cy + y - size.height / 2], zoom);
}

/** Where a position, `[lng, lat]` in WGS-84, is on a map of that size: pixels from its top left corner. */
export function projectOn(camera: Camera, size: Size, position: LngLat): Pixel {
	const [x, y] = toWorld(position, camera.zoom);
	const [cx, cy] = toWorld(camera.center, camera.zoom);
	return [x - cx + size.width / 2, y - cy + size.height / 2];
}

/** The bounds of what a map of that size shows, `[west, south, east, north]` in WGS-84. */
export function seenBounds({ center, zoom }: Camera, { width, height }: Size): Bounds {
	const [x, y] = toWorld(center, zoom);
	const [west, north] = fromWorld([x - width / 2, y - height / 2], zoom);
	const [east, south] = fromWorld([x + width / 2, y + height / 2], zoom);
	return [west, south, east, north];
}

/** The camera after the ground was moved by some pixels. */
export function panCamera({ center, zoom }: Camera, [dx, dy]: Pixel): Camera {
	const [x, y] = toWorld(center, zoom);
	return { center: fromWorld([x - dx, y - dy], zoom), zoom };
}

/** `[west, north, east, south]` in pixels of the world at zoom 0. */
function cornersAt0([west, south, east, north]: Bounds): [number, number, number, number] {
	return [...toWorld([west, north], 0), ...toWorld([east, south], 0)];
}

function evenly(pixels: number): Padding {
	return { top: pixels, right: pixels, bottom: pixels, left: pixels };
}

/** The middle, where the range is empty. */
function clamp(value: number, low: number, high: number): number {
	return low > high ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}
