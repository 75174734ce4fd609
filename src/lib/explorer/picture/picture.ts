import type { Lang } from '../../atlas/atlas';
import type { SiteBrief } from '../../atlas/brief';
import { LIGHT } from '../../style/palette';
import { number } from '../../style/svg/path-data';
import { escapeXml } from '../../text/xml';
import { en } from '../strings/en';
import { zh } from '../strings/zh';
import { filterText } from '../tools/filter-text';
import { cameraOf, drawView, FONTS, onDay, type DrawnView } from './drawn-view';
import { loadGround } from './ground';
import { scaleBar } from './scale-bar';
import { captionStrip, EDGE } from './strip';

/** Shapes of the map in a picture: width to height. */
export const SHAPES = { landscape: 3 / 2, portrait: 2 / 3, square: 1 } as const;
export type Shape = keyof typeof SHAPES;

/** Pixels of the drawing to a millimetre of paper: names are then 2.9 mm (8 points) high. */
const PER_MM = 4.5;

const LANGUAGES: Record<Lang, string> = { zh: 'zh-Hans', en: 'en' };
const SURFACE = '#fffdf8';

/** What a picture is made of besides its ground, which is fetched. */
export interface PictureOptions extends DrawnView {
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
		date: options.view.date,
		filter: filterText(options.view.filter, { lang, strings: { zh, en }[lang], sites: atlas.sites })
	};
	const strip = captionStrip(caption, width, size.height);
	const height = Math.ceil(strip.y);
	const inMm = (pixels: number) => number(pixels / PER_MM);
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${inMm(width)}mm" height="${inMm(height)}mm" viewBox="0 0 ${width} ${height}" lang="${LANGUAGES[lang]}" font-family="${FONTS[lang]}">`,
		`<title>${escapeXml(caption.site?.name[lang] ?? atlas.title[lang])}</title>`,
		`<rect width="${width}" height="${height}" fill="${SURFACE}"/>`,
		drawView(options, ground, camera, size),
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
	return site ? onDay(site, shown) : null;
}
