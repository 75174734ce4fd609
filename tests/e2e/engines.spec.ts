import { expect } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { newerNames, newerStyles, parseScript } from '../support/oldest-engines';
import { studioFiles } from '../../vite.studio-files';
import { test } from '../support/test';

const BUILD = resolve('build');
const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(BUILD, file), 'utf8');

/** Publishers' pages load these, whoever reads them. */
const FOR_PUBLISHERS = ['embed.js', 'embed.mjs', 'data/gazetteer.js', 'embed/demo.js'];

test.describe('what is built', () => {
	const scripts = files.filter((file) => /\.m?js$/.test(file));

	test('has scripts whose syntax the oldest engines read @core', () => {
		expect(scripts.length).toBeGreaterThan(40);
		for (const file of scripts) {
			const isForPublishers = FOR_PUBLISHERS.includes(file);
			const isModule = !isForPublishers || file.endsWith('.mjs');
			const parse = () => parseScript(read(file), isForPublishers ? 2020 : 2022, isModule);
			expect(parse, file).not.toThrow();
		}
	});

	test('has inline scripts that older engines read too @core', () => {
		for (const page of files.filter((file) => file.endsWith('.html')))
			for (const [, attributes = '', code = ''] of read(page).matchAll(
				/<script([^>]*)>([^]*?)<\/script>/g
			))
				if (!attributes.includes('json'))
					expect(() => parseScript(code, 2020, false), page).not.toThrow();
	});

	test('names nothing that the oldest engines lack, but where it asks first @core', () => {
		// The studio asks for newer ones, and says so.
		const ofStudio = studioFiles(BUILD);
		expect(ofStudio.size).toBeGreaterThan(5);
		const named = new Map<string, string[]>();
		for (const file of scripts) {
			const code = read(file);
			for (const name of newerNames(parseScript(code, 2022, true))) {
				if (ofStudio.has(file) && IN_THE_STUDIO.has(name)) continue;
				// shpjs turns rings round; the file that has it in it adds how.
				if (!(name.startsWith('.toReversed') && /\.prototype,.toReversed/.test(code)))
					named.set(name, [...(named.get(name) ?? []), file]);
			}
		}
		for (const name of ASKED_FOR.keys()) named.delete(name);
		expect(Object.fromEntries(named)).toEqual({});
	});

	test('has styles of which the oldest engines lack only what nobody misses @core', () => {
		const sheets = [
			...files.filter((file) => file.endsWith('.css')).map((file) => join(BUILD, file)),
			// These are in scripts, which hand them to the page.
			...readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.css'))
				.map((file) => join('src/lib', file))
		];
		const used = new Set(sheets.flatMap((file) => [...newerStyles(readFileSync(file, 'utf8'))]));
		for (const name of used) if (MISSED_BY_NOBODY.has(name.split(' (')[0] ?? '')) used.delete(name);
		expect([...used]).toEqual([]);
	});
});

/** In whichever browser the tests run in: `CHROMIUM=<path>` takes an old one. */
test.describe('in this browser', () => {
	test.use({ viewport: SIZES.phone, hasTouch: true, isMobile: true });

	test('the explorer runs: map, card, list, every tool, sharing @core', async ({ page }) => {
		const faults = watch(page);
		await openExplorer(page);
		await page.locator('[data-passage] a[data-site="jiangnan-tunnel"]').first().tap();
		await expect(page.locator('.card[data-site="jiangnan-tunnel"]')).toBeVisible();
		await expect(page.locator('.mark[data-site="jiangnan-tunnel"]')).toBeInViewport();
		await page.getByRole('button', { name: /^地点/ }).tap();
		await expect(page.locator('.list a[data-site="jiangnan-tunnel"]')).toBeVisible();
		await page.getByRole('button', { name: '工具' }).tap();
		const tools = page.locator('[data-panel="tools"]');
		for (const tool of await tools.locator('nav button').all()) {
			await tool.tap();
			await expect(tools.getByRole('heading').or(tools.locator('fieldset')).first()).toBeVisible();
		}
		await page.getByRole('button', { name: '分享', exact: true }).first().tap();
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(faults).toEqual([]);
	});

	test('an embed runs', async ({ page }) => {
		const faults = watch(page);
		await page.goto('/embed/?site=jiangnan-tunnel');
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		expect(faults).toEqual([]);
	});

	for (const path of ['/sites/jiangnan-tunnel/', '/progress/', '/data/'])
		test(`${path} is no wider than the screen`, async ({ page }) => {
			const faults = watch(page);
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
			expect(faults).toEqual([]);
		});
});

