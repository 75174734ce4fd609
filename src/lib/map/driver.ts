import type { Camera } from '../geo/camera';

/** What moves the map: gestures on the drawing until the GL map is there, then the GL map. */
export interface MapDriver {
	readonly camera: Camera;
	/** Moves to a camera that is within the limits. */
	moveTo(camera: Camera): void;
	zoomBy(steps: number): void;
	destroy(): void;
}

/**
 * What the reader's hand may move: all; what leaves scrolling to the page around (the mouse drags,
 * two fingers move, Ctrl or ⌘ and the wheel zoom); or nothing.
 */
export type Gestures = 'full' | 'cooperative' | 'none';

/** What a driver tells of its camera. */
export interface CameraEvents {
	/** The camera moves: what stands over the map has to follow. */
	move(camera: Camera): void;
	/** The camera came to rest after the reader or a choice moved it. */
	rest(camera: Camera): void;
}
