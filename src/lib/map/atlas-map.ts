import {
	addProtocol,
	Map as GlMap,
	setWorkerUrl,
	type ErrorEvent,
	type GeoJSONSource,
	type MapGeoJSONFeature,
	type MapMouseEvent,
	type PointLike,
	type StyleSpecification
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Feature } from 'geojson';
import type { Bounds } from '../atlas/schema';
import { STATUSES } from '../atlas/terms';
import type { Camera } from '../geo/camera';
import { BASE_TILES, GROUND_KINDS, SOURCES, type GroundKind } from '../style/declaration';
import { isOutside, type GiveTile } from '../style/given-tiles';
import { OVERLAY_SOURCE } from '../style/overlay';
import type { OwnSource } from '../style/own';
import type { State } from '../style/state';
import { roomSize } from '../style/room-image';
import type { ShapeKind } from '../view/measure';
import type { BaseTiles } from './base-archive';
import type { Colour, Drawing, DrawingEvents } from './drawing';
import type { CameraEvents, Gestures, MapDriver } from './driver';
import { applyEngineStyles } from './engine-styles';
import { OwnSources, type OwnHit } from './own-sources';
import { pickSites, type Found, type GroundHit, type Hit } from './pick';
import { isOnLink, keepTapsThatChoose } from './taps-that-choose';

setWorkerUrl(workerUrl);

/** Pixels from the container's top left corner. */
export interface ScreenPoint {
	x: number;
	y: number;
}

/** What lies under the pointer. */
export interface Hover {
	site: string | null;
	/** Name of a station, where no site is. */
	station: string | null;
	/** Feature of an own file, where nothing else is. */
	own: OwnHit | null;
	point: ScreenPoint;
}

/** What the map tells; it is never asked for truth. */
export interface MapEvents extends CameraEvents {
	/** What lies under a click, which may be nothing; of sites only lines and areas. */
	pick(found: Found, point: ScreenPoint): void;
	hover(hover: Hover): void;
	/** All that it shows is drawn, and no source failed. */
	ready(): void;
	/** A source or the drawing itself failed; the rest goes on. */
	fail(source: string | null, message: string): void;
}

export interface MapOptions {
	style: StyleSpecification;
	/** What the style was made with. */
	state: State;
	baseTiles: BaseTiles;
	/** Who gives the tiles of the sources of another ground. */
	groundTiles: Readonly<Record<string, GiveTile>>;
	/** What a click on layers of the style is on, by their ids, and the property with its name. */
	picks: { layers: ReadonlyMap<string, 'site' | GroundKind>; name: string };
	bounds: Bounds;
	maxZoom: number;
	camera: Camera;
	gestures: Gestures;
	/** Lies over the canvas and lets gestures through to the map. */
	overlay: HTMLElement;
	events: MapEvents;
}

/** Reach of a finger and of a mouse, in pixels. */
const REACH = { touch: 22, mouse: 5 };
const MOVE_MS = 700;
const ZOOM_MS = 250;

/**
 * The GL map: it is fed with a style, global state and a camera, and reports picks and camera.
 * The constructor throws where there is no WebGL2.
 */
export class AtlasMap implements MapDriver {
	readonly #map: GlMap;
	readonly #options: MapOptions;
	readonly #own: OwnSources;
	#hovered: string | null = null;
	#failed = false;
	/** MapLibre takes no state before its style is there: kept until then. */
	#isStyled = false;
	#isLost = false;
	#overlay: readonly Feature[] = [];
	/** While the reader draws, clicks set corners and mean nothing else. */
	#drawing: Drawing | null = null;
	#wanted: State = {};
	#state: State;
	/** Whether the present movement is one to report: the reader's or a choice's. */
	#moved = false;
	/** Zoom that the buttons are on the way to. */
	#zoomsTo: number | null = null;

