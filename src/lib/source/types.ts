import type { Geometry } from 'geojson';
import type {
	ArticleFile,
	AtlasFile,
	Bilingual,
	LayerRecord,
	Line,
	SiteProperties,
	Source
} from '../atlas/schema';
import type { Lang, Retelling } from '../atlas/atlas';
import type { JsonNode } from '../text/json-positions';

/** One thing that is wrong with the data, told so that an editor can mend it. */
export interface Issue {
	/** The rule's name, as docs/data.md lists it. */
	rule: string;
	severity: 'error' | 'warning';
	/** Path of the file, relative to the data folder. */
	file: string;
	/** Line in that file, counted from 1, where it is known. */
	line?: number;
	/** Column in that line, counted from 1, where it is known. */
	column?: number;
	/** Id of the feature or record. */
	feature?: string;
	/** What is wrong, with the value. */
	message: Bilingual;
	/** What to do about it. */
	fix: Bilingual;
}

/** A feature whose id and geometry (which may be `null`) have been read. */
export interface SourceFeature<P> {
	id: string;
	geometry: Geometry | null;
	properties: P;
	/** Which of its file's features it is, counted from 0. */
	index: number;
}

/** A site, with the file that it stands in. */
export interface SourceSite extends SourceFeature<SiteProperties> {
	file: string;
}

/** A layer's record and its features; `properties` follow LAYER_PROPERTIES[record.type]. */
export interface SourceLayer {
	record: LayerRecord;
	/** `layers/<id>.geojson` */
	file: string;
	features: SourceFeature<Record<string, unknown>>[];
}

/** An article's record and both retellings. */
export interface SourceArticle {
	record: ArticleFile;
	retelling: Record<Lang, Retelling>;
	/** Where each passage stands in its file, by its number. */
	places: Record<Lang, ReadonlyMap<number, PassagePlace>>;
}

/** Where a passage stands in its Markdown: offsets in UTF-16 units, each `end` behind the last. */
export interface PassagePlace {
	start: number;
	end: number;
	links: { site: string; start: number; end: number }[];
}

/** A file as it was read, without byte order mark; `root` is `null` if it is not JSON. */
export interface SourceFile {
	text: string;
	/** The offsets at which its lines begin. */
	lines: readonly number[];
	root: JsonNode | null;
}

/** All of a data folder, read and typed, not yet checked across files. */
export interface SourceData {
	atlas: AtlasFile;
	sources: Source[];
	lines: Line[];
	sites: SourceSite[];
	layers: SourceLayer[];
	articles: SourceArticle[];
	/**
	 * Files, and ids of features and records, that could not be read. A link to one of them is not
	 * called dangling: the reader has already said what is wrong.
	 */
	unread?: ReadonlySet<string>;
	/** Every file by its path in the folder, so that a finding can be given its line. */
	files: ReadonlyMap<string, SourceFile>;
	/** Which one of its file a record of sources.json or lines.json is, counted from 0. */
	recordIndex: ReadonlyMap<object, number>;
}
