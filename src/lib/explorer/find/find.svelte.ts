import type { Component } from 'svelte';
import stations from '$built/stations.json';
import type { Station } from '../../atlas/atlas';
import type { LngLat } from '../../atlas/schema';
import { unionBounds } from '../../geo/bounds';
import { positionsOf } from '../../geo/parts';
import { circle } from '../../geo/circle';
import type { Camera } from '../../geo/camera';
import { toWgs84 } from '../../geo/datum';
import { neighbourhood, type Neighbourhood } from '../../near/nearby';
import { nearestStations, type NearStations } from '../../measure/nearest-stations';
import { PassageSearcher, type FoundPassage } from '../../search/passages';
import { Searcher, type Found } from '../../search/searcher';
import { byKey, keyOf, type SearchEntry, type SearchIndex } from '../../search/search-index';
import type { Reach } from '../../view/filter';
import type { Explorer } from '../explorer.svelte';
import { locate, type Location, type NoLocation } from './locate';
import { Recent } from './recent.svelte';

/** Kilometres. */
export const REACHES = [1, 3, 5] as const;

/** What shows the place on the map, and lets the reader point at one. */
export type OnMap = Component<{ find: Find; frame: HTMLElement; camera: Camera | null }>;

/** Around what the reader looks. */
export interface Spot {
	at: LngLat;
	/** Metres around it. */
	error: number;
	/** `null`: a place that was pointed at, or that a link names. */
	name: string | null;
	/** Whether it is where the reader is. */
	isHere: boolean;
}

/** The reader's own place: it stays in this object, and out of links. */
type Own = { pointed: LngLat } | { located: Location };

/** What the reader looks for, by words or by a place. */
export class Find {
	readonly #explorer: Explorer;
	readonly #searcher: Searcher;
	readonly #passages: PassageSearcher;
	readonly #entries: ReadonlyMap<string, SearchEntry>;
	/** What may be typed, to show how. */
	readonly examples: readonly string[];
	readonly recent: Recent;
	readonly showOnMap: OnMap;
	/** What is looked for; never half a word that is being composed. */
	query = $state('');
	/** The line, road or name of the ground that was chosen last. */
	chosen = $state.raw<SearchEntry | null>(null);
	own = $state.raw<Own | null>(null);
	/** Whether the browser gives positions in the datum of Chinese maps, against its specification. */
	isShifted = $state(false);
	/** Whether the next tap on the map is the place. */
	isPointing = $state(false);
	located = $state<'idle' | 'asking' | NoLocation>('idle');
	#metres = $state(3000);

