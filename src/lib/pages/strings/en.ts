import type { GroundNames } from '../../atlas/atlas';

/** English words of the pages beside the explorer; `zh.ts` must have the same keys. */
export const en = {
	skip: 'Skip to the content',
	nav: 'Pages',
	about: 'About this site',
	softwareLicences: 'Licences of its software',
	onMap: 'Map',
	changes: 'Changes',
	progress: 'Promises',
	data: 'Data',
	siteTitle: (name: string, atlas: string) => `${name} · ${atlas}`,
	siteDescription: (kind: string, name: string, status: string, note: string) =>
		`${name}, ${kind}: ${status}. ${note}`,
	showOnMap: 'Show on the interactive map',
	previous: 'Previous',
	next: 'Next',
	allSites: 'All places',
	locator: (name: string) => `Map: ${name} and its surroundings`,
	locatorUnlocated: (name: string, area: string) =>
		`Nobody has published where ${name} is. The map shows the area that contains it: ${area}.`,
	neighbours: 'Also on this map',
	alsoCalled: 'Also called',
	dueBy: 'Due',
	outcome: 'Outcome',
	evidenceOf: 'Evidence of',
	noEvidence: 'none found',
	promisedIn: 'Promised in',
	precision: 'How well it is known',
	basis: 'How it was found',
	inArea: 'Known to lie in',
	areaWhy: (area: string, radius: string, why: string) => `${area}, radius ${radius}: ${why}`,
	accuracyNone: 'not known',
	licenceOfPlace: 'Licence of its geometry',
	coordinates: 'Coordinates (WGS-84)',
	timelineNote: (day: string) =>
		`A hollow mark on a bar is a date of which only the month or the year is known. The dotted line is ${day}, the day up to which we checked.`,
	passages: 'In the article',
	passagesNote: 'From our own retelling. Each number leads to the paragraph beside the map.',
	progressTitle: 'Promised and delivered',
	progressLead: (article: string, count: number, day: string) =>
		`The article of ${article} sets a date for ${count} of its places. What has become of each by ${day}, and who says so. “Outcome unknown” means just that: the date has passed and nobody has published whether it was kept.`,
	totals: (parts: readonly string[]) => parts.join(', '),
	total: {
		kept: (n: number) => `${n} kept`,
		'not-kept': (n: number) => `${n} not kept in time`,
		unknown: (n: number) => `${n} with unknown outcome`,
		'not-due': (n: number) => `${n} not due yet`
	},
	progressTimeline: 'Due dates and what is known',
	progressTimelineNote:
		'The pale bar is the time in which it was promised. A mark stands on the day of delivery, or on that of the newest word; a dashed line leads on from a date that was missed.',
	trackLater: (day: string) => `due ${day}, beyond this line`,
	trackKept: (day: string) => `delivered ${day}`,
	trackNotKept: (day: string) => `not yet by ${day}`,
	trackUnknown: (day: string) => `unknown as of ${day}`,
	trackNotDue: (day: string) => `due ${day}`,
	asOfLine: (day: string) => `as of ${day}`,
	progressTable: 'Every promise',
	columns: {
		place: 'Place',
		promise: 'Promise',
		due: 'Due',
		happened: 'What happened',
		status: 'Status',
		evidence: 'Evidence:',
		sources: 'Sources'
	},
	noPromise: 'The article sets no date for the other places; they are in the list on the map.',
	dataTitle: 'Data and sources',
	dataLead:
		'Everything this atlas shows, to download and to check: what each file holds, how old it is, how exact, and under which licence.',
	downloads: 'Downloads',
	file: 'File',
	holds: 'What it holds',
	size: 'Size',
	licence: 'Licence',
	files: {
		'sites.geojson':
			'All places as GeoJSON (RFC 7946, WGS-84), for map programs. Geometry is null where nobody has published it.',
		'sites.csv': 'The same as a table for spreadsheets (UTF-8).',
		'sites.kml': 'The same for Google Earth and others.',
		'gazetteer.json': 'Every name and alias of every place, for finding them in texts.',
		'source.zip': 'The files that the atlas is made from, for the studio and the command line.',
		'basemap.pmtiles': 'Water, green, roads, railway, metro and names as vector tiles (PMTiles 3).',
		'large-layers.pmtiles':
			'The same for near views, with all features of the large layers; the file above has only the most important.',
		'map-font.woff2': 'The font of the map: Noto Sans SC, cut to the characters in use.',
		'map-font-licence.txt': 'Its licence.'
	},
	openInStudio: 'Edit a copy of it, or make the next atlas, in the studio',
	offline: 'Without a network',
	offlineText:
		'After one visit your browser keeps all of this site, both languages, map and downloads, unless you save data or it refuses. It then works without a network, except for links, base maps and layers of other sites. You can install it as an app from the menu of the browser.',
	offlineLarge:
		'Of large layers only the most important features are kept; all of them, and the files of these layers, need a network.',
	layers: 'Layers of the map',
	asOf: 'As of',
	accuracy: 'Accuracy',
	accuracyRange: (best: string, worst: string) => `${best} to ${worst}`,
	attribution: 'Attribution',
	layerFile: 'GeoJSON',
	layerRecord: 'its record',
	openings: 'Metro openings',
	openingsLead:
		'The first day with passengers, trial operation included, of each section that lies on the map. A section that is not listed is existing, its date not recorded.',
	section: 'Section',
	ends: (from: string, to: string) => `${from}–${to}`,
	opened: 'Opened',
	openingUnknown: 'existing, date not recorded',
	/** `day` is `null` if it is not recorded. */
	laterStop: (stations: string, day: string | null) =>
		day ? `${stations}: since ${day}` : `${stations}: later, date not recorded`,
	mapNames: 'Names on the map',
	mapNamesLead:
		'Everything that the map names besides the places of the article, as text. Stations stand in the order of the data.',
	metro: 'Metro lines and their stations',
	noStops: 'no station in the data',
	inBrackets: (remarks: readonly string[]) => ` (${remarks.join('; ')})`,
	groundKinds: {
		water: 'Rivers, streams and lakes',
		green: 'Parks and woods',
		district: 'Districts and neighbourhoods',
		road: 'Roads'
	} satisfies Record<keyof GroundNames, string>,
	cite: 'How to cite',
	citeText: (title: string, day: string, address: string) =>
		`${title}, as of ${day}, CC BY 4.0${address ? `, ${address}` : ''}`,
	citeOsm:
		'Where a layer made from OpenStreetMap is shown, add: © OpenStreetMap contributors, ODbL.',
	licences: 'Licences',
	licenceText: {
		'CC-BY-4.0': 'Our own data and texts. Use them for anything, and name the atlas as above.',
		'ODbL-1.0':
			'What is made from OpenStreetMap. Use it for anything, name OpenStreetMap and its licence; a database that you make from it stays under the same licence.',
		'OFL-1.1': 'The font.'
	},
	mixedLicence: 'CC BY 4.0; each place names the licence of its geometry',
	layerLicences: 'as the table of layers below says',
	sources: 'Sources',
	sourcesLead: (count: number) =>
		`${count} sources. A reprint is named but not linked; a search that found nothing is a source too.`,
	sourceKinds: {
		article: 'The article',
		official: 'Official',
		press: 'Press',
		dataset: 'Datasets',
		reprint: 'Reprints',
		search: 'Searches without result'
	},
	notFoundTitle: 'There is no such page',
	notFound: 'The address may be mistyped, or the page has moved. These are all there are:',
	notFoundList: 'All places',
	textLicence: 'Text and data CC BY 4.0, code MIT.',
	textLicenceWithOsm: 'Text and own data CC BY 4.0, layers from OpenStreetMap ODbL 1.0, code MIT.'
};

export type PageStrings = typeof en;
