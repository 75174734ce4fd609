import type { Kind, Outcome, Precision, Status, Theme } from '../../atlas/schema';
import type { LayerGroup } from '../../style/groups';
import type { GroundName } from '../../style/legend';
import type { Problem } from '../problems.svelte';
import type { Standing } from '../../atlas/standing';
import type { Sheet } from '../sheet';

/** English words of the interface; `zh.ts` must have the same keys. */
export const en = {
	kicker: 'District Atlas',
	otherLanguage: '中文',
	otherLanguageTag: 'zh-Hans',
	skipToArticle: 'Skip to the article',
	skipMap: 'Skip the map',
	article: 'Article',
	articles: 'Articles of this atlas',
	namedElsewhere: (title: string) => `Also in “${title}”`,
	sites: 'Places',
	find: 'Find',
	tools: 'Tools',
	map: 'Map',
	mapHelp:
		'Map of the places in the article. Arrow keys go from place to place, Enter chooses, plus and minus zoom, 0 shows everything.',
	asOf: (day: string) => `Checked up to ${day}`,
	byline: (date: string, authors: string) =>
		`Our retelling of an article of ${date}${authors ? ` by ${authors}` : ''}. Numbers are its paragraphs.`,
	statedInArticle:
		'What is promised here was promised then; what has become of it stands on each place’s card.',
	changes: 'What has changed since',
	paragraph: (n: number) => `Paragraph ${n}`,
	showPassage: (count: number) => (count === 1 ? '1 place' : `${count} places`),
	showPassageLabel: (n: number, count: number) =>
		`Show the ${count === 1 ? 'place' : `${count} places`} of paragraph ${n} on the map`,
	textMode: 'Text',
	textModes: { both: 'Both', retelling: 'Retelling', original: 'Original' },
	originalLabel: 'Original',
	close: 'Close',
	more: 'More',
	less: 'Less',
	contents: 'Sections',
	textOnly: 'Text only',
	mapFollows: 'Map follows reading',
	mapFollowsCalm: 'off: less motion asked for',
	sheet: 'Height of the text',
	sheets: { peek: 'low', half: 'half', full: 'high' } satisfies Record<Sheet, string>,
	sheetUp: 'More text, less map',
	sheetDown: 'More map, less text',
	previousMention: 'Previous mention',
	nextMention: 'Next mention',
	mentionCount: (index: number, total: number) => `Mention ${index} of ${total}`,
	previousSite: 'Previous place',
	nextSite: 'Next place',
	siteCount: (index: number, total: number) => `Place ${index} of ${total}`,
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	home: 'Show everything',
	divide: 'Line between the two days',
	endComparison: 'End the comparison',
	now: 'Now',
	halves: { left: 'Left half', right: 'Right half' },
	time: 'Time',
	play: 'Play',
	pause: 'Pause',
	month: 'Month',
	future: 'From here on, only what was promised',
	legend: 'Legend and layers',
	legendStatus: 'Status',
	legendPrecision: 'How well the place is known',
	legendLines: 'Metro lines',
	legendGround: 'Ground',
	ground: {
		area: 'circle in which a place lies',
		schematic: 'sketch, not the true course',
		motorway: 'motorway',
		road: 'main road',
		tunnel: 'tunnel (portals joined)',
		railway: 'railway',
		water: 'water',
		green: 'park, wood'
	} satisfies Record<GroundName, string>,
	allNames: 'All names on the map, as text',
	layers: 'Show',
	groups: {
		sites: 'Places',
		rail: 'Rail',
		roads: 'Roads',
		nature: 'Water and green',
		labels: 'Names'
	} satisfies Record<LayerGroup, string>,
	theme: { auto: 'Auto', light: 'Light', dark: 'Dark' },
	themeLabel: 'Appearance',
	standing: {
		since: (day: string) => `since ${day}`,
		'as-of': (day: string) => `as of ${day}`
	} satisfies Record<Standing['kind'], (day: string) => string>,
	promise: 'Promise',
	promiseBy: (day: string) => `due ${day}`,
	evidence: (day: string) => `evidence of ${day}`,
	promisedIn: 'promised in',
	history: 'What happened',
	where: 'Where it is',
	accuracy: (metres: string) => `within about ${metres}`,
	radius: (metres: string) => `somewhere within ${metres}`,
	schematic: 'Drawn dashed: a sketch that joins known points, not the true course.',
	unlocatedIn: (area: string, radius: string) =>
		`Only the area is known: ${area}, radius ${radius}.`,
	mentionedIn: 'Named in paragraphs',
	sources: 'Sources',
	noPublisher: 'Publisher unknown',
	noDate: 'undated',
	checkedOn: (day: string) => `checked ${day}`,
	share: 'Share',
	copyLink: 'Copy link',
	copied: 'Link copied',
	copyThis: 'Copy this link',
	unlocatedTag: 'not on the map',
	table: {
		name: 'Place',
		kind: 'What',
		status: 'Status',
		precision: 'Location',
		passages: 'Paragraphs',
		page: 'Page'
	},
	tableNote: (address: string) => `Addresses of pages follow ${address}`,
	reviewNumber: (number: string) => `Map review number ${number}`,
	bases: { known: '', uncertain: 'uncertain on that day', promised: 'promised by that day' },
	leftOut: 'The filter leaves this place out; it is shown because it is chosen.',
	perhaps: 'Its place is not known well enough: perhaps',
	clearFilter: 'Clear the filter',
	kept: (count: number, total: number) => `${count} of ${total} places`,
	noneKept: 'No place meets these conditions.',
	shownOn: (day: string) => `As of ${day}`,
	backToNow: 'Back to now',
	statuses: {
		open: 'Open',
		'under-construction': 'Under construction',
		planned: 'Planned',
		existing: 'Existing',
		unknown: 'Unknown'
	} satisfies Record<Status, string>,
	outcomes: {
		kept: 'kept',
		'not-kept': 'not kept',
		unknown: 'outcome unknown',
		'not-due': 'not due yet'
	} satisfies Record<Outcome, string>,
	precisions: {
		exact: 'Known exactly',
		approximate: 'Known roughly',
		area: 'Only the area is known',
		unlocated: 'Place not published'
	} satisfies Record<Precision, string>,
	themes: {
		rail: 'Rail',
		road: 'Roads and tunnels',
		city: 'City',
		industry: 'Industry',
		innovation: 'Innovation',
		education: 'Universities'
	} satisfies Record<Theme, string>,
	kinds: {
		station: 'station',
		'metro-section': 'metro section',
		road: 'road',
		tunnel: 'tunnel',
		interchange: 'interchange',
		factory: 'factory',
		innovation: 'innovation park',
		lab: 'laboratory',
		campus: 'campus',
		finance: 'business district',
		plot: 'building plot',
		area: 'area',
		waterfront: 'waterfront',
		community: 'community'
	} satisfies Record<Kind, string>,
	problems: {
		webgl:
			'This browser cannot draw the interactive map (no WebGL 2). The article and the list of places work without it; a newer browser shows the map.',
		base: 'The base map did not load, so rivers and roads are missing. Places are still shown. Check the connection and reload.',
		map: 'The map stopped working. The article and the list of places still work. Reload to try again.',
		slow: 'The map is taking long to load. The article and the list of places can be used meanwhile.',
		original: 'The original text did not load; the retelling is shown.',
		outside:
			'The base map and layers of the link did not load. Check the network and load the page again.',
		shown:
			'The data for days and filters did not load; all places are shown as they are now. Check the connection and reload.',
		details:
			'The details of places did not load. Each place’s own page has them; choosing a place tries again.'
	} satisfies Record<Problem, string>,
	panelFailed: (name: string) => `“${name}” could not be shown. The rest of the page works.`,
	loadFailed: 'This part did not load. Check the connection and try again.',
	retry: 'Try again',
	reload: 'Reload the page',
	dismiss: 'Dismiss',
	noMap: 'The map cannot be shown here. The list of places has the same facts.',
	sitePage: 'Page of this place',
	loading: 'Loading…',
	loadingMap: 'Loading the map…',
	footer: 'Text and own data CC BY 4.0, code MIT.'
};

export type Strings = typeof en;
