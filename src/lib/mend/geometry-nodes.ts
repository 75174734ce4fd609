import type { Geometry } from 'geojson';
import { nodeAt, type JsonNode } from '../text/json-positions';
import { geometryPaths, placedPositions } from '../check/geometry-paths';
import { idOf } from '../source/read-json';
import type { MendableFile } from './mender';

/** A line or ring in its file's text: the node of its list, and one node a position. */
export interface PathNode {
	feature?: string;
	ring: 'outline' | 'hole' | null;
	list: JsonNode;
	positions: JsonNode[];
}

/** Every line and ring of a GeoJSON file whose geometry is well formed. */
export function pathNodes(file: MendableFile): PathNode[] {
	return geometryNodes(file).flatMap(({ node, geometry, feature }) =>
		geometryPaths(geometry).map(({ path, ring }) => {
			const list = nodeAt(node, path);
			return { ...feature, ring, list, positions: list.items ?? [] };
		})
	);
}

/** The nodes of every position of a GeoJSON file whose geometry is well formed. */
export function positionNodes(file: MendableFile): { feature?: string; node: JsonNode }[] {
	return geometryNodes(file).flatMap(({ node, geometry, feature }) =>
		placedPositions(geometry).map(({ path }) => ({ ...feature, node: nodeAt(node, path) }))
	);
}

function geometryNodes({ file, root }: MendableFile) {
	if (!file.endsWith('.geojson')) return [];
	return (root?.members?.get('features')?.items ?? []).flatMap((one) => {
		const node = one.members?.get('geometry');
		const id = idOf(one);
		if (!node || !isWellFormed(node.value)) return [];
		return [{ node, geometry: node.value, feature: id === undefined ? {} : { feature: id } }];
	});
}

/** How deep the positions lie in `coordinates`. */
const DEPTHS: Record<string, number> = {
	Point: 0,
	MultiPoint: 1,
	LineString: 1,
	MultiLineString: 2,
	Polygon: 2,
	MultiPolygon: 3
};

function isWellFormed(value: unknown): value is Geometry {
	const { type, coordinates } = (value ?? {}) as { type?: string; coordinates?: unknown };
	const depth = DEPTHS[type ?? ''];
	return depth !== undefined && areCoordinates(coordinates, depth);
}

function areCoordinates(value: unknown, depth: number): boolean {
	if (!Array.isArray(value)) return false;
	if (depth > 0) return value.every((item) => areCoordinates(item, depth - 1));
	return value.length >= 2 && value.every((item) => typeof item === 'number');
}
