import * as v from 'valibot';
import { isLink } from '../text/link';
import { parseAddress } from '../view/address';
import { KINDS, OUTCOMES, PRECISIONS, STATUSES, THEMES } from './terms';

/**
 * Schemas of every file an editor writes in `geodata/`. The types that the rest of the
 * code uses are inferred from them, so the data and the code can't disagree.
 * docs/data.md explains each field; positions are `[lng, lat]`, WGS-84, at most 6 decimals.
 */

/** The version of this schema; a file with another one is refused. */
export const SCHEMA_VERSION = 1;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

/** A text in both languages of the product. */
export const Bilingual = v.strictObject({ zh: text, en: text });

/** A day, month or year, as exact as the source is: `2025-06-27`, `2025-01`, `2024`. */
export const Day = v.pipe(
	v.string(),
	v.regex(
		/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
		'is not a date as YYYY, YYYY-MM or YYYY-MM-DD'
	)
);

/** A name used in links and file names: lower-case letters, digits and single hyphens. */
export const Id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id (a-z, 0-9 and single hyphens)'),
	// Where ids are keys of an object, each object has this one already.
	v.notValue('constructor', 'can not be an id: take another word')
);

/** `[lng, lat]`, WGS-84 degrees. */
export const LngLat = v.tuple([
	v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
	v.pipe(v.number(), v.minValue(-90), v.maxValue(90))
]);

/** `[west, south, east, north]`, WGS-84 degrees. */
export const Bounds = v.tuple([v.number(), v.number(), v.number(), v.number()]);

