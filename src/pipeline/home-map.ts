import type { Atlas, Lang } from '../lib/atlas/atlas';
import { CSS_PALETTE } from '../lib/style/css-palette';
import { namePlan } from '../lib/style/name-plan';
import { declarations, lineColours } from '../lib/style/style';
import {
	homeNames,
	homeSvg,
	homeWidths,
	namesMarkup,
	type HomeDrawing
} from '../lib/style/svg/home';
import { homeCss } from '../lib/style/svg/home-css';
import type { FeaturesOf } from '../lib/style/svg/shapes';
import { TOKENS } from '../lib/style/svg/token-palette';
import type { Files } from './write';

/** The map of the first paint: its ground and names as markup, and the style sheet of both. */
export function homeMap(features: Record<Lang, FeaturesOf>, atlas: Atlas): Files {
	const drawing = {
		zh: homeDrawing(features, atlas, 'zh'),
		en: homeDrawing(features, atlas, 'en')
	};
	const names = { zh: namesOf(drawing.zh, atlas, 'zh'), en: namesOf(drawing.en, atlas, 'en') };
	const ground = homeSvg(drawing.zh);
	const css = homeCss(atlas, atlas.sites, homeWidths(drawing.zh), names, CSS_PALETTE);
	return new Map([
		['home-map.css', `${css}\n`],
		...(['zh', 'en'] as const).map((lang): [string, string] => {
			const { ground: written, plan } = names[lang];
			return [`home-map.${lang}.html`, ground + namesMarkup(written, plan.ground)];
		})
	]);
}

function homeDrawing(features: Record<Lang, FeaturesOf>, atlas: Atlas, lang: Lang): HomeDrawing {
	return {
		declarations: declarations({ palette: TOKENS, lang, lineColours: lineColours(atlas) }),
		featuresOf: features[lang],
		bounds: atlas.bounds,
		palette: CSS_PALETTE
	};
}

function namesOf(drawing: HomeDrawing, { sites, bounds }: Atlas, lang: Lang) {
	const ground = homeNames(drawing);
	return { ground, plan: namePlan(sites, lang, bounds, ground) };
}
