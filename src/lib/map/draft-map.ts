import {
	Map as GlMap,
	setWorkerUrl,
	type GeoJSONSource,
	type StyleSpecification
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection } from 'geojson';
import type { LngLat } from '../atlas/schema';
import type { Camera } from '../geo/camera';
import { roundPosition } from '../geo/round';
import { DRAFT_MARKS, MARK_IMAGE } from '../style/draft-style';
import type { Palette } from '../style/palette';
import { globalState } from '../style/state';
import type { AdjustingOptions } from './adjusting';
import { applyEngineStyles } from './engine-styles';
import { markImage } from './mark-image';

setWorkerUrl(workerUrl);

/** What the map of a draft tells. */
export interface DraftMapEvents {
	/** A site was clicked. */
	pick(site: string): void;
	/** The camera moves. */
	move(camera: Camera): void;
	/** Where the pointer is; `null`: not on the map. */
	point(at: LngLat | null): void;
	/** Whether all that it shows is drawn. */
	idle(isIdle: boolean): void;
	/** Something can't be drawn; the rest goes on. */
	fail(message: string): void;
}

/** What draws on the map: clicks and movements of the pointer are told to it. */
export interface DrawingHand {
	click(at: LngLat): void;
	/** `null`: the pointer is not on the map. */
	point(at: LngLat | null): void;
	/** The style is about to go, and with it layers of the hand's own. */
	end?(): void;
}

/** How a draft is drawn. */
export interface Look {
	style: StyleSpecification;
	palette: Palette;
}

/** Pixels around a click within which a site is meant. */
const REACH = 8;
const MOVE_MS = 500;
/** What a click on means a site. */
const PICKED = [DRAFT_MARKS, 'site-line', 'site-line-schematic', 'site-fill'];

/**
 * The live map of a draft: it is fed with GeoJSON by source and keeps nothing that is not in the
 * draft. The constructor throws where there is no WebGL2.
 */
export class DraftMap {
	readonly gl: GlMap;
	readonly #data = new Map<string, FeatureCollection>();
	#palette: Palette;
	#chosen: readonly string[] = [];
	#isStyled = false;
	/** While something is drawn, clicks are for it and choose nothing. */
	#hand: DrawingHand | null = null;

	constructor(container: HTMLElement, look: Look, camera: Camera, events: DraftMapEvents) {
		applyEngineStyles();
		this.#palette = look.palette;
		this.gl = new GlMap({
			container,
			style: look.style,
			...camera,
			maxZoom: 19,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
			doubleClickZoom: false,
			validateStyle: import.meta.env.DEV
		});
		this.gl.touchZoomRotate.disableRotation();
		this.gl.keyboard.disableRotation();
		this.gl.setMissingStyleImageResolver((name) => this.#addMark(name));
		this.#listen(events);
	}

	/** For another palette or other colours of lines. */
	setLook({ style, palette }: Look): void {
		this.#hand?.end?.();
		this.#palette = palette;
		this.#isStyled = false;
		this.gl.setStyle(style, { diff: false });
	}

	/** What a source of the style shows from now on; the same object as before costs nothing. */
	setData(source: string, data: FeatureCollection): void {
		if (this.#data.get(source) === data) return;
		this.#data.set(source, data);
		if (this.#isStyled) this.#fill(source, data);
	}

	/** Ids of the sites that are set off. */
	setChosen(sites: readonly string[]): void {
		this.#chosen = sites;
		if (this.#isStyled) this.#choose();
	}

	/** Clicks are for `hand` from now on; `null`: they choose sites. */
	setHand(hand: DrawingHand | null): void {
		this.#hand = hand;
		this.gl.getCanvas().style.cursor = hand ? 'crosshair' : '';
	}

	/**
	 * Lets the editor drag what there is.
	 *
	 * @returns takes the handles off the map
	 */
	async adjust(options: AdjustingOptions): Promise<() => void> {
		const { startAdjusting } = await import('./adjusting');
		return startAdjusting(this.gl, options);
	}

	get camera(): Camera {
		const { lng, lat } = this.gl.getCenter();
		return { center: [lng, lat], zoom: this.gl.getZoom() };
	}

	/** CSS pixels of the map. */
	get size(): { width: number; height: number } {
		const { clientWidth, clientHeight } = this.gl.getContainer();
		return { width: clientWidth, height: clientHeight };
	}

	moveTo(camera: Camera): void {
		this.gl.easeTo({ ...camera, duration: MOVE_MS });
	}

	zoomBy(steps: number): void {
		this.gl.zoomTo(this.gl.getZoom() + steps, { duration: MOVE_MS / 2 });
	}

	destroy(): void {
		this.#hand?.end?.();
		this.gl.remove();
	}

	#fill(id: string, data: FeatureCollection): void {
		// What fails is an error of the source, which the map reports.
		void this.gl.getSource<GeoJSONSource>(id)?.setData(data);
	}

	#choose(): void {
		for (const [name, value] of Object.entries(globalState({ chosen: this.#chosen })))
			if (name === 'chosen') this.gl.setGlobalStateProperty(name, value);
	}

	#addMark(name: string): void {
		const [kind, ...mark] = name.split('/');
		const made = kind === MARK_IMAGE ? markImage(mark, this.#palette) : null;
		if (made && !this.gl.hasImage(name))
			this.gl.addImage(name, made.image, { pixelRatio: made.pixelRatio });
	}

	#listen(events: DraftMapEvents): void {
		const { gl } = this;
		gl.on('style.load', () => {
			this.#isStyled = true;
			for (const [id, data] of this.#data) this.#fill(id, data);
			this.#choose();
		});
		// The layers of a hand go with the context: it ends while they can still be taken off.
		gl.getCanvas().addEventListener('webglcontextlost', () => this.#hand?.end?.(), true);
		gl.on('error', ({ error }) => events.fail(error.message));
		gl.on('idle', () => events.idle(true));
		gl.on('dataloading', () => events.idle(false));
		gl.on('movestart', () => events.idle(false));
		gl.on('move', () => events.move(this.camera));
		gl.on('mousemove', ({ point, lngLat }) => {
			const at = roundPosition(lngLat.toArray());
			events.point(at);
			if (this.#hand) return this.#hand.point(at);
			gl.getCanvas().style.cursor = this.#siteAt(point, 3) ? 'pointer' : '';
		});
		gl.on('mouseout', () => {
			events.point(null);
			this.#hand?.point(null);
		});
		gl.on('click', ({ point, lngLat }) => {
			if (this.#hand) return this.#hand.click(roundPosition(lngLat.toArray()));
			const site = this.#siteAt(point, REACH);
			if (site) events.pick(site);
		});
	}

	#siteAt({ x, y }: { x: number; y: number }, reach: number): string | null {
		const layers = PICKED.filter((id) => this.gl.getLayer(id));
		if (!this.#isStyled || layers.length === 0) return null;
		const found = this.gl.queryRenderedFeatures(
			[
				[x - reach, y - reach],
				[x + reach, y + reach]
			],
			{ layers }
		);
		const id: unknown = found[0]?.properties['id'];
		return typeof id === 'string' ? id : null;
	}
}