const year = v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2199));
const metres = v.pipe(v.number(), v.minValue(0));
const colour = v.pipe(v.string(), v.regex(/^#[0-9A-F]{6}$/, 'is not a colour as #RRGGBB'));
/** Of a page: what readers are led to is always of this kind, or a letter, or a map app's. */
const address = v.pipe(
	v.string(),
	v.check((url) => /^https?:/.test(url) && isLink(url), 'is not an http(s) address')
);

/** Where a site is published, with its folder: search engines and shared links want it whole. */
export const SiteAddress = v.pipe(
	v.string(),
	v.check(
		(url) => /^https?:\/\/[^?#]+\/$/.test(url) && isLink(url),
		'is not the address of a folder, such as https://example.org/atlas/'
	)
);

/** Encrypted, on the reader's own machine, or on the site itself: no page lets others through. */
const outsideAddress = v.pipe(
	v.string(),
	v.check(
		(url) =>
			parseAddress(url) !== null && !/^http:(?!\/\/(?:localhost|127\.0\.0\.1)[:/])/i.test(url),
		'is not an address with https://, nor one on the site itself'
	)
);

/** Bases that readers may choose besides the atlas's own; both are asked for only then. */
export const PublishedBases = v.strictObject({
	/** A PMTiles archive of the Protomaps basemap. */
	protomaps: v.optional(
		v.strictObject({ url: outsideAddress, attribution: v.optional(Bilingual) })
	),
	tianditu: v.optional(
		v.strictObject({
			/** The publisher's own, of the kind for browsers; every reader can see it. */
			key: v.pipe(
				v.string(),
				v.regex(/^[A-Za-z0-9_-]+$/, 'is not a key of Tianditu (letters and digits)')
			),
			/** Stands in for `https://t0.tianditu.gov.cn` to `t7`. */
			server: v.optional(outsideAddress),
			/** What must be shown with it, such as its own map review number. */
			attribution: v.optional(Bilingual)
		})
	)
});

/** Where readers write when something is wrong. */
export const Contact = v.pipe(
	v.strictObject({
		mail: v.optional(
			v.pipe(v.string(), v.regex(/^[^\s@?&%]+@[^\s@?&%]+$/, 'is not a mail address'))
		),
		/** The page on which an issue is written; it takes `title` and `body`. */
		issues: v.optional(
			v.pipe(
				v.string(),
				v.check(
					(url) => /^https:[^?#]+$/.test(url) && isLink(url),
					'is not an https address without ? and #'
				)
			)
		)
	}),
	v.check(({ mail, issues }) => (mail ?? issues) !== undefined, 'names neither mail nor issues')
);

const sourceIds = v.pipe(v.array(Id), v.minLength(1, 'names no source'));

/** `geodata/atlas.json` */
export const AtlasFile = v.strictObject({
	schema: v.literal(SCHEMA_VERSION),
	id: Id,
	title: Bilingual,
	summary: Bilingual,
	/** The extent that the data knows; the map never shows more. */
	bounds: Bounds,
	/** What the map shows first. */
	home: Bounds,
	/** The day on which the data was last gone through. */
	asOf: Day,
	/** First and last year that the time slider goes through. */
	years: v.optional(
		v.pipe(
			v.tuple([year, year]),
			v.check(([first, last]) => first <= last, 'ends before it starts')
		)
	),
	/** Where the site is published. */
	address: v.optional(SiteAddress),
	contact: v.optional(Contact),
	/** 审图号: the map review number, or why none is needed. Shown on every map. */
	review: v.union(
		[v.strictObject({ number: text }), v.strictObject({ exemption: Bilingual })],
		'has neither a review number nor an exemption with its reason'
	),
	licence: v.literal('CC-BY-4.0'),
	bases: v.optional(PublishedBases),
	/** Layer ids, bottom first. */
	layers: v.pipe(v.array(Id), v.minLength(1)),
	/** Article folders, the first is shown first. */
	articles: v.pipe(v.array(Id), v.minLength(1))
});

/** One citation of `geodata/sources.json`. */
export const Source = v.strictObject({
	id: Id,
	kind: v.picklist(['article', 'official', 'press', 'dataset', 'reprint', 'search']),
	publisher: v.nullable(Bilingual),
	/** The title as published; `null` when nobody recorded it. */
	title: v.nullable(text),
	/** What we took from it, in our own words. */
	about: Bilingual,
	/** Day of publication; `null` when unknown. */
	date: v.nullable(Day),
	/** Only where it may be linked: never for a reprint. */
	url: v.nullable(address),
	/** Where in a data set: path and commit, or record. */
	locator: v.optional(text),
	checked: Day
});

/** `geodata/sources.json` */
export const SourcesFile = v.strictObject({
	schema: v.literal(SCHEMA_VERSION),
	sources: v.array(Source)
});

/** What a source said of the status on a date. */
export const HistoryEntry = v.strictObject({
	date: Day,
	status: v.picklist(STATUSES),
	note: Bilingual,
	sources: sourceIds
});

/** A circle in which a place lies. */
export const Area = v.strictObject({
	name: Bilingual,
	center: LngLat,
	/** metres */
	radius: metres,
	why: Bilingual
});

/** How a place was found, and how well. */
export const Location = v.strictObject({
	precision: v.picklist(PRECISIONS),
	/** Metres around the geometry within which the place lies; `null` if unlocated. */
	accuracy: v.nullable(metres),
	/** The geometry joins known points and is not an alignment: drawn dashed. */
	schematic: v.optional(v.boolean()),
	basis: Bilingual,
	sources: sourceIds,
	/** The position as its source gave it, before conversion to WGS-84; check compares. */
	reading: v.optional(
		v.strictObject({ position: LngLat, datum: v.picklist(['WGS-84', 'GCJ-02', 'BD-09']) })
	),
	/** The smallest area known to contain a place without geometry. */
	area: v.optional(Area)
});

/** What the article said would happen, and what became of it. */
export const Promise_ = v.strictObject({
	what: Bilingual,
	by: Day,
	/** Number of the passage that says so. */
	passage: v.pipe(v.number(), v.integer(), v.minValue(1)),
	outcome: v.picklist(OUTCOMES),
	/** Day of the evidence for the outcome; `null` if there is none. */
	asOf: v.nullable(Day)
});

/** The properties of one feature of `geodata/sites.geojson`. */
export const SiteProperties = v.strictObject({
	name: Bilingual,
	/** A shorter name for the map, where the full one is long. */
	label: v.optional(Bilingual),
	/** Other names under which texts mention it; each finds mentions. */
	aliases: v.strictObject({ zh: v.array(text), en: v.array(text) }),
	kind: v.picklist(KINDS),
	theme: v.picklist(THEMES),
	/** Id of the metro line that it is a section of. */
	line: v.optional(Id),
	location: Location,
	/** Oldest first; the last entry is the status we know. */
	history: v.pipe(v.array(HistoryEntry), v.minLength(1, 'has no status')),
	promise: v.nullable(Promise_),
	/** What a reader should know besides. */
	note: v.optional(Bilingual),
	checked: Day
});

/** Stations of a section where trains first stopped later than elsewhere on it. */
export const LaterStop = v.strictObject({
	stations: v.pipe(v.array(Id), v.minLength(1, 'names no station')),
	/** `null` when nobody says when. */
	opened: v.nullable(Day)
});

/** A run of a line's track that opened on one day. */
export const LineSection = v.strictObject({
	/** Station ids of both ends. */
	from: Id,
	to: Id,
	/** First day with passengers; `null` when sources disagree, which the note then tells. */
	opened: v.nullable(Day),
	later: v.optional(v.array(LaterStop)),
	note: v.optional(Bilingual),
	sources: sourceIds
});

/** One metro line of `geodata/lines.json`. */
export const Line = v.strictObject({
	id: Id,
	name: Bilingual,
	/** Short form for badges: 6, 24, 环. */
	badge: Bilingual,
	colour,
	history: v.pipe(v.array(HistoryEntry), v.minLength(1, 'has no status')),
	/** Those of which something is known; the rest is existing, its date not recorded. */
	sections: v.optional(v.array(LineSection)),
	sources: sourceIds,
	checked: Day
});

/** `geodata/lines.json` */
export const LinesFile = v.strictObject({
	schema: v.literal(SCHEMA_VERSION),
	lines: v.array(Line)
});

const namedOrNot = v.nullable(Bilingual);

/** The properties of a layer's features, by the layer's type. */
export const LAYER_PROPERTIES = {
	water: v.strictObject({ name: namedOrNot, kind: v.picklist(['river', 'lake']) }),
	green: v.strictObject({
		name: namedOrNot,
		nameConfidence: v.optional(v.picklist(['high', 'mid', 'low']))
	}),
	road: v.strictObject({
		name: namedOrNot,
		class: v.picklist(['motorway', 'trunk', 'primary', 'tunnel']),
		/** Names are ours, by position; how sure we are. */
		nameConfidence: v.optional(v.picklist(['high', 'mid', 'low'])),
		schematic: v.optional(v.boolean())
	}),
	railway: v.strictObject({
		name: namedOrNot,
		nameConfidence: v.optional(v.picklist(['high', 'mid', 'low']))
	}),
	'metro-track': v.strictObject({
		/** Ids of the lines that run here. */
		lines: v.pipe(v.array(Id), v.minLength(1)),
		/** Station slugs at both ends. */
		from: Id,
		to: Id,
		/** Id of the site that this piece is part of. */
		site: v.optional(Id)
	}),
	'metro-station': v.strictObject({
		name: Bilingual,
		aliases: v.optional(v.strictObject({ zh: v.array(text), en: v.array(text) })),
		lines: v.pipe(v.array(Id), v.minLength(1)),
		status: v.picklist(STATUSES),
		/** Given where it differs from its layer's record. */
		location: v.optional(Location),
		note: v.optional(Bilingual)
	}),
	label: v.strictObject({
		name: Bilingual,
		class: v.picklist(['water', 'stream', 'borough', 'neighbourhood'])
	})
} as const;

export type LayerType = keyof typeof LAYER_PROPERTIES;

/** How a layer that was added from a file came to be in WGS-84. */
export const Conversion = v.strictObject({
	/** What the file's positions are measured in. */
	from: v.picklist(['CGCS2000', 'GCJ-02', 'BD-09', 'WGS-84']),
	/** Name of the plane system that they were in, as the file gives it. */
	projection: v.optional(text),
	method: Bilingual,
	/** Day of the conversion. */
	on: Day,
	/** How many features were converted. */
	features: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Metres: the median over the features by which the datum moved them. */
	shift: metres
});

/** `geodata/layers/<id>.layer.json` */
export const LayerRecord = v.strictObject({
	schema: v.literal(SCHEMA_VERSION),
	id: Id,
	type: v.picklist(Object.keys(LAYER_PROPERTIES) as [LayerType, ...LayerType[]]),
	title: Bilingual,
	group: v.picklist(['base', 'roads', 'rail', 'labels']),
	licence: v.picklist(['ODbL-1.0', 'CC-BY-4.0']),
	/** The line that must be shown with it. */
	attribution: Bilingual,
	/** What that line links to. */
	attributionUrl: v.optional(address),
	sources: sourceIds,
	asOf: Day,
	/** Metres, from the best to the worst of its features. */
	accuracy: v.tuple([metres, metres]),
	/** Only of layers whose positions were not in WGS-84, as longitude and latitude. */
	conversion: v.optional(Conversion),
	note: v.optional(Bilingual)
});

/** `geodata/articles/<slug>/article.json` */
export const ArticleFile = v.strictObject({
	schema: v.literal(SCHEMA_VERSION),
	id: Id,
	/** The id of its citation in sources.json. */
	source: Id,
	/** The day or month of the article. */
	date: Day,
	/** Its last line's names; empty if unsigned. */
	authors: v.array(text),
	/** How many paragraphs (lines) the original has. */
	paragraphs: v.pipe(v.number(), v.integer(), v.minValue(1))
});

export type PublishedBases = v.InferOutput<typeof PublishedBases>;
export type Contact = v.InferOutput<typeof Contact>;
export type Bilingual = v.InferOutput<typeof Bilingual>;
export type LngLat = v.InferOutput<typeof LngLat>;
export type Bounds = v.InferOutput<typeof Bounds>;
export type Area = v.InferOutput<typeof Area>;
export type Source = v.InferOutput<typeof Source>;
export type HistoryEntry = v.InferOutput<typeof HistoryEntry>;
export type Location = v.InferOutput<typeof Location>;
export type SitePromise = v.InferOutput<typeof Promise_>;
export type SiteProperties = v.InferOutput<typeof SiteProperties>;
export type LineSection = v.InferOutput<typeof LineSection>;
export type Line = v.InferOutput<typeof Line>;
export type Conversion = v.InferOutput<typeof Conversion>;
export type LayerRecord = v.InferOutput<typeof LayerRecord>;
export type AtlasFile = v.InferOutput<typeof AtlasFile>;
export type SourcesFile = v.InferOutput<typeof SourcesFile>;
export type LinesFile = v.InferOutput<typeof LinesFile>;
export type ArticleFile = v.InferOutput<typeof ArticleFile>;
export type LayerProperties = { [T in LayerType]: v.InferOutput<(typeof LAYER_PROPERTIES)[T]> };
export type { Kind, Outcome, Precision, Status, Theme } from './terms';
