import type { Atlas, Lang } from '../lib/atlas/atlas';
import type { Camera } from '../lib/geo/camera';
import type { Palette } from '../lib/style/palette';
import { globalState } from '../lib/style/state';
import { declarations, lineColours } from '../lib/style/style';
import { drawGround, drawMap, type Drawing } from '../lib/style/svg/drawing';
import { featuresIn } from '../lib/style/svg/features-in';
import type { FeaturesOf } from '../lib/style/svg/shapes';
import { TOKENS } from '../lib/style/svg/token-palette';
import { baseLayers } from '../lib/compile/base-layers';
import { briefLayers } from '../lib/compile/large-layers';
import type { SourceData } from '../lib/source/types';

/** One map to be drawn. */
export interface MapDrawing {
	lang: Lang;
	camera: Camera;
	/** CSS pixels. */
	width: number;
	height: number;
	/** Ids of the sites with a ring. */
	chosen: readonly string[];
	palette: Palette;
	/** Where the mark of a site leads; without it marks are only drawn. */
	href?: (site: string) => string;
}

/** The features of the map's sources in each language; of large layers the most important ones. */
export function mapFeatures(data: SourceData, atlas: Atlas): Record<Lang, FeaturesOf> {
	const base = new Map(
		baseLayers(briefLayers(data.layers), data.lines).map(({ id, features }) => [id, features])
	);
	const inLanguage = (lang: Lang) => featuresIn(lang, atlas, (layer) => base.get(layer));
	return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/**
 * Draws maps of an atlas without a map engine; see `drawMap`. What has no words is most of the
 * work, so it is kept for a drawing that differs in the language only.
 */
export function mapDrawer(
	features: Record<Lang, FeaturesOf>,
	atlas: Atlas
): (drawing: MapDrawing) => string {
	let last = { key: '', ground: '' };
	return ({ lang, camera, width, height, chosen, palette, href }) => {
		const drawing: Drawing = {
			declarations: declarations({ palette: TOKENS, lang, lineColours: lineColours(atlas) }),
			featuresOf: features[lang],
			sites: atlas.sites,
			limits: atlas.bounds,
			lang,
			camera,
			size: { width, height },
			state: globalState({ chosen }),
			chosen,
			palette,
			...(href && { href })
		};
		const key = JSON.stringify([camera, width, height, chosen, palette]);
		if (key !== last.key) last = { key, ground: drawGround(drawing) };
		return drawMap(drawing, last.ground);
	};
}
