import {
	addProtocol,
	type LayerSpecification,
	type Map as GlMap,
	type MapGeoJSONFeature,
	type PointLike
} from 'maplibre-gl';
import { OUTSIDE_SCHEME, type GiveTile } from '../style/given-tiles';
import { OWN_SCHEME, type OwnSource } from '../style/own';

/** A feature of a reader's own file on the map. */
export interface OwnHit {
	/** Id of the source. */
	source: string;
	/** Its index in the file. */
	index: number;
	/** A point or a line: it is meant rather than an area around it. */
	isSmall: boolean;
}

/** A protocol is for all maps of the page. */
const inUse = new Set<OwnSources>();

/** Asks whichever map has the source for a tile, for MapLibre. */
async function giveTile(
	{ url }: { url: string },
	{ signal }: AbortController
): Promise<{ data: ArrayBuffer }> {
	const [id = '', , ...at] = url.replace(/^[a-z-]+:\/\//, '').split('/');
	const [z = 0, x = 0, y = 0] = at.map(Number);
	const tile = [...inUse].map((map) => map.tileOf(id)).find((one) => one !== undefined);
	return { data: (await tile?.(z, x, y, signal)) ?? new ArrayBuffer(0) };
}

/** The first layer of rail and sites: layers from other addresses lie below. */
const ABOVE_GROUND = 'railway';

/**
 * The reader's own files on a map, below the names and above all else that the map itself draws,
 * and layers from other addresses, above the ground. Of those, and of another ground, this gives
 * the map the tiles.
 */
export class OwnSources {
	readonly #map: GlMap;
	#shown: readonly OwnSource[] = [];
	wanted: readonly OwnSource[] = [];
	/** Who gives the tiles of the sources of another ground. */
	ground: Readonly<Record<string, GiveTile>> = {};

	constructor(map: GlMap) {
		this.#map = map;
		for (const scheme of [OWN_SCHEME, OUTSIDE_SCHEME]) addProtocol(scheme, giveTile);
		inUse.add(this);
	}

	/** Its map is no more. */
	end(): void {
		inUse.delete(this);
	}

	/** Who gives the tiles of a source. */
	tileOf(id: string): GiveTile | undefined {
		return this.wanted.find((one) => one.id === id)?.tile ?? this.ground[id];
	}

	/** Adds what is wanted and not there, and takes away what is there and not wanted. */
	show(): void {
		const map = this.#map;
		for (const old of this.#shown) {
			const next = this.wanted.find(({ id }) => id === old.id);
			const isSame = next?.source.tiles[0] === old.source.tiles[0];
			const kept = isSame ? (next?.layers.map(({ id }) => id) ?? []) : [];
			for (const { id } of old.layers)
				if (!kept.includes(id) && map.getLayer(id)) map.removeLayer(id);
			if (!isSame && map.getSource(old.id)) map.removeSource(old.id);
		}
		for (const { id, source, layers } of this.wanted) {
			if (!map.getSource(id)) map.addSource(id, source);
			for (const layer of layers) {
				if (map.getLayer(layer.id)) this.#adapt(layer);
				else map.addLayer(layer);
			}
		}
		this.#order();
		this.#shown = this.wanted;
	}

	/** What can differ of a layer that is there: how it looks, and whether it is shown. */
	#adapt({ id, paint = {}, layout = {} }: LayerSpecification): void {
		const map = this.#map;
		for (const [name, value] of Object.entries(paint) as [never, never][])
			if (JSON.stringify(map.getPaintProperty(id, name)) !== JSON.stringify(value))
				map.setPaintProperty(id, name, value);
		const { visibility = 'visible' } = layout as { visibility?: 'visible' | 'none' };
		if ((map.getLayoutProperty(id, 'visibility') ?? 'visible') !== visibility)
			map.setLayoutProperty(id, 'visibility', visibility);
	}

	/** Each kind in its place, in the order in which they are wanted. */
	#order(): void {
		const map = this.#map;
		const isName = (id: string) => map.getLayer(id)?.type === 'symbol';
		const own = new Set(this.wanted.flatMap(({ layers }) => layers.map(({ id }) => id)));
		const rest = map.getLayersOrder().filter((id) => !own.has(id));
		const idsOf = (isGround: boolean) =>
			this.wanted
				.filter((one) => one.isGround === isGround)
				.flatMap(({ layers }) => layers.map(({ id }) => id));
		const at = (index: number) => (index < 0 ? rest.length : index);
		const rail = at(rest.indexOf(ABOVE_GROUND));
		// Names of another ground may lie below the lines of rail.
		const names = at(rest.findIndex((id, i) => i >= rail && isName(id)));
		const wanted = [
			...rest.slice(0, rail),
			...idsOf(true),
			...rest.slice(rail, names),
			...idsOf(false),
			...rest.slice(names)
		];
		if (wanted.every((id, i) => map.getLayersOrder()[i] === id)) return;
		wanted.forEach((id, i) => {
			if (own.has(id)) map.moveLayer(id, nextOf(wanted, i, own));
		});
	}

	/** What lies in a box around a point of the screen, each feature once, nearest first. */
	hitsAt(point: { x: number; y: number }, box: [PointLike, PointLike]): OwnHit[] {
		const layers = this.#shown.flatMap(({ picks }) => picks).filter((id) => this.#map.getLayer(id));
		if (layers.length === 0) return [];
		const hits = new Map<string, { hit: OwnHit; distance: number }>();
		for (const feature of this.#map.queryRenderedFeatures(box, { layers })) {
			if (typeof feature.id !== 'number') continue;
			const { source, id: index, layer } = feature;
			const distance = this.#distance(feature, point);
			const key = `${source}/${index}`;
			// A feature is drawn once for each tile, and a polygon also as a line.
			if (distance >= (hits.get(key)?.distance ?? Infinity)) continue;
			hits.set(key, { hit: { source, index, isSmall: layer.type !== 'fill' }, distance });
		}
		return [...hits.values()].sort((a, b) => a.distance - b.distance).map(({ hit }) => hit);
	}

	/** Pixels to a point; lines and areas count by the order in which they are drawn. */
	#distance({ layer, geometry }: MapGeoJSONFeature, { x, y }: { x: number; y: number }): number {
		if (layer.type !== 'circle' || geometry.type !== 'Point')
			return layer.type === 'fill' ? 2000 : 1000;
		const [lng = 0, lat = 0] = geometry.coordinates;
		const at = this.#map.project([lng, lat]);
		return Math.hypot(at.x - x, at.y - y);
	}
}

/** What of the map's own layers comes next above one. */
function nextOf(
	order: readonly string[],
	index: number,
	own: ReadonlySet<string>
): string | undefined {
	return order.find((id, i) => i > index && !own.has(id));
}
