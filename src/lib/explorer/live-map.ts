import type { Feature } from 'geojson';
import type { Camera } from '../geo/camera';
import { AtlasMap, type MapEvents, type ScreenPoint } from '../map/atlas-map';
import type { BaseTiles } from '../map/base-archive';
import type { Colour, Drawing, DrawingEvents } from '../map/drawing';
import type { Gestures, MapDriver } from '../map/driver';
import type { Found } from '../map/pick';
import { styleAssets } from '../map/map-assets';
import type { Ground } from '../style/ground';
import { outsideSource, type OutsideLayer } from '../style/outside';
import { withOverlay } from '../style/overlay';
import { ownSource, type OwnLayer } from '../style/own';
import type { Palette } from '../style/palette';
import { globalState, type Followed } from '../style/state';
import { declarations, lineColours, style } from '../style/style';
import type { ShapeKind } from '../view/measure';
import type { Explorer } from './explorer.svelte';

interface Options {
	container: HTMLElement;
	overlay: HTMLElement;
	palette: Palette;
	/** Stands in for the atlas's own, if there is one. */
	ground: Ground | null;
	baseTiles: BaseTiles;
	camera: Camera;
	maxZoom: number;
	gestures: Gestures;
	events: MapEvents;
}

/** The GL map as the explorer uses it. */
export interface LiveMap extends MapDriver {
	setPalette(palette: Palette): void;
	setGround(ground: Ground | null): void;
	show(followed: Followed): void;
	setHover(site: string | null): void;
	setOverlay(features: readonly Feature[]): void;
	draw(kind: ShapeKind, events: DrawingEvents): Promise<Drawing>;
	/** Shows these of the reader's own files, and no others. */
	showOwn(layers: readonly OwnLayer[]): void;
	/** Shows these layers from other addresses, bottom first, and no others. */
	showOutside(layers: readonly OutsideLayer[]): void;
	/** Follows another map at once. */
	jumpTo(camera: Camera): void;
	/** What lies at a point of the map, in pixels, but for the marks. */
	foundAt(point: ScreenPoint): Found;
	/** Opens a map like this one in another element: it takes no gestures and tells nothing. */
	openLike(container: HTMLElement): LiveMap;
}

/** Pixels around the middle of a mark in which something may lie under it. */
const MARK_REACH = 8;

const SILENT: MapEvents = {
	pick() {},
	hover() {},
	rest() {},
	move() {},
	ready() {},
	fail(source, message) {
		console.error(source, message);
	}
};

/**
 * Opens the GL map of an explorer. This module holds all that only the GL map needs, so that the
 * page can load it after its first paint. Throws where there is no WebGL2.
 */
export function openLiveMap(
	explorer: Explorer,
	{ palette, ground: firstGround, container, ...rest }: Options
): LiveMap {
	const { atlas, names, lang, draft } = explorer;
	let colours = palette;
	let ground = firstGround;
	const map = new AtlasMap(container, {
		...rest,
		style: styleNow(),
		state: globalState({}),
		groundTiles: ground?.tiles ?? {},
		picks: pickLayers(),
		bounds: atlas.bounds
	});
	let own: readonly OwnLayer[] = [];
	let outside: readonly OutsideLayer[] = [];
	return {
		get camera() {
			return map.camera;
		},
		moveTo: (camera) => map.moveTo(camera),
		zoomBy: (steps) => map.zoomBy(steps),
		destroy: () => map.destroy(),
		setPalette(next) {
			colours = next;
			restyle();
		},
		setGround(next) {
			if (next === ground) return;
			ground = next;
			restyle();
		},
		show: (followed) => map.setState(globalState(followed)),
		setHover: (site) => map.setHover(site),
		setOverlay: (features) => map.setOverlay(features),
		draw: (kind, events) => map.draw(kind, colours.accent as Colour, events),
		showOwn(layers) {
			own = layers;
			map.setOwn(ownSources());
		},
		showOutside(layers) {
			outside = layers;
			map.setOwn(ownSources());
		},
		jumpTo: (camera) => map.jumpTo(camera),
		foundAt: (point) => map.foundAt(point, MARK_REACH),
		openLike: (other) =>
			openLiveMap(explorer, {
				...rest,
				container: other,
				overlay: document.createElement('div'),
				palette: colours,
				ground,
				camera: map.camera,
				gestures: 'none',
				events: SILENT
			})
	};

	function ownSources() {
		return [
			...outside.map((layer) => outsideSource(layer, colours)),
			...own.map((layer) => ownSource(layer, colours))
		];
	}

	function restyle() {
		map.setStyle(styleNow(), ownSources(), ground?.tiles ?? {});
	}

	function styleNow() {
		// The built font has the characters of the built atlas: the map draws others with the device's.
		const assets = draft ? { fonts: [] } : styleAssets();
		return withOverlay(style(atlas, names, colours, lang, assets, ground), colours);
	}

	function pickLayers() {
		const all = declarations({ palette, lang, lineColours: lineColours(atlas) });
		const layers = all.flatMap(({ pick, layer }) => (pick ? [[layer.id, pick] as const] : []));
		return { layers: new Map(layers), name: `name_${lang}` };
	}
}
