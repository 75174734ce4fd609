import simplify from '@turf/simplify';
import type { Pixel } from '../../geo/mercator';

interface Options {
	/** What the numbers are counted from. */
	origin: Pixel;
	/** Numbers are multiples of this. */
	grid: number;
	/** How far a simplified line may stray, in the same pixels. */
	tolerance: number;
	closed: boolean;
}

/**
 * The `d` of an SVG path: simplified, on a grid, in steps from point to point, which makes it
 * short. `''` if nothing of it is left.
 */
export function pathData(paths: readonly Pixel[][], options: Options): string {
	return paths.map((path) => one(path, options)).join('');
}

function one(path: Pixel[], { origin, grid, tolerance, closed }: Options): string {
	const points = simplified(path, tolerance).map(([x, y]): Pixel => [
		Math.round((x - origin[0]) / grid),
		Math.round((y - origin[1]) / grid)
	]);
	const kept = points.filter(
		([x, y], i) => i === 0 || x !== points[i - 1]?.[0] || y !== points[i - 1]?.[1]
	);
	const [first] = kept;
	if (!first || kept.length < (closed ? 4 : 2)) return '';
	const steps = kept.slice(1, closed ? -1 : undefined).map(([x, y], i) => {
		const [fromX, fromY] = kept[i] ?? first;
		return `${number((x - fromX) * grid)}${signed((y - fromY) * grid)}`;
	});
	const start = `M${number(first[0] * grid)}${signed(first[1] * grid)}`;
	return `${start}l${steps.join(' ').replace(/ -/g, '-')}${closed ? 'z' : ''}`;
}

function simplified(path: Pixel[], tolerance: number): Pixel[] {
	if (tolerance === 0 || path.length < 3) return path;
	const line = { type: 'LineString' as const, coordinates: path };
	return simplify(line, { tolerance, highQuality: true }).coordinates;
}

/** At most two decimals, without needless digits. */
export function number(value: number): string {
	return String(Math.round(value * 100) / 100 || 0);
}

function signed(value: number): string {
	const text = number(value);
	return text.startsWith('-') ? text : ` ${text}`;
}
