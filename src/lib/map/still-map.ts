import type { Bounds } from '../atlas/schema';
import { limitCamera, panCamera, type Camera, type Size } from '../geo/camera';
import { fromWorld, toWorld, type Pixel } from '../geo/mercator';
import type { CameraEvents, Gestures, MapDriver } from './driver';

interface Options {
	/** The camera before the first movement; it changes with the size of the frame. */
	start: () => Camera;
	/** Nothing is shown beyond. */
	limits: Bounds;
	maxZoom: number;
	gestures: Gestures;
	events: CameraEvents;
}

/** Zoom levels for a notch of a mouse wheel. */
const WHEEL_STEP = 0.5;
/** A mouse that moved less than so many pixels has clicked, not dragged; a finger rolls. */
const CLICK_SLOP = { mouse: 4, touch: 10 };

interface Hold {
	id: number;
	from: Pixel;
	at: Pixel;
}

/**
 * Moves the drawn map by drag, wheel and buttons, where there is no GL map (yet). It draws
 * nothing: the drawing follows the camera that it reports.
 */
export class StillMap implements MapDriver {
	readonly #frame: HTMLElement;
	readonly #options: Options;
	readonly #listeners = new AbortController();
	#camera: Camera | null = null;
	#held: Hold | null = null;
	#hasDragged = false;

	/** @param frame what shows the map; gestures on it move the camera */
	constructor(frame: HTMLElement, options: Options) {
		this.#frame = frame;
		this.#options = options;
		if (options.gestures === 'none') return;
		const { signal } = this.#listeners;
		frame.addEventListener('pointerdown', (event) => this.#hold(event), { signal });
		frame.addEventListener('pointermove', (event) => this.#drag(event), { signal });
		for (const end of ['pointerup', 'pointercancel'] as const)
			frame.addEventListener(end, () => this.#release(), { signal });
		frame.addEventListener('click', (event) => this.#click(event), { signal, capture: true });
		frame.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
	}

	get camera(): Camera {
		return this.#camera ?? this.#options.start();
	}

	moveTo(camera: Camera): void {
		this.#set(camera);
		this.#options.events.rest(this.camera);
	}

	zoomBy(steps: number): void {
		const { center, zoom } = this.camera;
		this.moveTo({ center, zoom: zoom + steps });
	}

	destroy(): void {
		this.#listeners.abort();
	}

	#set({ center, zoom }: Camera): void {
		const { limits, maxZoom, events } = this.#options;
		this.#camera = limitCamera({ center, zoom: Math.min(zoom, maxZoom) }, this.#size(), limits);
		events.move(this.#camera);
	}

	#size(): Size {
		return { width: this.#frame.clientWidth, height: this.#frame.clientHeight };
	}

	#hold({ pointerId, pointerType, clientX, clientY, button, target }: PointerEvent): void {
		// One finger scrolls the page around.
		if (this.#options.gestures === 'cooperative' && pointerType === 'touch') return;
		if (button !== 0 || !(target instanceof Element) || target.closest('button, input, label'))
			return;
		this.#held = { id: pointerId, from: [clientX, clientY], at: [clientX, clientY] };
		this.#hasDragged = false;
	}

	#drag({ pointerId, pointerType, clientX, clientY, buttons }: PointerEvent): void {
		if (this.#held?.id !== pointerId) return;
		// Let go outside of the frame.
		if (buttons === 0) return this.#release();
		const { from, at } = this.#held;
		const slop = CLICK_SLOP[pointerType === 'touch' ? 'touch' : 'mouse'];
		this.#hasDragged ||= Math.hypot(clientX - from[0], clientY - from[1]) > slop;
		if (!this.#hasDragged) return;
		this.#held.at = [clientX, clientY];
		this.#set(panCamera(this.camera, [clientX - at[0], clientY - at[1]]));
	}

	#release(): void {
		if (this.#held && this.#hasDragged) this.#options.events.rest(this.camera);
		this.#held = null;
	}

	/** The mark under a dragging pointer moves along with it: letting go there chooses nothing. */
	#click(event: MouseEvent): void {
		if (!this.#hasDragged || event.detail === 0) return;
		this.#hasDragged = false;
		event.preventDefault();
		event.stopPropagation();
	}

	#wheel(event: WheelEvent): void {
		if (this.#options.gestures === 'cooperative' && !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		const { left, top, width, height } = this.#frame.getBoundingClientRect();
		const from: Pixel = [event.clientX - left - width / 2, event.clientY - top - height / 2];
		const { center, zoom } = this.camera;
		const next = zoom - Math.sign(event.deltaY) * WHEEL_STEP;
		// What is under the pointer stays there.
		const [x, y] = toWorld(center, zoom);
		const under = fromWorld([x + from[0], y + from[1]], zoom);
		const [ux, uy] = toWorld(under, next);
		this.moveTo({ center: fromWorld([ux - from[0], uy - from[1]], next), zoom: next });
	}
}
