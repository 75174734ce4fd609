import type { Map as GlMap } from 'maplibre-gl';

/**
 * Keeps a tap that chooses out of the engine's double taps. To the engine any two taps within half
 * a second and 30 pixels are one gesture, in which the second means nothing of its own; who taps
 * one mark and then its neighbour would choose nothing. Two taps on the empty map still zoom.
 *
 * @param chooses whether there is something to choose at a touch
 */
export function keepTapsThatChoose(map: GlMap, chooses: (touch: Touch) => boolean): void {
	const container = map.getCanvasContainer();
	let didChoose = false;
	container.addEventListener(
		'touchstart',
		({ touches: [touch, second] }) => {
			if (!touch || second) return;
			const isMeant = chooses(touch);
			if (isMeant || didChoose) forgetTap(map);
			didChoose = isMeant;
		},
		{ capture: true, passive: true }
	);
	// The browser has a double click of its own; on a mark it would choose and zoom at once.
	container.addEventListener('dblclick', (event) => isOnLink(event) && event.stopPropagation(), {
		capture: true
	});
}

/** The links over the map answer for themselves. */
export function isOnLink({ target }: { target: EventTarget | null }): boolean {
	return target instanceof Element && target.closest('a') !== null;
}

/** A handler that is switched off forgets what it has seen so far. */
function forgetTap({ doubleClickZoom, touchZoomRotate }: GlMap): void {
	for (const handler of [doubleClickZoom, touchZoomRotate]) {
		if (!handler.isEnabled()) continue;
		handler.disable();
		handler.enable();
	}
}
