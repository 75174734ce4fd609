import type { Atlas, Lang, Site } from '../lib/atlas/atlas';
import type { Bounds } from '../lib/atlas/schema';
import { formatDay } from '../lib/explorer/format';
import { creditsOf } from '../lib/atlas/brief';
import { standingOf } from '../lib/atlas/standing';
import { en } from '../lib/explorer/strings/en';
import { zh } from '../lib/explorer/strings/zh';
import { fitCamera } from '../lib/geo/camera';
import { cardFile } from '../lib/pages/addresses';
import { MARK_BOX, markPaths } from '../lib/style/marks';
import { LIGHT } from '../lib/style/palette';
import { escapeXml } from '../lib/text/xml';
import { drawPngs, PNG_FONT } from './draw-png';
import type { MapDrawing } from './draw';
import { wrapText } from '../lib/style/svg/wrap-text';

/** Size of a share card, as Open Graph readers want it. */
const CARD = { width: 1200, height: 630 } as const;

/** Width of the words beside the map. */
const WORDS = 520;
const EDGE = 56;
const SURFACE = '#fffdf8';

/** No closer than this, so that a reader can see where in the district it is. */
const MAX_ZOOM = 13;

const PADDING = { top: 60, right: 60, bottom: 100, left: 60 };

type DrawMap = (drawing: MapDrawing) => string;

/** What a card says. */
interface Card {
	lang: Lang;
	name: string;
	otherName: string;
	/** The site that it is about; `null` on the card of the whole atlas. */
	site: Site | null;
	bounds: Bounds;
}

/**
 * The share cards: a PNG of each site and one of the atlas itself, in both languages, each with
 * the map, the name, the status in words, and what every map must show: who it is from, and its
 * review number or why it has none.
 *
 * @returns PNGs by the path that `cardFile` gives
 */
export function shareCards(atlas: Atlas, drawMap: DrawMap): Promise<Map<string, Uint8Array>> {
	const drawings = new Map<string, string>();
	for (const site of [null, ...atlas.sites])
		for (const lang of ['zh', 'en'] as const)
			drawings.set(cardFile(lang, site?.id), drawCard(cardOf(site, lang, atlas), atlas, drawMap));
	return drawPngs(drawings);
}

function cardOf(site: Site | null, lang: Lang, { title, home }: Atlas): Card {
	const name = site?.name ?? title;
	const otherName = name[lang === 'zh' ? 'en' : 'zh'];
	return { lang, name: name[lang], otherName, site, bounds: site?.bounds ?? home };
}

