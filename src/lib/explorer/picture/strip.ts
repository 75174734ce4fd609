import type { Lang } from '../../atlas/atlas';
import type { Brief, SiteBrief } from '../../atlas/brief';
import type { Status } from '../../atlas/terms';
import { legendOf } from '../../style/legend';
import { markPaths } from '../../style/marks';
import { textWidth } from '../../style/name-place';
import { LIGHT } from '../../style/palette';
import { drawn } from '../../style/svg/drawing';
import { wrapText } from '../../style/svg/wrap-text';
import { formatDay } from '../format';
import { en } from '../strings/en';
import { pictureStrings } from '../strings/picture';
import { zh } from '../strings/zh';
import { textLine } from './text';

/** Pixels of the drawing. */
export const EDGE = 10;
const TITLE = 15;
const NAME = 12;
const LEGEND = 11;
const SMALL = 9;
const MARK = 15;

/** What stands under the map. */
export interface Caption {
	lang: Lang;
	atlas: Pick<Brief, 'title' | 'asOf' | 'review' | 'sites' | 'lines'>;
	/** Whom the map is owed to. */
	credits: readonly string[];
	site: SiteBrief | null;
	/** Of the view that the picture shows. */
	address: string;
	/** The day that the map shows; `null`: the present. */
	date: string | null;
	/** The filter in words; empty for one that leaves nothing out. */
	filter: string;
	/** Width that is kept free beside the title. */
	aside: number;
}

/** Lines, each below the last. */
interface Column {
	markup: string[];
	/** Where the next one starts. */
	y: number;
	width: number;
}

/**
 * The strip under the map of a picture: what it shows, the marks with their words, and what every
 * map of ours must say. As high as its words need at that width.
 *
 * @param top where it starts; pixels of the drawing
 */
export function captionStrip(caption: Caption, width: number, top: number): Column {
	const column: Column = { markup: [], y: top + EDGE - 2, width };
	const { lang, atlas, site } = caption;
	const beside: Column = { ...column, width: width - caption.aside - EDGE };
	write(beside, atlas.title[lang], TITLE, LIGHT.ink, 'font-weight="700"');
	column.y = beside.y;
	if (site) writeSite(column, site, caption);
	writeLegend(column, atlas, lang);
	column.y += 3;
	for (const line of smallPrint(caption)) write(column, line, SMALL, LIGHT.quietInk);
	return { ...column, y: column.y + EDGE - 2 };
}

function write(column: Column, text: string, size: number, fill: string, more = '', x = EDGE) {
	for (const line of wrapText(text, (column.width - x - EDGE) / size)) {
		column.y += size * 1.4;
		column.markup.push(textLine(line, { x, y: column.y - size * 0.3, size, fill, more }));
	}
}

function writeSite(column: Column, site: SiteBrief, { lang, date }: Caption): void {
	const strings = { zh, en }[lang];
	const { status, standing, location } = site;
	const since = date
		? strings.shownOn(formatDay(date, lang))
		: strings.standing[standing.kind](formatDay(standing.date, lang));
	const words = pictureStrings[lang].site(site.name[lang], strings.statuses[status], since);
	const paths = markPaths(status, location.precision, LIGHT);
	column.markup.push(drawn(paths, EDGE + MARK / 2, column.y + NAME * 0.75, MARK));
	write(column, words, NAME, LIGHT.ink, 'font-weight="600"', EDGE + MARK + 5);
}

/** The marks of the statuses in a row, in as many rows as they take. */
function writeLegend(column: Column, atlas: Caption['atlas'], lang: Lang): void {
	const words = { zh, en }[lang].statuses;
	const row = MARK + 3;
	let x = EDGE;
	for (const { status } of legendOf(atlas, LIGHT).statuses) {
		const wide = MARK + 4 + textWidth(words[status], LEGEND, 0);
		if (x > EDGE && x + wide > column.width - EDGE) {
			x = EDGE;
			column.y += row;
		}
		column.markup.push(legendEntry(status, words[status], x, column.y + row / 2 + 1));
		x += wide + 12;
	}
	column.y += row;
}

function legendEntry(status: Status, word: string, x: number, middle: number): string {
	const paths = markPaths(status, 'exact', LIGHT);
	const at = { x: x + MARK + 4, y: middle + LEGEND * 0.36, size: LEGEND, fill: LIGHT.ink };
	return drawn(paths, x + MARK / 2, middle, MARK) + textLine(word, at);
}

function smallPrint({ lang, atlas, credits, address, date, filter }: Caption): string[] {
	const strings = { zh, en }[lang];
	const words = pictureStrings[lang];
	const { review } = atlas;
	return [
		...(filter ? [words.filter(filter)] : []),
		[
			...(date ? [strings.shownOn(formatDay(date, lang))] : []),
			strings.asOf(formatDay(atlas.asOf, lang)),
			...credits,
			'number' in review ? strings.reviewNumber(review.number) : review.exemption[lang],
			words.licence,
			words.datum,
			words.sourcesAtLink
		].join(' · '),
		address
	];
}