	constructor(container: HTMLElement, options: MapOptions) {
		this.#options = options;
		this.#state = options.state;
		applyEngineStyles();
		serveBaseTiles(options.baseTiles);
		const { camera, bounds, maxZoom, gestures } = options;
		this.#map = new GlMap({
			container,
			style: options.style,
			center: camera.center,
			zoom: camera.zoom,
			maxBounds: bounds,
			maxZoom,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
			// Unit tests validate every style that there is.
			validateStyle: import.meta.env.DEV,
			interactive: gestures !== 'none',
			cooperativeGestures: gestures === 'cooperative',
			// The overlay of sites has its own keys; the canvas is not a stop of its own.
			keyboard: false
		});
		this.#own = new OwnSources(this.#map);
		this.#own.ground = options.groundTiles;
		this.#map.touchZoomRotate.disableRotation();
		quiet(this.#map.getCanvas());
		adopt(this.#map.getCanvasContainer(), options.overlay);
		this.#listen();
	}

	/**
	 * For another palette, in which own sources come along, or another ground.
	 *
	 * @param ground who gives the tiles of its sources
	 */
	setStyle(
		style: StyleSpecification,
		own: readonly OwnSource[],
		ground: Readonly<Record<string, GiveTile>>
	): void {
		// Its layers are not part of any style.
		this.#drawing?.stop();
		// A style takes away what is not part of it, and loads with the own files that are wanted.
		this.#own.wanted = own;
		this.#own.ground = ground;
		this.#map.setStyle(style, { diff: true });
		if (this.#isStyled) this.#fillOverlay();
	}

	/** Shows what a tool has worked out, instead of what was shown so before. */
	setOverlay(features: readonly Feature[]): void {
		if (features === this.#overlay) return;
		this.#overlay = features;
		if (this.#isStyled) this.#fillOverlay();
	}

	/** Lets the reader draw, instead of what is being drawn. */
	async draw(kind: ShapeKind, colour: Colour, events: DrawingEvents): Promise<Drawing> {
		const { startDrawing } = await import('./drawing');
		if (!this.#isStyled) await this.#map.once('style.load');
		this.#drawing?.stop();
		const { overlay, events: own } = this.#options;
		own.hover({ site: null, station: null, own: null, point: { x: 0, y: 0 } });
		overlay.toggleAttribute('data-drawing', true);
		const drawing = startDrawing(this.#map, {
			kind,
			colour,
			corners: (corners) => events.corners(corners),
			over: () => {
				overlay.removeAttribute('data-drawing');
				this.#drawing = null;
				events.over();
			}
		});
		return (this.#drawing = drawing);
	}

	/** The reader's own files and layers from other addresses: these and no others. */
	setOwn(sources: readonly OwnSource[]): void {
		this.#own.wanted = sources;
		if (this.#isStyled) this.#own.show();
	}

	/** Toggles and choice. */
	setState(state: State): void {
		this.#wanted = state;
		if (this.#isStyled) this.#applyState();
	}

	get camera(): Camera {
		const { lng, lat } = this.#map.getCenter();
		return { center: [lng, lat], zoom: this.#map.getZoom() };
	}

	moveTo({ center, zoom }: Camera): void {
		this.#move(() => this.#map.easeTo({ center, zoom, duration: this.#lasting(MOVE_MS) }));
	}

	/** Follows another map, which reports the movement. */
	jumpTo({ center, zoom }: Camera): void {
		this.#map.jumpTo({ center, zoom });
	}

	/** From where a zoom that is under way will end: quick presses all count. */
	zoomBy(steps: number): void {
		const zoom = Math.min((this.#zoomsTo ?? this.#map.getZoom()) + steps, this.#options.maxZoom);
		this.#move(() => this.#map.zoomTo(zoom, { duration: this.#lasting(ZOOM_MS) }));
		// The end of a movement forgets it, also of that which this one has cut short.
		if (this.#map.isMoving()) this.#zoomsTo = zoom;
	}

	/** Marks a site as pointed at, from the map or from a list. */
	setHover(site: string | null): void {
		if (this.#hovered === site) return;
		if (this.#hovered) this.#setHoverState(this.#hovered, false);
		if (site) this.#setHoverState(site, true);
		this.#hovered = site;
	}

	/** What lies within so many pixels of a point, but for the marks, which are not the map's. */
	foundAt(point: ScreenPoint, reach: number): Found {
		const box = around(point, reach);
		const ground = GROUND_KINDS.flatMap((kind) => this.#groundIn(box, kind));
		return {
			sites: this.#sitesIn(box),
			own: this.#own.hitsAt(point, box),
			ground: ground.filter(
				(hit, i) =>
					ground.findIndex(({ kind, name }) => kind === hit.kind && name === hit.name) === i
			)
		};
	}

	destroy(): void {
		this.#drawing?.stop();
		this.#own.end();
		this.#map.remove();
	}

	#fillOverlay(): void {
		const source = this.#map.getSource<GeoJSONSource>(OVERLAY_SOURCE);
		// What fails is an error of the source, which the map reports.
		void source?.setData({ type: 'FeatureCollection', features: [...this.#overlay] });
	}

	/** Only what changed: each property makes the layers that read it anew. */
	#applyState(): void {
		for (const [key, value] of Object.entries(this.#wanted)) {
			if (JSON.stringify(value) === JSON.stringify(this.#state[key])) continue;
			this.#map.setGlobalStateProperty(key, value);
		}
		this.#state = this.#wanted;
	}

	/** A movement that ends at once reports before `#moved` is set, one that lasts after. */
	#move(start: () => unknown): void {
		this.#moved = true;
		start();
		this.#moved = true;
	}

	/** Without a context no frame is drawn in which a ride could go on: the camera jumps. */
	#lasting(duration: number): number {
		return this.#isLost ? 0 : duration;
	}

	#setHoverState(id: string, hover: boolean): void {
		if (this.#isStyled) this.#map.setFeatureState({ source: SOURCES.sites, id }, { hover });
	}

	#listen(): void {
		const map = this.#map;
		const { events } = this.#options;
		map.setMissingStyleImageResolver((name) => this.#addRoom(name));
		map.on('style.load', () => {
			this.#isStyled = true;
			this.#applyState();
			if (this.#overlay.length > 0) this.#fillOverlay();
			this.#own.show();
		});
		// Who gives the tiles of other addresses tells what failed; the map goes on without them.
		map.on('error', (event: ErrorEvent & { sourceId?: string }) => {
			if (!isOutside(event.sourceId)) this.#fail(event);
		});
		const drawn = () => !this.#failed && events.ready();
		drawOnlyWhenLoaded(map);
		map.once('idle', drawn);
		map.on('webglcontextlost', () => {
			// The style goes with the context, and with it what was set on it.
			this.#isLost = true;
			this.#isStyled = false;
			this.#state = {};
			map.off('idle', drawn);
			events.fail(null, 'The browser took the WebGL context away.');
		});
		// A phone takes the context away in the background and gives it back later.
		map.on('webglcontextrestored', () => {
			this.#isLost = false;
			map.once('idle', drawn);
		});
		map.on('move', () => events.move(this.camera));
		// A turn of the wheel does not name itself as the cause of what it moves.
		map.on('wheel', () => (this.#moved = true));
		map.on('movestart', ({ originalEvent }) => {
			if (originalEvent) this.#moved = true;
		});
		map.on('moveend', () => {
			this.#zoomsTo = null;
			if (this.#moved) events.rest(this.camera);
			this.#moved = false;
		});
		map.on('click', (event) => {
			if (this.#drawing) return;
			if (isOnLink(event.originalEvent)) return;
			events.pick(this.foundAt(event.point, reachOf(event.originalEvent)), event.point);
		});
		keepTapsThatChoose(map, (touch) => isOnLink(touch) || this.#isLineAt(touch));
		map.on('mousemove', (event) => this.#hover(event));
		map.on('mouseout', () => {
			events.hover({ site: null, station: null, own: null, point: { x: 0, y: 0 } });
		});
	}

	#fail(event: ErrorEvent & { sourceId?: string }): void {
		this.#failed = true;
		this.#options.events.fail(event.sourceId ?? null, event.error.message);
	}

	#addRoom(name: string): void {
		const size = roomSize(name);
		if (!size || this.#map.hasImage(name)) return;
		this.#map.addImage(name, { ...size, data: new Uint8Array(size.width * size.height * 4) });
	}

	#sitesIn(box: Box): Hit[] {
		return this.#featuresIn(box, 'site').flatMap((feature) => hitOf(feature) ?? []);
	}

	/** Whether a touch is on a line or a small feature; an area may fill the map, which is zoomed too. */
	#isLineAt({ clientX, clientY }: Touch): boolean {
		if (!this.#isStyled || this.#drawing) return false;
		const { left, top } = this.#map.getCanvas().getBoundingClientRect();
		const point = { x: clientX - left, y: clientY - top };
		const box = around(point, REACH.touch);
		return (
			this.#sitesIn(box).some(({ kind }) => kind === 'line') ||
			this.#own.hitsAt(point, box).some(({ isSmall }) => isSmall)
		);
	}

	#groundIn(box: Box, kind: GroundKind): GroundHit[] {
		const { name } = this.#options.picks;
		return this.#featuresIn(box, kind).flatMap((feature) => groundHitOf(feature, kind, name) ?? []);
	}

	#featuresIn(box: Box, pick: 'site' | GroundKind): MapGeoJSONFeature[] {
		// Another ground has no roads of ours.
		const layers = [...this.#options.picks.layers].flatMap(([id, one]) =>
			one === pick && this.#map.getLayer(id) ? [id] : []
		);
		return layers.length > 0 ? this.#map.queryRenderedFeatures(box, { layers }) : [];
	}

	#hover({ point }: MapMouseEvent): void {
		if (this.#drawing) return;
		// With each move of the pointer: no more is looked for than is told.
		const box = around(point, REACH.mouse);
		const [site = null] = pickSites(this.#sitesIn(box));
		const [own = null] = site ? [] : this.#own.hitsAt(point, box);
		const [station] = site || own ? [] : this.#groundIn(box, 'station');
		this.#map.getCanvas().style.cursor = site || own ? 'pointer' : '';
		this.#options.events.hover({ site, station: station?.name ?? null, own, point });
	}
}

/**
 * Lets the map draw first when all that it shows is there: nobody sees it before, and each step of
 * its start would cost a frame.
 */
function drawOnlyWhenLoaded(map: GlMap): void {
	const { painter } = map;
	const draw = painter.render.bind(painter);
	painter.render = (...frame) => {
		if (!map.areTilesLoaded() || !map.isStyleLoaded()) return;
		painter.render = draw;
		draw(...frame);
	};
}

function groundHitOf(
	{ properties }: MapGeoJSONFeature,
	kind: GroundKind,
	nameOf: string
): GroundHit | null {
	const { [nameOf]: name, since, status } = properties as Record<string, unknown>;
	if (typeof name !== 'string') return null;
	return {
		kind,
		name,
		since: typeof since === 'number' ? Math.floor(since / 10_000) : null,
		status: STATUSES.find((one) => one === status) ?? null
	};
}

function hitOf({ properties, layer }: MapGeoJSONFeature): Hit | null {
	const id: unknown = properties['id'];
	if (typeof id !== 'string') return null;
	return { id, kind: layer.type === 'fill' ? 'fill' : 'line', distance: 0 };
}

/** The page names the map and its sites; the canvas would be a second region, always in English. */
function quiet(canvas: HTMLCanvasElement): void {
	canvas.tabIndex = -1;
	for (const name of ['role', 'aria-label']) canvas.removeAttribute(name);
	canvas.ariaHidden = 'true';
}

/** Puts the overlay over the canvas; what has the focus keeps it. */
function adopt(container: HTMLElement, overlay: HTMLElement): void {
	const focused = overlay.contains(document.activeElement) ? document.activeElement : null;
	container.append(overlay);
	if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

type Box = [PointLike, PointLike];

function around({ x, y }: ScreenPoint, reach: number): Box {
	return [
		[x - reach, y - reach],
		[x + reach, y + reach]
	];
}

function reachOf(event: MouseEvent): number {
	return event instanceof PointerEvent && event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
}

/** A tile that rejects is an error of its source to MapLibre. */
function serveBaseTiles(tiles: BaseTiles): void {
	const [protocol = ''] = BASE_TILES.split(':');
	addProtocol(protocol, async ({ url }) => {
		const [z = 0, x = 0, y = 0] = url.split('/').slice(-3).map(Number);
		return { data: await tiles.tile(z, x, y) };
	});
}