function drawCard(card: Card, atlas: Atlas, drawMap: DrawMap): string {
	const { width, height } = CARD;
	const frame = { width: width - WORDS, height };
	const map = drawMap({
		lang: card.lang,
		camera: fitCamera(card.bounds, frame, atlas.bounds, PADDING, MAX_ZOOM),
		...frame,
		chosen: card.site ? [card.site.id] : [],
		palette: LIGHT
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${PNG_FONT}" font-weight="500" fill="${LIGHT.ink}">`,
		map.replace('<svg ', `<svg x="${WORDS}" `),
		legalLines(card.lang, atlas),
		`<rect width="${WORDS}" height="${height}" fill="${SURFACE}"/>`,
		`<rect width="12" height="${height}" fill="${LIGHT.accent}"/>`,
		...words(card, atlas),
		'</svg>'
	].join('');
}

function words({ lang, name, otherName, site }: Card, atlas: Atlas): string[] {
	const strings = { zh, en }[lang];
	const kicker = site ? atlas.title[lang] : strings.kicker;
	const { size, lines, others } = largest(name, otherName);
	const drawn = [text(kicker, { y: 92, size: 28, fill: LIGHT.accent })];
	let y = 130;
	for (const line of lines) drawn.push(text(line, { y: (y += size * LEADING), size }));
	y += 12;
	for (const line of others)
		drawn.push(text(line, { y: (y += SMALL * 1.3), size: SMALL, fill: LIGHT.quietInk }));
	if (site) drawn.push(...statusWords(site, lang));
	else drawn.push(text(strings.showPassage(atlas.sites.length), { y: STATUS_Y, size: 38 }));
	const day = strings.asOf(formatDay(atlas.asOf, lang));
	drawn.push(text(day, { y: CARD.height - 44, size: 22, fill: LIGHT.quietInk }));
	return drawn;
}

/** At the same height on every card. */
const STATUS_Y = 478;

function statusWords(site: Site, lang: Lang): string[] {
	const strings = { zh, en }[lang];
	const { entry, kind } = standingOf(site);
	const paths = markPaths(site.status, site.location.precision, LIGHT).map((path) => {
		const dash = path.dash.length > 0 ? ` stroke-dasharray="${path.dash.join(' ')}"` : '';
		return `<path d="${path.d}" fill="${path.fill}" stroke="${path.stroke}" stroke-width="${path.width}"${dash}/>`;
	});
	const at = `translate(${EDGE - 4} ${STATUS_Y - 38}) scale(${48 / MARK_BOX})`;
	const since = strings.standing[kind](formatDay(entry.date, lang));
	return [
		`<g transform="${at}" stroke-linejoin="round">${paths.join('')}</g>`,
		text(strings.statuses[site.status], { x: EDGE + 58, y: STATUS_Y, size: 38 }),
		text(since, { y: STATUS_Y + 46, size: SMALL, fill: LIGHT.quietInk })
	];
}

/** Sizes of a name, and that of smaller words; height of a line in heights of the font. */
const SIZES = [64, 54, 46, 40, 34] as const;
const SMALL = 26;
const LEADING = 1.2;

/** Between kicker and status. */
const ROOM = 280;

/** The largest size in which a name and its translation have room. */
function largest(name: string, otherName: string) {
	const width = WORDS - 2 * EDGE;
	const others = wrapText(otherName, width / SMALL);
	const fitted = SIZES.map((size) => ({ size, lines: wrapText(name, width / size), others }));
	const height = ({ size, lines }: (typeof fitted)[number]) =>
		size * LEADING * lines.length + SMALL * 1.3 * others.length;
	return fitted.find((one) => height(one) <= ROOM) ?? fitted.at(-1)!;
}

/** At the bottom left of the map: whose data it is, and the map review number or exemption. */
function legalLines(lang: Lang, atlas: Atlas): string {
	const { review } = atlas;
	const strings = { zh, en }[lang];
	const size = 17;
	const credits = creditsOf(atlas, lang).map(({ text }) => text);
	const number = 'number' in review ? strings.reviewNumber(review.number) : review.exemption[lang];
	const lines = [...credits, number].flatMap((line) =>
		wrapText(line, (CARD.width - WORDS - 28) / size)
	);
	const height = lines.length * size * 1.4 + 12;
	const top = CARD.height - height;
	return [
		`<rect x="${WORDS}" y="${top}" width="${CARD.width - WORDS}" height="${height}" fill="${LIGHT.halo}" fill-opacity="0.9"/>`,
		...lines.map((line, i) => text(line, { x: WORDS + 14, y: top + 23 + i * size * 1.4, size }))
	].join('');
}

function text(
	content: string,
	{ x = EDGE, y, size, fill }: { x?: number; y: number; size: number; fill?: string }
): string {
	const colour = fill ? ` fill="${fill}"` : '';
	const at = `x="${x}" y="${Math.round(y)}" font-size="${size}"${colour}`;
	return `<text ${at}>${escapeXml(narrowQuotes(content))}</text>`;
}

/** The font has curly quotation marks as wide as a Han character: wrong beside Latin letters. */
function narrowQuotes(text: string): string {
	return text.replace(/(?<=[A-Za-z])’/g, "'");
}
