/**
 * What MapLibre's elements need of its style sheet, which is 8 kB, mostly for controls that this
 * map does not have. The canary is how MapLibre asks whether its style sheet is there.
 */
const RULES = `
	.maplibregl-map { overflow: hidden; -webkit-tap-highlight-color: transparent; }
	.maplibregl-canvas { position: absolute; left: 0; top: 0; }
	.maplibregl-canvas-container.maplibregl-interactive { cursor: grab; user-select: none; }
	.maplibregl-canvas-container.maplibregl-interactive:active { cursor: grabbing; }
	.maplibregl-touch-zoom-rotate, .maplibregl-touch-zoom-rotate .maplibregl-canvas { touch-action: pan-x pan-y; }
	.maplibregl-touch-drag-pan, .maplibregl-touch-drag-pan .maplibregl-canvas { touch-action: pinch-zoom; }
	.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan,
	.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan .maplibregl-canvas { touch-action: none; }
	.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures,
	.maplibregl-touch-zoom-rotate.maplibregl-touch-drag-pan.maplibregl-cooperative-gestures .maplibregl-canvas { touch-action: pan-x pan-y; }
	.maplibregl-cooperative-gesture-screen { display: none; }
	.maplibregl-boxzoom { position: absolute; top: 0; left: 0; border: 2px dotted currentcolor; }
	.maplibregl-control-container { display: none; }
	.maplibregl-canary { background-color: salmon; }
`;

let sheet: CSSStyleSheet | null = null;

/** Applies these rules to the page, once: with the map, so that they do not block the first paint. */
export function applyEngineStyles(): void {
	if (sheet) return;
	sheet = new CSSStyleSheet();
	sheet.replaceSync(RULES);
	document.adoptedStyleSheets.push(sheet);
}
