import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseSettings } from '../../src/lib/embed/settings';
import { parseView } from '../../src/lib/view/view';
import { runCli } from '../../src/pipeline/cli';

const DOCS = ['.', 'docs', 'docs/adr', 'geodata'].flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.map((name) => join(folder, name))
);

const read = (file: string) => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe.each(DOCS)('%s', (file) => {
	const text = read(file);

	test('names only files and folders that exist', () => {
		const paths = text.matchAll(/`((?:src|tests|docs|static|geodata|deploy|\.ci)\/[^`\s{}<>*]*)`/g);
		const built = /^static\/data|original\.txt/;
		for (const [, path = ''] of paths)
			expect(built.test(path) || existsSync(path), `${file} names ${path}`).toBe(true);
	});

	test('links only to files and headings that exist', () => {
		for (const [, link = '', heading] of text.matchAll(
			/\]\((?!https?:|site:)([^)#\s]*)(?:#([^)]+))?\)/g
		)) {
			const target = link ? join(dirname(file), link.replaceAll('\\', '')) : file;
			expect(existsSync(target), `${file} links to ${link}`).toBe(true);
			if (heading) expect(headingsOf(read(target)), `${file} links to ${link}`).toContain(heading);
		}
	});

	test('names only commands that package.json has', () => {
		for (const [, script = ''] of text.matchAll(/npm run ([a-z0-9:]+)/g))
			expect(Object.keys(scripts), `${file} names npm run ${script}`).toContain(script);
	});
});

test('each command of package.json is told of', () => {
	const told = DOCS.map(read).join('\n');
	const untold = Object.keys(scripts).filter(
		(script) => !new RegExp(`npm (run )?${script}(?![\\w:])`).test(told)
	);
	expect(untold).toEqual([]);
});

test.each([
	['add', 'docs/add.md'],
	['tiles', 'docs/scale.md']
])('atlas %s has the options that %s lists, and no other', async (command, file) => {
	const listed = [...read(file).matchAll(/^\| (`--.*?) +\|/gm)];
	const told = listed.flatMap(([, cell = '']) => optionsIn(cell));
	const taken = optionsIn(await usageOf(command)).filter((option) => option !== OF_A_FORMAT);
	expect(new Set(told)).toEqual(new Set(taken));
});

test('an embed has the parameters that docs/embed.md lists, and no other', () => {
	const [, section = ''] = read('docs/embed.md').split(/^### Parameters$/m);
	const [table = ''] = section.split(/^## /m);
	const told = [...table.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name);
	const asked = new Set<string>(BY_THE_PAGE_ITSELF);
	const query = new URLSearchParams();
	query.get = (name) => (asked.add(name), null);
	query.getAll = (name) => (asked.add(name), []);
	parseView(query, { hasSite: () => false, hasPassage: () => false });
	parseSettings(query);
	expect(told.sort()).toEqual([...asked].filter((name) => !OF_THE_EXPLORER.includes(name)).sort());
});

/** In the table of formats, with the one that it belongs to. */
const OF_A_FORMAT = '--sheet';

/** Read by the script in `src/app.html`, before anything is painted. */
const BY_THE_PAGE_ITSELF = ['theme'];

/** What a link carries of text, panels and tools, which an embed has not. */
const OF_THE_EXPLORER: readonly string[] = [
	...['panel', 'tool', 'text', 'map', 'm', 'around'],
	...['measure', 'draw', 'line', 'radius', 'sort', 'cols']
];

/** What a command says when it is called without anything. */
async function usageOf(command: string): Promise<string> {
	const said: string[] = [];
	const hear = (text: string) => void said.push(text);
	const log = vi.spyOn(console, 'error').mockImplementation(hear);
	const code = await runCli([command], { write: hear, complain: hear });
	log.mockRestore();
	expect(code).toBe(2);
	return said.join('\n');
}

/** Fragments of a file's headings, as GitHub makes them. */
function headingsOf(text: string): string[] {
	return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-')
	);
}

function optionsIn(text: string): string[] {
	return [...text.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option);
}
