import type { Lang } from '../../atlas/atlas';
import type { Brief, SiteBrief } from '../../atlas/brief';
import type { Ground } from '../../atlas/map-data';
import { seenBounds, type Camera, type Size } from '../../geo/camera';
import { LIGHT } from '../../style/palette';
import type { Shown } from '../../shown/shown';
import { globalState } from '../../style/state';
import { declarations, lineColours, withSwitch } from '../../style/style';
import { drawMap } from '../../style/svg/drawing';
import { featuresIn } from '../../style/svg/features-in';
import { number } from '../../style/svg/path-data';
import { TOKENS } from '../../style/svg/token-palette';
import { escapeXml } from '../../text/xml';
import type { View } from '../../view/view';
import { fetchData } from '../fetch-data';
import { pictureCamera } from './camera';
import { scaleBar } from './scale-bar';
import { captionStrip, EDGE } from './strip';

/** Shapes of the map in a picture: width to height. */
export const SHAPES = { landscape: 3 / 2, portrait: 2 / 3, square: 1 } as const;
export type Shape = keyof typeof SHAPES;

/** Pixels of the drawing to a millimetre of paper: names are then 2.9 mm (8 points) high. */
const PER_MM = 4.5;

const FONTS: Record<Lang, string> = {
	zh: "'PingFang SC','HarmonyOS Sans SC',MiSans,'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif",
	en: "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif"
};
const LANGUAGES: Record<Lang, string> = { zh: 'zh-Hans', en: 'en' };
const SURFACE = '#fffdf8';

/** What a picture is made of besides its ground, which is fetched. */
export interface PictureOptions {
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
	/** Address of the view, to be printed. */
	address: string;
	shape: Shape;
	/** Millimetres */
	width: number;
}

/** A drawing for print: an SVG file that needs nothing else, and its size in millimetres. */
export interface Picture {
	svg: string;
	width: number;
	height: number;
}

/**
 * Draws a map of a view for print: the same declarations, marks and names as on the screen, always
 * in the light colours, with a scale bar, and under it a strip with title, status marks, date,
 * credits, review number or exemption, licence and address. Rejects if the ground does not load.
 */
export async function pictureOf(options: PictureOptions): Promise<Picture> {
	const { atlas, lang, shape } = options;
	const ground = await loadGround();
	const width = Math.round(options.width * PER_MM);
	const size = { width, height: Math.round(width / SHAPES[shape]) };
	const camera = cameraOf(options, size);
	const bar = scaleBar(camera, lang, { right: width - EDGE, y: size.height + 25 });
	const caption = {
		lang,
		atlas,
		credits: ground.credits[lang],
		site: siteOf(options),
		address: options.address,
		aside: bar.width,
		date: options.view.date
	};
	const strip = captionStrip(caption, width, size.height);
	const height = Math.ceil(strip.y);
	const inMm = (pixels: number) => number(pixels / PER_MM);
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${inMm(width)}mm" height="${inMm(height)}mm" viewBox="0 0 ${width} ${height}" lang="${LANGUAGES[lang]}" font-family="${FONTS[lang]}">`,
		`<title>${escapeXml(caption.site?.name[lang] ?? atlas.title[lang])}</title>`,
		`<rect width="${width}" height="${height}" fill="${SURFACE}"/>`,
		drawMapOf(options, ground, camera, size),
		`<path d="M0 ${size.height}h${width}" stroke="${LIGHT.quietInk}" stroke-width="0.8"/>`,
		bar.markup,
		...strip.markup,
		'</svg>'
	];
	return { svg: svg.join(''), width: width / PER_MM, height: height / PER_MM };
}

/** The chosen site, with its status on the day that is shown. */
function siteOf({ chosen, view, shown }: PictureOptions): SiteBrief | null {
	const site = chosen.find(({ id }) => id === view.site);
	return site ? { ...site, status: shown?.statuses?.[site.id]?.status ?? site.status } : null;
}

function cameraOf({ atlas, view, chosen, screen }: PictureOptions, size: Size): Camera {
	const extents = chosen.map(({ bounds }) => bounds);
	return pictureCamera({ camera: view.camera, screen, chosen: extents }, size, atlas);
}

function drawMapOf(
	{ atlas, lang, view: { hidden, opacity, date }, chosen, shown }: PictureOptions,
	ground: Ground,
	camera: Camera,
	size: Size
): string {
	const ids = chosen.map(({ id }) => id);
	const leftOut = [...(shown?.leftOut ?? [])].filter((id) => !ids.includes(id));
	const statuses = shown?.statuses ?? null;
	const sites = atlas.sites
		.filter(({ id }) => !leftOut.includes(id))
		.map((site) => ({ ...site, status: statuses?.[site.id]?.status ?? site.status }));
	return drawMap({
		declarations: declarations({ palette: TOKENS, lang, lineColours: lineColours(atlas) })
			.filter(({ group }) => !group || !hidden.includes(group))
			.map((declaration) => ({ ...declaration, layer: withSwitch(declaration) })),
		featuresOf: featuresIn(lang, atlas, (layer) => ground.layers[layer]),
		sites: hidden.includes('sites') ? [] : sites,
		// No name of a site is cut off at the edge.
		limits: seenBounds(camera, size),
		lang,
		camera,
		size,
		state: globalState({ opacity, chosen: ids, leftOut, statuses, date }),
		chosen: ids,
		palette: LIGHT
	});
}

let asked: Promise<Ground> | null = null;

/** The features of the base map, fetched once; after a failure the next picture asks again. */
function loadGround(): Promise<Ground> {
	asked ??= fetchData<Ground>('ground.json').catch((error: unknown) => {
		asked = null;
		throw error;
	});
	return asked;
}
