import { expect } from '@playwright/test';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { cardFile, pagesOf, pathOf } from '../../src/lib/pages/addresses';
import { sizesOf } from '../bench/size-budgets';
import { atlas } from '../support/atlas';
import { test } from '../support/test';

/** The built files themselves; no browser is needed to see what they lack. */
const BUILD = resolve('build');
const LANGS = ['zh', 'en'] as const;
const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
const pages = files.filter((file) => file.endsWith('.html'));

const read = (file: string) => readFileSync(join(BUILD, file), 'utf8');

for (const lang of LANGS) {
	test(`${lang}: every page is there, in its language, and says where it stands @core`, () => {
		for (const page of pagesOf(atlas)) {
			const path = pathOf(page, lang);
			const html = read(`${path}index.html`);
			expect(html, path).toContain(`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"`);
			expect(html, path).toContain(`<link rel="canonical" href="${atlas.address}${path}"`);
			expect([...html.matchAll(/<link rel="alternate" hreflang=/g)], path).toHaveLength(3);
		}
	});

	test(`${lang}: every page has a title and a description of its own @core`, () => {
		const heads = pagesOf(atlas).map((page) => {
			const html = read(`${pathOf(page, lang)}index.html`);
			const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
			return [title, /<meta name="description" content="([^"]+)"/.exec(html)?.[1]];
		});
		for (const column of [0, 1]) {
			const texts = heads.map((head) => head[column]);
			expect(texts).not.toContain(undefined);
			expect(new Set(texts).size).toBe(texts.length);
		}
	});

	test(`${lang}: every site and the atlas have a share card of 1200 × 630 @core`, () => {
		for (const site of [undefined, ...atlas.sites.map(({ id }) => id)]) {
			const png = readFileSync(join(BUILD, 'data', cardFile(lang, site)));
			expect(png.toString('latin1', 1, 4)).toBe('PNG');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
		}
	});

	test(`${lang}: every page is in the sitemap @core`, () => {
		const sitemap = read('sitemap.xml');
		for (const page of pagesOf(atlas))
			expect(sitemap).toContain(`<loc>${atlas.address}${pathOf(page, lang)}</loc>`);
	});
}

test('links lead to files and fragments that exist @core', () => {
	const broken = pages.flatMap((page) => {
		const html = read(page);
		return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
			.map(([, address = '']) => address.replaceAll('&amp;', '&'))
			.filter((address) => !/^(https?:|data:|mailto:|geo:)/.test(address))
			.filter((address) => !leads(address, page, html))
			.map((address) => `${page}: ${address}`);
	});
	expect(broken).toEqual([]);
});

test('a page hints at every script that its first scripts import @core', () => {
	const missing = pages.flatMap((page) => {
		const hints = [...read(page).matchAll(/<link href="([^"]+)" rel="modulepreload"/g)].map(
			([, address = '']) => join(dirname(page), address)
		);
		return hints
			.flatMap((file) => importsOf(file))
			.filter((file) => !hints.includes(file))
			.map((file) => `${page}: ${file}`);
	});
	expect(missing).toEqual([]);
	const [hint = ''] = /_app\/[^"]*\/app\.[^"]*/.exec(read('index.html')) ?? [];
	expect(importsOf(hint), `imports of ${hint}`).not.toEqual([]);
});

test('the module for hosts that build has types, and they hold', () => {
	const good = `const one = embed(document.body, 'https://atlas.example/');
		one.on('selected', ({ site, by }) => void [site?.length, by === 'reader']);
		void one.send({ type: 'setView', center: [106.6, 29.5], zoom: 12 });`;
	expect(faultsOf(good)).toEqual([]);
	expect(faultsOf(`embed(document.body);`)).toHaveLength(1);
	expect(faultsOf(`embed(document.body, '').send({ type: 'select', site: 1 });`)).toHaveLength(1);
	expect(faultsOf(`parseRequest(1);`)).toHaveLength(1);
});

test('manifests lead to icons @core', () => {
	for (const file of ['manifest.webmanifest', 'en/manifest.webmanifest']) {
		const { icons } = JSON.parse(read(file)) as { icons: { src: string }[] };
		for (const { src } of icons)
			expect(existsSync(join(BUILD, dirname(file), src)), src).toBe(true);
	}
});

test('no part of the site weighs more than its limit', () => {
	const over = sizesOf()
		.filter(({ bytes, limit }) => bytes > limit)
		.map(({ part, bytes, limit }) => `${part}: ${bytes} bytes as sent, limit ${limit}`);
	expect(
		over,
		'Load later what is not needed at once, or raise the limit in tests/bench/size-budgets.ts and say in the commit what readers get for it.'
	).toEqual([]);
});

/** The scripts that a built script imports before it runs; not those that it asks for later. */
function importsOf(file: string): string[] {
	return ts
		.createSourceFile(file, read(file), ts.ScriptTarget.ES2022)
		.statements.filter((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one))
		.flatMap(({ moduleSpecifier }) =>
			moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
				? [join(dirname(file), moduleSpecifier.text)]
				: []
		);
}

/** What the compiler says of a host's module that uses `embed.mjs`. */
function faultsOf(code: string): string[] {
	const file = join(BUILD, 'host.mts');
	const options = {
		strict: true,
		noEmit: true,
		module: ts.ModuleKind.NodeNext,
		types: [],
		skipLibCheck: false
	};
	const compiler = ts.createCompilerHost(options);
	const onDisk = ts.sys;
	const source = `import { embed } from './embed.mjs';\n${code}\n`;
	compiler.readFile = (name) => (name === file ? source : onDisk.readFile(name));
	compiler.fileExists = (name) => name === file || onDisk.fileExists(name);
	const program = ts.createProgram([file], options, compiler);
	return ts
		.getPreEmitDiagnostics(program)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Whether an address of a page leads to a built file, and its fragment to an element there. */
function leads(address: string, page: string, html: string): boolean {
	const [path = '', fragment] = address.replace(/\?[^#]*/, '').split('#');
	const target = path === '' ? page : fileOf(path, page);
	if (target === null) return false;
	if (!fragment) return true;
	return (target === page ? html : read(target)).includes(`id="${fragment}"`);
}

function fileOf(path: string, page: string): string | null {
	const file = path.startsWith('/') ? path.slice(1) : join(dirname(page), path);
	const whole = path.endsWith('/') || /(^|\/)\.{1,2}$/.test(path) ? join(file, 'index.html') : file;
	return files.includes(whole) ? whole : null;
}