	constructor(explorer: Explorer, index: SearchIndex, showOnMap: OnMap) {
		this.#explorer = explorer;
		this.#searcher = new Searcher(index, explorer.lang);
		this.#passages = new PassageSearcher(explorer.article.sections);
		this.#entries = byKey(index);
		this.examples = index.examples;
		this.recent = new Recent(this.#entries);
		this.showOnMap = showOnMap;
	}

	readonly found: readonly Found[] = $derived.by(() => this.#searcher.find(this.query));
	readonly passages: readonly FoundPassage[] = $derived.by(() =>
		this.#passages.find(this.#searcher.fold(this.query))
	);

	get metres(): number {
		return this.#explorer.view.around?.metres ?? this.#metres;
	}

	/** Around what is looked; `null`: nothing. */
	readonly spot: Spot | null = $derived.by(() => this.#ownSpot() ?? this.#linkedSpot());
	readonly around: Neighbourhood | null = $derived.by(
		() =>
			this.spot &&
			neighbourhood(this.spot, { sites: this.#explorer.atlas.sites, stations }, this.metres)
	);
	readonly stations: NearStations | null = $derived.by(
		() =>
			this.spot &&
			nearestStations(
				{
					geometry: { type: 'Point', coordinates: this.spot.at },
					location: { accuracy: this.spot.error }
				},
				stations
			)
	);

	stationOf(id: string): Station | undefined {
		return stations.find((station) => station.id === id);
	}

	entryOf(kind: SearchEntry['kind'], id: string): SearchEntry | undefined {
		return this.#entries.get(keyOf({ kind, id }));
	}

	/** Goes to what was found; a site opens its card, another place shows what is near. */
	choose(entry: SearchEntry): void {
		this.recent.add(entry);
		this.chosen = entry;
		if (entry.kind === 'site') return this.#explorer.chooseSite(entry.id, undefined, 'find');
		const at = entry.at ?? this.stationOf(entry.id)?.position;
		if (entry.kind !== 'line' && at)
			return this.lookAround(
				entry.kind === 'station' ? { station: entry.id } : { at },
				entry.bounds
			);
		if (entry.bounds) this.#explorer.aim = { bounds: entry.bounds, maxZoom: MAX_ZOOM };
	}

	/** Looks around a place that a link may name. */
	lookAround(origin: Reach['origin'], bounds = undefined as SearchEntry['bounds']): void {
		const { metres } = this;
		this.own = null;
		this.#explorer.change({ around: { origin, metres } });
		this.#aim(bounds);
	}

	/** Asks the browser where the reader is. */
	async lookAroundHere(): Promise<void> {
		this.located = 'asking';
		const location = await locate();
		if (typeof location === 'string') {
			this.located = location;
			return;
		}
		this.located = 'idle';
		this.#take({ located: location });
	}

	/** Looks around a position that was pointed at. */
	point(at: LngLat): void {
		this.isPointing = false;
		this.#take({ pointed: at });
	}

	setMetres(metres: number): void {
		this.#metres = metres;
		const { around } = this.#explorer.view;
		if (around) this.#explorer.change({ around: { ...around, metres } });
		this.#aim();
	}

	setShifted(isShifted: boolean): void {
		this.isShifted = isShifted;
		this.#aim();
	}

	/** What only this page knew is in the link from here on, because the reader says so. */
	putIntoLink(): void {
		const spot = this.#ownSpot();
		if (!spot) return;
		const { metres } = this;
		this.own = null;
		this.chosen = null;
		const [lng, lat] = spot.at.map((degrees) => Number(degrees.toFixed(5)));
		this.#explorer.change({ around: { origin: { at: [lng ?? 0, lat ?? 0] }, metres } });
	}

	/** Looks around no place. */
	leave(): void {
		const wasOwn = this.own !== null;
		this.own = this.chosen = null;
		this.#explorer.change({ around: null });
		// The camera that shows the reader's place is not to come into the link by the next step.
		if (wasOwn) this.#explorer.showHome();
	}

	#take(own: Own): void {
		this.#metres = this.metres;
		this.chosen = null;
		this.own = own;
		this.#explorer.change({ around: null });
		this.#explorer.forgetCamera();
		this.#aim();
	}

	#ownSpot(): Spot | null {
		if (!this.own) return null;
		if ('pointed' in this.own) return { at: this.own.pointed, error: 0, name: null, isHere: false };
		const { at, error } = this.own.located;
		return { at: this.isShifted ? toWgs84(at, 'GCJ-02') : at, error, name: null, isHere: true };
	}

	#linkedSpot(): Spot | null {
		const { around } = this.#explorer.view;
		if (!around) return null;
		const { origin } = around;
		const { lang } = this.#explorer;
		if ('at' in origin) {
			const isChosen = this.chosen?.at && this.chosen.at.join() === origin.at.join();
			const name = (isChosen && this.chosen?.name[lang]) || null;
			return { at: origin.at, error: 0, name, isHere: false };
		}
		if ('station' in origin) {
			const station = this.stationOf(origin.station);
			if (!station?.position) return null;
			const { position: at, accuracy, name } = station;
			return { at, error: accuracy ?? 0, name: name[lang], isHere: false };
		}
		const site = this.#explorer.siteOf(origin.site);
		if (!site?.anchor) return null;
		const { anchor: at, name, location } = site;
		return { at, error: location.accuracy ?? 0, name: name[lang], isHere: false };
	}

	#aim(bounds = undefined as SearchEntry['bounds']): void {
		const { spot } = this;
		if (!spot || this.isOutside) return;
		const ring = positionsOf(circle(spot.at, this.metres)) as LngLat[];
		const reach = unionBounds(ring.map(([lng, lat]) => [lng, lat, lng, lat]));
		this.#explorer.aim = { bounds: bounds ?? reach, maxZoom: MAX_ZOOM };
	}

	/** Whether the place lies beyond what the map shows. */
	get isOutside(): boolean {
		const [west, south, east, north] = this.#explorer.atlas.bounds;
		if (!this.spot) return false;
		const [lng, lat] = this.spot.at;
		return lng < west || lng > east || lat < south || lat > north;
	}
}

const MAX_ZOOM = 15;
