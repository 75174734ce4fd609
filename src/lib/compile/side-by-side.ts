import type { Position } from 'geojson';
import { runsBeside } from './runs-beside';

/** A stretch of track between two stations. */
export interface Piece {
	/** Ids of the lines that run on it. */
	lines: string[];
	/** Stations at its start and end, in the direction of `path`. */
	from: string;
	to: string;
	/** `[lng, lat]`, WGS-84 */
	path: Position[];
}

/** How to draw a piece so that lines that share a course lie beside one another. */
export interface Placement {
	/** Draw `path` from its end. */
	reversed: boolean;
	/** By line, in line widths to the right of the direction drawn: … −0.5, 0.5 … or −1, 0, 1. */
	slots: Map<string, number>;
}

/**
 * Places lines that share a course side by side, in the order of `lines`. A course is shared
 * where one piece has several lines, where pieces of different lines join the same stations, and
 * where they run beside one another (`runsBeside`).
 *
 * A line keeps its side along the whole course: pieces are turned so that each goes on where the
 * one before ends, along every line that they have in common. Where a line joins or leaves, the
 * others move by half a width. Only a course that closes on itself can't be turned throughout;
 * there one crossing remains.
 *
 * @param lines ids of all lines, the leftmost first
 * @returns one placement a piece, in their order; the direction of a course depends on its
 * stations' names only, not on how it was digitised
 */
export function placeSideBySide(pieces: readonly Piece[], lines: readonly string[]): Placement[] {
	const parallels = parallelPairs(pieces);
	const bundles = new Groups(pieces.length);
	for (const { a, b } of parallels) bundles.join(a, b, false);
	const linesOf = new Map<number, Set<string>>();
	pieces.forEach((piece, i) => {
		const { root } = bundles.find(i);
		linesOf.set(root, new Set([...(linesOf.get(root) ?? []), ...piece.lines]));
	});
	const bundleOf = (i: number) => linesOf.get(bundles.find(i).root)!;

	const courses = new Groups(pieces.length);
	for (const { a, b, opposite } of parallels) courses.join(a, b, opposite);
	const isShared = (i: number) => bundleOf(i).size > 1;
	for (const { a, b, opposite } of successions(pieces))
		if (isShared(a) && isShared(b)) courses.join(a, b, opposite);

	const forward = directions(pieces, courses);
	return pieces.map((piece, i) => {
		const order = lines.filter((line) => bundleOf(i).has(line));
		const slots = piece.lines.map(
			(line) => [line, slotOf(order.indexOf(line), order.length)] as const
		);
		return { reversed: isShared(i) && !forward[i], slots: new Map(slots) };
	});
}

function slotOf(index: number, count: number): number {
	return index - (count - 1) / 2;
}

/** Two pieces, and whether one must be turned to give both the same direction. */
interface Pair {
	a: number;
	b: number;
	opposite: boolean;
}

function parallelPairs(pieces: readonly Piece[]): Pair[] {
	return pairs(pieces).flatMap(([a, b]) => {
		const [one, other] = [pieces[a]!, pieces[b]!];
		if (one.lines.some((line) => other.lines.includes(line))) return [];
		if (one.from === other.from && one.to === other.to) return [{ a, b, opposite: false }];
		if (one.from === other.to && one.to === other.from) return [{ a, b, opposite: true }];
		const beside = runsBeside(one.path, other.path);
		return beside ? [{ a, b, opposite: beside === 'opposite' }] : [];
	});
}

/** Pieces of one line that follow each other at a station. */
function successions(pieces: readonly Piece[]): Pair[] {
	const ends = new Map<string, number[]>();
	pieces.forEach(({ lines, from, to }, i) => {
		for (const key of lines.flatMap((line) => [`${line} ${from}`, `${line} ${to}`]))
			ends.set(key, [...(ends.get(key) ?? []), i]);
	});
	return [...ends].flatMap(([key, met]) => {
		const station = key.slice(key.indexOf(' ') + 1);
		return pairs(met).flatMap(([i, j]) => {
			const [a, b] = [met[i]!, met[j]!];
			const [one, other] = [pieces[a]!, pieces[b]!];
			// where a line forks, its branches follow the trunk and not each other
			if (met.length > 2 && !goesOn(one, other, station)) return [];
			return [{ a, b, opposite: (one.from === station) === (other.from === station) }];
		});
	});
}

/** Whether a train that comes from one piece goes on into the other without turning back. */
function goesOn(one: Piece, other: Piece, station: string): boolean {
	const [x, y] = headingFrom(one, station);
	const [u, v] = headingFrom(other, station);
	return x * u + y * v < 0;
}

function headingFrom({ from, path }: Piece, station: string): [number, number] {
	const [start, next] = from === station ? [path[0], path[1]] : [path.at(-1), path.at(-2)];
	const [lng = 0, lat = 0] = start ?? [];
	const [toLng = lng, toLat = lat] = next ?? [];
	return [(toLng - lng) * Math.cos((lat * Math.PI) / 180), toLat - lat];
}

/** Whether each piece keeps its direction: as its course's piece with the first names does. */
function directions(pieces: readonly Piece[], courses: Groups): boolean[] {
	const name = ({ from, to }: Piece) => [from, to].sort().join(' ');
	const order = pieces.map((_, i) => i).sort((a, b) => compare(name(pieces[a]!), name(pieces[b]!)));
	const turned = new Map<number, boolean>();
	for (const i of order) {
		const { root, opposite } = courses.find(i);
		const backward = pieces[i]!.from > pieces[i]!.to;
		if (!turned.has(root)) turned.set(root, backward !== opposite);
	}
	return pieces.map((_, i) => {
		const { root, opposite } = courses.find(i);
		return turned.get(root) === opposite;
	});
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function pairs(list: readonly unknown[]): [number, number][] {
	return list.flatMap((_, a) =>
		list.slice(a + 1).map((_, i) => [a, a + 1 + i] as [number, number])
	);
}

/**
 * Disjoint sets whose members know whether they are turned against their set's root.
 * Source: https://en.wikipedia.org/wiki/Disjoint-set_data_structure, with a parity on each link.
 */
class Groups {
	readonly #links: { root: number; opposite: boolean }[];

	constructor(size: number) {
		this.#links = Array.from({ length: size }, (_, root) => ({ root, opposite: false }));
	}

	find(i: number): { root: number; opposite: boolean } {
		const link = this.#links[i]!;
		if (link.root === i) return link;
		const above = this.find(link.root);
		return { root: above.root, opposite: link.opposite !== above.opposite };
	}

	/** Joins two sets; without effect if they are one already: the first word counts. */
	join(a: number, b: number, opposite: boolean): void {
		const [one, other] = [this.find(a), this.find(b)];
		if (one.root === other.root) return;
		const turn = opposite !== (one.opposite !== other.opposite);
		this.#links[other.root] = { root: one.root, opposite: turn };
	}
}
