import type { Feature, FeatureCollection, LineString, Position } from 'geojson';
import type { Station } from '../atlas/atlas';
import type { Bilingual } from '../atlas/schema';
import { geodesicLength, geodesicMetres, sum } from './geodesic';

/** A piece of track between two neighbouring stations; its course begins at `from`. */
export type Track = Feature<LineString, { lines: string[]; from: string; to: string }>;
export type Tracks = FeatureCollection<LineString, Track['properties']>;

export interface Stop {
	id: string;
	/** `null`: the tracks name a station that the atlas lacks. */
	name: Bilingual | null;
	/** Metres along the track to the next stop; `null` at the end of the stretch. */
	toNext: number | null;
}

/** What is measured along the tracks of a line. */
export interface LineProfile {
	/** Metres of all its tracks, each piece once. */
	length: number;
	/** How many stations its tracks join. */
	stationCount: number;
	/** Metres along the track between neighbouring stations. */
	spacing: { least: number; median: number; most: number };
	/**
	 * The line from end to end; where it branches, from branching to branching. A ring begins and
	 * ends with the same stop.
	 */
	stretches: Stop[][];
	/** Stations where it branches. */
	branchings: Stop[];
	/** How many parts it falls into that no track joins. */
	parts: number;
	/** Its stations in service that no track of it reaches. */
	withoutTrack: Station[];
	/** Metres at most between the ends of its tracks at one station. */
	gap: number;
}

interface Edge {
	from: string;
	to: string;
	path: Position[];
	metres: number;
}

/** Measures a line on the ellipsoid; `null` if there is no track of it. */
export function profileOf(
	line: string,
	tracks: Tracks,
	stations: readonly Station[]
): LineProfile | null {
	const edges = tracksOf(line, tracks).map(({ properties, geometry }): Edge => {
		const path = geometry.coordinates;
		return { from: properties.from, to: properties.to, path, metres: geodesicLength(path) };
	});
	if (edges.length === 0) return null;
	const byStop = edgesByStop(edges);
	const names = new Map(stations.map(({ id, name }) => [id, name]));
	const stop = (id: string, toNext: number | null): Stop => {
		return { id, name: names.get(id) ?? null, toNext };
	};
	const metres = edges.map((edge) => edge.metres).sort((a, b) => a - b);
	return {
		length: sum(metres),
		stationCount: byStop.size,
		spacing: { least: metres[0] ?? 0, median: medianOf(metres), most: metres.at(-1) ?? 0 },
		stretches: walksOf(edges, byStop).map(({ start, steps }) => [
			...steps.map(({ edge, at }) => stop(at, edge.metres)),
			stop(endOf(start, steps), null)
		]),
		branchings: [...byStop].flatMap(([id, own]) => (own.length > 2 ? [stop(id, null)] : [])),
		parts: countParts(byStop),
		withoutTrack: stations.filter(
			({ id, lines, inService }) => inService && lines.includes(line) && !byStop.has(id)
		),
		gap: Math.max(...[...byStop].map(([id, own]) => gapAt(id, own)))
	};
}

/** The pieces of track that a line runs on. */
export function tracksOf(line: string, { features }: Tracks): Track[] {
	return features.filter(({ properties }) => properties.lines.includes(line));
}

function edgesByStop(edges: readonly Edge[]): Map<string, Edge[]> {
	const byStop = new Map<string, Edge[]>();
	for (const edge of edges)
		for (const id of [edge.from, edge.to]) byStop.set(id, [...(byStop.get(id) ?? []), edge]);
	return byStop;
}

interface Walk {
	start: string;
	steps: { edge: Edge; at: string }[];
}

/** Walks every edge once: from ends and branchings first, then around what is left, which are rings. */
function walksOf(edges: readonly Edge[], byStop: ReadonlyMap<string, Edge[]>): Walk[] {
	const left = new Set(edges);
	const degree = (id: string) => byStop.get(id)?.length ?? 0;
	const ends = [...byStop.keys()].filter((id) => degree(id) === 1);
	const branchings = [...byStop.keys()].filter((id) => degree(id) > 2);
	const walks: Walk[] = [];
	for (const start of [...ends, ...branchings, ...byStop.keys()]) {
		for (const first of byStop.get(start) ?? []) {
			if (left.has(first)) walks.push(walk(start, first));
		}
	}
	return walks;

	function walk(start: string, first: Edge): Walk {
		const steps: Walk['steps'] = [];
		let at = start;
		for (let edge: Edge | undefined = first; edge;) {
			left.delete(edge);
			steps.push({ edge, at });
			at = edge.from === at ? edge.to : edge.from;
			edge = degree(at) === 2 ? byStop.get(at)?.find((next) => left.has(next)) : undefined;
		}
		return { start, steps };
	}
}

function endOf(start: string, steps: Walk['steps']): string {
	return steps.reduce((at, { edge }) => (edge.from === at ? edge.to : edge.from), start);
}

function countParts(byStop: ReadonlyMap<string, Edge[]>): number {
	const seen = new Set<string>();
	let parts = 0;
	for (const start of byStop.keys()) {
		if (seen.has(start)) continue;
		parts++;
		const waiting = [start];
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			if (seen.has(id)) continue;
			seen.add(id);
			waiting.push(...(byStop.get(id) ?? []).flatMap(({ from, to }) => [from, to]));
		}
	}
	return parts;
}

/** Metres between those ends of tracks at a station that lie furthest apart. */
function gapAt(id: string, edges: readonly Edge[]): number {
	const ends = edges.map(({ from, path }) => path.at(from === id ? 0 : -1) ?? []);
	return Math.max(...ends.flatMap((a) => ends.map((b) => geodesicMetres(a, b))));
}

/** Of values in ascending order. */
function medianOf(values: readonly number[]): number {
	const middle = (values.length - 1) / 2;
	return ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2;
}
