/**
 * Names that the other stages give their issues, with what each is about. Those of `check` are in
 * check/index.ts. docs/data.md lists them all.
 */
export const STAGE_RULES = {
	address: 'The environment variable ATLAS_ADDRESS is not the address of a folder.',
	'missing-file': 'A file that is needed is not there or can not be opened.',
	encoding: 'A file is not UTF-8, begins with a byte order mark, or has lost characters.',
	json: 'A file is not JSON, or an object has a key twice.',
	geojson: 'A file or feature is not GeoJSON as RFC 7946 writes it.',
	schema: 'A value is missing, of the wrong type, or out of range.',
	'unknown-property': 'A property has a name that nothing reads.',
	markdown:
		'A retelling holds something other than title, headings, numbered paragraphs and links.',
	'id-and-name': 'The id of a layer or article is not the name of its file or folder.',
	'unlisted-file': 'A layer or article is in the folder, but not in atlas.json.',
	'map-font': "A name on the map has a character that the map's font lacks.",
	'empty-text': "A holder's text has no words.",
	'other-text': "A holder's text is not that of the article.",
	'added-file': 'A file that was to be added can not be used as it is.'
} as const;
