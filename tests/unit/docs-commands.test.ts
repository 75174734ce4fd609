import { readFileSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runCli } from '../../src/pipeline/cli';
import { INVENTED_ARTICLE } from '../support/invented-article';
import { inventedAtlas } from '../support/invented-atlas';
import { collectionOf, zippedShapefile } from '../support/own-files';
import { workbook } from '../support/workbook';

/** Runs what the documents have an editor type, as it stands there, on files of its names. */

const DOCS = [
	...['README.md', 'geodata/README.md'],
	...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [join('docs', name)] : []))
];

/** They build, which takes the e2e tests minutes, or never end. */
const NOT_HERE = ['dev', 'build', 'data'];

const AT = [106.58, 29.53];
const POINTS = collectionOf([
	{ position: AT, properties: { name: '一站', lines: 2, passengers: 5 } }
]);
const ROAD = {
	type: 'Feature',
	properties: { highway: 'motorway_link' },
	geometry: { type: 'LineString', coordinates: [AT, [106.585, 29.535]] }
};
const TABLE: (string | number)[][] = [
	['name', 'lng', 'lat'],
	['一处', ...AT]
];

/** What is in the editor's folder, by the names that the documents give it. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
	'article.txt': INVENTED_ARTICLE.join('\n'),
	'places.csv': TABLE.map((row) => row.join(',')).join('\n'),
	'places.xlsx': workbook({ Sheet1: TABLE }),
	'roads.geojson': JSON.stringify({ type: 'FeatureCollection', features: [ROAD] }),
	'roads.zip': zippedShapefile([{ position: AT, name: 'a road' }]),
	'in.geojson': JSON.stringify(POINTS),
	'buildings.geojson': JSON.stringify(POINTS),
	'stops.geojsonl': POINTS.features.map((feature) => JSON.stringify(feature)).join('\n')
};

let folder: string;
/** The atlas that retells `article.txt`. */
let retold: string;
const said: string[] = [];

beforeEach(() => {
	for (const stream of ['log', 'error'] as const)
		vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'atlas-'));
	for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
	// Where no folder is named it is that of the checkout, which no test may write to.
	await cp('geodata', join(folder, 'geodata'), { recursive: true });
	retold = await inventedAtlas();
});
afterAll(async () => {
	for (const made of [folder, retold]) await rm(made, { recursive: true });
});

/** Each command once, in the order of the documents: one may use what an earlier one has made. */
const COMMANDS = [...new Set(DOCS.flatMap((file) => commandsIn(readFileSync(file, 'utf8'))))];

test.each(COMMANDS)('atlas %s', async (command) => {
	const code = await run(command);
	const told = said.join('\n');
	// Without all its options, `add` asks for the others, which needs a person.
	if (command.startsWith('add') && !command.includes('--source'))
		expect(told).toMatch(/^Say also, so that nothing has to be guessed:$/m);
	else expect({ told, code }).toEqual({ told, code: 0 });
});

test('there are commands of every kind', () => {
	const kinds = COMMANDS.map(nameOf);
	expect(new Set(kinds)).toEqual(new Set(['check', 'new', 'add', 'link', 'import', 'tiles']));
});

/** `atlas` commands in blocks of code and in tables of commands. */
function commandsIn(text: string): string[] {
	const blocks = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, block = '']) => block);
	const lines = blocks
		.join('')
		.replaceAll(/\\\n\s*/g, '')
		.split('\n');
	const rows = [...text.matchAll(/^\| (`npm run atlas -- [^`]*)` /gm)].map(([, row = '']) => row);
	return [...rows, ...lines].flatMap((line) => {
		const [, command = ''] = /^`?npm run atlas -- (.*?)\s*(?:#.*)?$/.exec(line) ?? [];
		return command === '' || NOT_HERE.includes(nameOf(command)) ? [] : [command];
	});
}

function nameOf(command: string): string {
	return command.replace(/ .*/, '');
}

async function run(command: string): Promise<number> {
	said.length = 0;
	const words = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
	const here = words.map((word) => (isPlace(word) ? join(folder, basename(word)) : word));
	const hear = (text: string) => void said.push(text);
	return runCli([...here, ...ownFolder(words)], { write: hear, complain: hear });
}

/** A file or folder that the documents name, and no value of an option. */
function isPlace(word: string): boolean {
	return /^(my-atlas|\.\.\/\w+|[\w-]+\.(txt|csv|xlsx|zip|geojsonl?|pmtiles))$/.test(word);
}

/** The folder of the data, for a command that takes one and is given none. */
function ownFolder([name = '', ...words]: readonly string[]): string[] {
	if (name === 'tiles' || words.some((word) => /^(my-atlas|\.\.\/)/.test(word))) return [];
	// An article is imported beside its own retelling.
	return [name === 'import' ? retold : join(folder, 'geodata')];
}
