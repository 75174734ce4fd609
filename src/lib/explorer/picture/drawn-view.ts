import type { Lang } from '../../atlas/atlas';
import type { Brief, SiteBrief } from '../../atlas/brief';
import type { Ground } from '../../atlas/map-data';
import { seenBounds, type Camera, type Size } from '../../geo/camera';
import type { Shown } from '../../shown/shown';
import { LIGHT } from '../../style/palette';
import { globalState } from '../../style/state';
import { declarations, lineColours, withSwitch } from '../../style/style';
import { drawMap } from '../../style/svg/drawing';
import { featuresIn } from '../../style/svg/features-in';
import { TOKENS } from '../../style/svg/token-palette';
import type { View } from '../../view/view';
import { pictureCamera } from './camera';

/** Font families of what is drawn for paper: no style sheet of the page reaches it. */
export const FONTS: Record<Lang, string> = {
	zh: "'PingFang SC','HarmonyOS Sans SC',MiSans,'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif",
	en: "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif"
};

/** A view as it is drawn for paper. */
export interface DrawnView {
	atlas: Brief;
	/** Of the words, whatever language the page has. */
	lang: Lang;
	/** Its camera, layers and choice are shown. */
	view: View;
	/** The sites that have a ring. */
	chosen: readonly SiteBrief[];
	/** What the view's day and filter show; `null`: everything, at present. */
	shown: Shown | null;
	/** Size of the map on the screen, CSS pixels. */
	screen: Size;
}

/** Where a drawing of a view looks. @param size pixels of the drawing */
export function cameraOf({ atlas, view, chosen, screen }: DrawnView, size: Size): Camera {
	const extents = chosen.map(({ bounds }) => bounds);
	return pictureCamera({ camera: view.camera, screen, chosen: extents }, size, atlas);
}

/** Draws a view as SVG, always in the light colours: what it hides, dims and leaves out is so here. */
export function drawView(
	{ atlas, lang, view: { hidden, opacity, date }, chosen, shown }: DrawnView,
	ground: Ground,
	camera: Camera,
	size: Size
): string {
	const ids = chosen.map(({ id }) => id);
	const leftOut = [...(shown?.leftOut ?? [])].filter((id) => !ids.includes(id));
	const statuses = shown?.statuses ?? null;
	const sites = drawnSites({ atlas, chosen, shown });
	return drawMap({
		declarations: declarations({ palette: TOKENS, lang, lineColours: lineColours(atlas) })
			.filter(({ group }) => !group || !hidden.includes(group))
			.map((declaration) => ({ ...declaration, layer: withSwitch(declaration) })),
		featuresOf: featuresIn(lang, atlas, (layer) => ground.layers[layer]),
		sites: hidden.includes('sites') ? [] : sites,
		// No name is cut off at the edge.
		limits: seenBounds(camera, size),
		lang,
		camera,
		size,
		state: globalState({ opacity, chosen: ids, leftOut, statuses, date }),
		chosen: ids,
		palette: LIGHT
	});
}

/** The sites that a drawing shows, the chosen ones among them, with their statuses on its day. */
export function drawnSites({
	atlas,
	chosen,
	shown
}: Pick<DrawnView, 'atlas' | 'chosen' | 'shown'>): SiteBrief[] {
	return atlas.sites
		.filter((site) => !shown?.leftOut.has(site.id) || chosen.some(({ id }) => id === site.id))
		.map((site) => onDay(site, shown));
}

/** A site with its status on the day that is shown. */
export function onDay(site: SiteBrief, shown: Shown | null): SiteBrief {
	return { ...site, status: shown?.statuses?.[site.id]?.status ?? site.status };
}