test.describe('in an engine that is too old', () => {
	// Its scripts are barred by a policy of the page's own.
	test.use({ viewport: SIZES.phone, mayBreakPolicy: true });

	test('the explorer’s script does not begin: text and list are one page @core', async ({
		page
	}) => {
		await page.addInitScript(() => delete (self as Partial<typeof globalThis>).CompressionStream);
		await page.goto('/?site=jiangnan-tunnel&panel=sites');
		await expect(page.locator('html')).not.toHaveAttribute('data-script');
		await expect(page.locator('[data-passage="33"]')).toBeVisible();
		await expect(page.locator('.list a[data-site="jiangnan-tunnel"]')).toBeVisible();
		await page.locator('[data-passage] a[data-site="jiangnan-tunnel"]').first().click();
		await expect(page).toHaveURL(/\/sites\/jiangnan-tunnel\/$/);
	});
});

/** What the studio asks for besides: the newest is in its gate. */
const IN_THE_STUDIO = new Map([
	['URL.canParse (chrome, safari)', 'Since Chromium 120 and Safari 17.'],
	['.toSorted (chrome)', 'Since 110.'],
	['.toReversed (chrome)', 'Since 110.'],
	['.toSpliced (chrome)', 'Since 110.'],
	[
		'.detached (chrome, safari, firefox)',
		'The glue of jieba’s WebAssembly asks whether it is there.'
	],
	['.grow (chrome, firefox)', 'Of the memory of WebAssembly, not of a SharedArrayBuffer.']
]);

/** By name and who lacks it: where it stands, and what happens without. */
const ASKED_FOR = new Map([
	['trustedTypes (safari, firefox)', 'Svelte asks whether it is there.'],
	['Temporal (chrome, safari, firefox)', 'Kit, for data that has such values; ours has none.'],
	['.fromBase64 (chrome, safari, firefox)', 'Kit asks whether it is there.'],
	['.Segmenter (firefox)', 'MapLibre asks whether it is there.'],
	['.captureStackTrace (safari, firefox)', 'fflate asks whether it is there.'],
	['AbortSignal.timeout (chrome)', 'There since 103; only the name of its error came later.'],
	['.fileName (chrome, safari)', 'A field of saxes.'],
	['.resizable (chrome, firefox)', 'An option of terra-draw, not of ArrayBuffer.'],
	['.resize (chrome, firefox)', 'A method of MapLibre, not of ArrayBuffer.'],
	['.escape (chrome, safari, firefox)', '`CSS.escape`.'],
	['.toArray (chrome, safari, firefox)', 'A method of MapLibre, not of iterators.'],
	['.take (chrome, safari, firefox)', 'A method of ours and of MapLibre, not of iterators.'],
	['.drop (chrome, safari, firefox)', 'A word of ours, not of iterators.']
]);

/** What is only finer with it. */
const MISSED_BY_NOBODY = new Set([
	'text-size-adjust',
	':-webkit-search-cancel-button',
	'-webkit-tap-highlight-color',
	'@page',
	'size',
	'text-autospace',
	'text-wrap',
	'text-wrap: balance',
	'text-wrap: pretty',
	'text-spacing-trim',
	'text-spacing-trim: normal',
	'hanging-punctuation',
	'hanging-punctuation: allow-end',
	'hanging-punctuation: last',
	'accent-color',
	// The bar below the text stays when the card is opened; a dialog’s page behind it scrolls.
	':has',
	'forced-color-adjust',
	'forced-color-adjust: none',
	'overflow-anchor',
	'overflow-anchor: none',
	'overscroll-behavior',
	'box-decoration-break: clone',
	'orphans',
	'widows',
	'break-after: avoid',
	// app.css has shadows for it.
	'paint-order',
	'field-sizing',
	'field-sizing: content',
	'print-color-adjust: exact'
]);
