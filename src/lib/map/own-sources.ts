import {
	addProtocol,
	type Map as GlMap,
	type MapGeoJSONFeature,
	type PointLike
} from 'maplibre-gl';
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

async function tileAt({ url }: { url: string }): Promise<{ data: ArrayBuffer }> {
	const [id, , ...at] = url.slice(`${OWN_SCHEME}://`.length).split('/');
	const [z = 0, x = 0, y = 0] = at.map(Number);
	const source = [...inUse].flatMap(({ wanted }) => wanted).find((one) => one.id === id);
	return { data: (await source?.tile(z, x, y)) ?? new ArrayBuffer(0) };
}

/** The reader's own files on a map: below the names, above all else that the map itself draws. */
export class OwnSources {
	readonly #map: GlMap;
	#shown: readonly OwnSource[] = [];
	wanted: readonly OwnSource[] = [];

	constructor(map: GlMap) {
		this.#map = map;
		addProtocol(OWN_SCHEME, tileAt);
		inUse.add(this);
	}

	/** Its map is no more. */
	end(): void {
		inUse.delete(this);
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
		const before = map.getLayersOrder().find((id) => map.getLayer(id)?.type === 'symbol');
		for (const { id, source, layers } of this.wanted) {
			if (!map.getSource(id)) map.addSource(id, source);
			for (const layer of layers) if (!map.getLayer(layer.id)) map.addLayer(layer, before);
		}
		this.#shown = this.wanted;
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
