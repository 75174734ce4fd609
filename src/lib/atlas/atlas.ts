import type { Geometry } from 'geojson';
import type {
	ArticleFile,
	AtlasFile,
	Bilingual,
	Bounds,
	LayerRecord,
	Line,
	LngLat,
	SiteProperties,
	Source,
	Status
} from './schema';

/** The two languages of the product. */
export type Lang = 'zh' | 'en';

/** A named place of an article, as the app uses it. */
export interface Site extends SiteProperties {
	id: string;
	/** The licence of its geometry. */
	licence: 'CC-BY-4.0' | 'ODbL-1.0';
	/** RFC 7946, WGS-84; `null` when nobody has published where it is. */
	geometry: Geometry | null;
	/** The status that the newest entry of its history gives. */
	status: Status;
	/** Where its mark and label stand, `[lng, lat]`; `null` without geometry. */
	anchor: LngLat | null;
	/** What to show when it is chosen: geometry and its accuracy, or the area that contains it. */
	bounds: Bounds;
	/** Id of the first article that names it; it makes the promise, if there is one. */
	article: string;
	/** Numbers of the passages of that article that name it, in text order; never empty. */
	passages: number[];
	/** Number of the passage that best introduces it. */
	introducedBy: number;
}

/** A stretch of a passage: plain text, or a mention of a site. */
export type Part = { text: string; site?: string };

/** One paragraph of a retelling; `n` is the number of the paragraph of the original that it retells. */
export interface Passage {
	n: number;
	parts: Part[];
	/** Ids of the sites that it names, in text order, each once. */
	sites: string[];
}

/** Passages under one of our own headings. */
export interface Section {
	heading: string;
	passages: Passage[];
}

/** The article retold in one language. */
export interface Retelling {
	title: string;
	sections: Section[];
}

/** A published text and what we tell of it. */
export interface Article extends ArticleFile {
	retelling: Record<Lang, Retelling>;
	/** Whether the holder's own text was imported into this build. */
	hasOriginal: boolean;
}

/** Everything that the app knows: one published instance. */
export interface Atlas extends Omit<AtlasFile, 'layers' | 'articles' | 'years' | 'bases'> {
	/** First and last year of the time slider. */
	years: [first: number, last: number];
	/** In text order of the first article. */
	sites: Site[];
	lines: Line[];
	layers: LayerRecord[];
	articles: Article[];
	/** The citations that anything above names, by id. */
	sources: Record<string, Source>;
}

/** The holder's own text, by paragraph number: served apart from the atlas, never committed. */
export interface Original {
	article: string;
	passages: { n: number; parts: Part[] }[];
}

/** A metro station, for saying which ones lie near a place. */
export interface Station {
	id: string;
	name: Bilingual;
	/** Ids of the lines that stop there, or will. */
	lines: string[];
	/** Whether trains stop there. */
	inService: boolean;
	/** `[lng, lat]`, WGS-84; `null` when nobody has published where it is. */
	position: LngLat | null;
	/** Metres around the position within which it lies; `null` without one. */
	accuracy: number | null;
}

/** What the panel of layers tells of one. */
export interface LayerFacts extends Pick<
	LayerRecord,
	'id' | 'title' | 'group' | 'licence' | 'asOf' | 'attribution' | 'attributionUrl'
> {
	/** Where each feature with a geometry lies, to 0.001 degrees; not of a large layer. */
	boxes?: Bounds[];
	/** Of a large layer: how many features it has. */
	count?: number;
}

/** A file that readers can download, under `/data/`. */
export interface Download {
	/** Path within `/data/`. */
	path: string;
	bytes: number;
}

/** What bears a name on the ground of the map; the order is that of lists. */
export const NAMED_GROUND = ['water', 'green', 'district', 'road'] as const;

/** The names that the map writes on its ground, by what bears them. */
export type GroundNames = Record<(typeof NAMED_GROUND)[number], Bilingual[]>;
