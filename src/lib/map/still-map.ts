import type { Bounds } from '../atlas/schema';
import { limitCamera, panCamera, type Camera, type Size } from '../geo/camera';
import { fromWorld, toWorld, type Pixel } from '../geo/mercator';
import type { CameraEvents, MapDriver } from './driver';

interface Options {
	start: Camera;
	/** Nothing is shown beyond. */
	limits: Bounds;
	maxZoom: number;
	events: CameraEvents;
}

/** Zoom levels for a notch of a mouse wheel. */
const WHEEL_STEP = 0.5;

/**
 * Moves the drawn map by drag, wheel and buttons, where there is no GL map (yet). It draws
 * nothing: the drawing follows the camera that it reports.
 */
export class StillMap implements MapDriver {
	readonly #frame: HTMLElement;
	readonly #options: Options;
	readonly #listeners = new AbortController();
	#camera: Camera;
	#held: { id: number; at: Pixel } | null = null;

	/** @param frame what shows the map; gestures on it move the camera */
	constructor(frame: HTMLElement, options: Options) {
		this.#frame = frame;
		this.#options = options;
		this.#camera = options.start;
		const { signal } = this.#listeners;
		frame.addEventListener('pointerdown', (event) => this.#hold(event), { signal });
		frame.addEventListener('pointermove', (event) => this.#drag(event), { signal });
		for (const end of ['pointerup', 'pointercancel'] as const)
			frame.addEventListener(end, () => this.#release(), { signal });
		frame.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
	}

	get camera(): Camera {
		return this.#camera;
	}

	moveTo(camera: Camera): void {
		this.#set(camera);
		this.#options.events.rest(this.#camera);
	}

	zoomBy(steps: number): void {
		const { center, zoom } = this.#camera;
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

	#hold({ pointerId, clientX, clientY, button, target }: PointerEvent): void {
		if (button !== 0 || !(target instanceof Element) || target.closest('button, input, label'))
			return;
		this.#held = { id: pointerId, at: [clientX, clientY] };
	}

	#drag({ pointerId, clientX, clientY }: PointerEvent): void {
		if (this.#held?.id !== pointerId) return;
		const [x, y] = this.#held.at;
		this.#held.at = [clientX, clientY];
		this.#set(panCamera(this.#camera, [clientX - x, clientY - y]));
	}

	#release(): void {
		if (this.#held) this.#options.events.rest(this.#camera);
		this.#held = null;
	}

	#wheel(event: WheelEvent): void {
		event.preventDefault();
		const { left, top, width, height } = this.#frame.getBoundingClientRect();
		const from: Pixel = [event.clientX - left - width / 2, event.clientY - top - height / 2];
		const { center, zoom } = this.#camera;
		const next = zoom - Math.sign(event.deltaY) * WHEEL_STEP;
		// What is under the pointer stays there.
		const [x, y] = toWorld(center, zoom);
		const under = fromWorld([x + from[0], y + from[1]], zoom);
		const [ux, uy] = toWorld(under, next);
		this.moveTo({ center: fromWorld([ux - from[0], uy - from[1]], next), zoom: next });
	}
}
