import { expect, type Locator, type Page } from '@playwright/test';
import { setAt } from '../../src/lib/source/edit-json';
import { MAX_TEXT } from '../../src/lib/view/filter';
import { atlas } from '../support/atlas';
import { followLink, openExplorer, SIZES, watch } from '../support/explorer-page';
import { HOSTILE_LINKS, HOSTILE_TEXTS, POLLUTING_JSON } from '../support/hostile';
import { serveHost } from '../support/host-page';
import { placedStations } from '../support/stations';
import { folderTexts, openWork } from '../support/studio';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const CORPUS = [...HOSTILE_TEXTS, ...HOSTILE_LINKS].map((text) => text.toWellFormed());
const site = atlas.sites.find(({ anchor }) => anchor)!;

/** Watches a page for all that a hostile text could do; the returned function says what it did. */
async function guard(page: Page): Promise<() => Promise<string[]>> {
	const faults = watch(page);
	page.on('dialog', (dialog) => {
		faults.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	await page.context().addInitScript(() => {
		const broken: string[] = [];
		Object.assign(globalThis, { brokenPolicy: broken });
		document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
			broken.push(`${effectiveDirective} bars ${blockedURI}`)
		);
	});
	return async () => {
		for (const frame of page.frames())
			faults.push(
				...(await frame.evaluate(() => {
					const { brokenPolicy = [] } = globalThis as { brokenPolicy?: string[] };
					return [
						...brokenPolicy,
						...('__pwned' in globalThis ? ['a hostile text ran'] : []),
						...Object.keys(Object.prototype),
						...('polluted' in {} ? ['prototype polluted'] : []),
						...(document.querySelector('base, iframe[srcdoc], [onerror], [onload]')
							? ['hostile markup became elements']
							: []),
						...[...document.querySelectorAll('a[href]')].flatMap((link) =>
							/^(?:https?|mailto|geo|blob):$/.test((link as HTMLAnchorElement).protocol)
								? []
								: [`a link to ${(link as HTMLAnchorElement).href}`]
						),
						...(document.body.innerText.trim().length < 20 ? ['blank page'] : [])
					];
				}))
			);
		return faults;
	};
}

test('hostile own files are shown as text', async ({ page }) => {
	const faults = await guard(page);
	await openExplorer(page, '/?panel=tools&tool=files');
	const [lng = 0, lat = 0] = placedStations[0]?.position ?? [];
	const features = CORPUS.map((text, i) => ({
		type: 'Feature',
		properties: { name: text, [text]: text, ...(i === 0 && { more: POLLUTING_JSON }) },
		geometry: { type: 'Point', coordinates: [lng + i * 1e-4, lat] }
	}));
	const name = '<img src=x onerror=globalThis.__pwned=1>.geojson';
	const content = JSON.stringify({ type: 'FeatureCollection', features });
	await page
		.locator('#tool input[type="file"]')
		.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await page.getByRole('button', { name: '加到地图' }).click();
	await expect(page.locator('#tool')).toContainText(name);
	await page.getByRole('button', { name: /^表格：/ }).click();
	await expect(page.getByRole('cell', { name: CORPUS[0]! }).first()).toBeVisible();
	expect(await faults()).toEqual([]);
});

test('names that turn the writing around leave our sentences in order', async ({ page }) => {
	await openExplorer(page, '/?panel=tools&tool=files');
	for (const name of ['\u202Egpj.exe', '\u2069\u202E1', 'שלום (1']) {
		await page
			.locator('#tool input[type="file"]')
			.setInputFiles({ name, mimeType: '', buffer: Buffer.from('?') });
		const told = page.locator('#tool').getByRole('alert').locator('strong');
		await expect(told).toContainText('没有加入。');
		expect(await inOrder(told, '没有加入。'), name).toBe(true);
		await page.locator('#tool').getByRole('button', { name: '关闭' }).click();
		await followLink(page, '/?panel=find');
		await page.getByRole('combobox').fill(`${name}无`);
		const none = page.locator('.none strong');
		await expect(none).toContainText('没有找到');
		expect(await inOrder(none, '”。'), name).toBe(true);
		await followLink(page, '/?panel=tools&tool=files');
	}
});

/** Whether the end of a sentence stands after all else, sign by sign from left to right. */
function inOrder(sentence: Locator, end: string): Promise<boolean> {
	return sentence.evaluate((element, sought) => {
		const text = element.firstChild as Text;
		const range = document.createRange();
		const boxes = [...text.data].map((_, at) => {
			range.setStart(text, at);
			range.setEnd(text, at + 1);
			return range.getBoundingClientRect();
		});
		const from = text.data.lastIndexOf(sought);
		const [before, after] = [boxes.slice(0, from), boxes.slice(from)];
		if (new Set(boxes.map(({ bottom }) => Math.round(bottom))).size > 1)
			throw new Error('the sentence stands on several lines');
		return after.every(({ left }, i) =>
			[...before, ...after.slice(0, i)].every((box) => box.left <= left)
		);
	}, end);
}

test('hostile parameters of a link give a page that works', async ({ page }) => {
	const faults = await guard(page);
	const parameters =
		'site p m panel tool map text off dim base overlay at date compare around status topic kind precision promise near area q measure draw radius line sort cols lang theme host panels'.split(
			' '
		);
	// Every parameter at once, each time with others; tests/unit/hostile.test.ts tries every pair.
	for (let load = 0; load < 6; load++) {
		const query = new URLSearchParams(
			parameters.map((name, i) => [name, CORPUS[(i * 6 + load * 11) % CORPUS.length] ?? ''])
		);
		await page.goto(`/${load % 2 ? 'embed/' : ''}?${query}#${encodeURIComponent(CORPUS[load]!)}`);
		await expect(page.locator('.map .marks').first()).toBeAttached();
		await expect(page.locator('html')).not.toHaveAttribute('data-map', 'loading');
	}
	const words = CORPUS[1]!.slice(0, MAX_TEXT);
	await page.goto(`/?panel=tools&tool=filter&${new URLSearchParams({ q: words })}`);
	await expect(
		page.locator('#tool input[type="search"], #tool input[type="text"]').first()
	).toHaveValue(words);
	// An address on the page's own host may be anything, and there may be nothing at it.
	expect((await faults()).filter((fault) => !/status of 404/.test(fault))).toEqual([]);
});

test('hostile messages and a hostile text of a host do nothing, and right ones still work', async ({
	page,
	baseURL
}) => {
	const faults = await guard(page);
	const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const host = await serveHost(
		`<!doctype html><html lang="zh"><meta charset="utf-8"><title>报</title>
		<article id="story"><p>${site.name.zh}在这里。</p>${CORPUS.map((text) => `<p>${escaped(text)}${site.name.zh}</p>`).join('')}</article>
		<div id="map" data-atlas-embed data-article="#story" style="height:480px"></div>
		<script src="${baseURL}/embed.js"></script>`
	);
	try {
		await page.goto(host.url);
		const before = await page.locator('#story').innerText();
		const first = page.locator('#story atlas-mention').first();
		await expect(first).toHaveText(site.name.zh);
		expect(await page.locator('#story').innerText()).toBe(before);
		await page.evaluate(
			({ texts, json }) => {
				const target = document.querySelector('iframe')!.contentWindow!;
				const parts = [
					...texts,
					...texts.map((text) => ({ [text]: text })),
					JSON.parse(json) as object
				];
				for (const part of parts)
					for (const type of ['select', 'setView', 'setLayers', 'setDate', part])
						target.postMessage(
							{
								atlas: 1,
								type,
								site: part,
								mention: part,
								center: part,
								zoom: part,
								off: part,
								date: part
							},
							'*'
						);
				for (const odd of [NaN, Infinity, 1e308, -0, 10n, new Map([[1, 2]]), new Date(NaN)])
					target.postMessage({ atlas: 1, type: 'setView', center: [odd, odd], zoom: odd }, '*');
			},
			{ texts: CORPUS, json: POLLUTING_JSON }
		);
		await first.click();
		const frame = page.frames().find((one) => one.url().includes('/embed/'))!;
		await expect(frame.locator('html')).toHaveAttribute('data-selected', site.id);
		expect(await faults()).toEqual([]);
	} finally {
		await host.close();
	}
});

test('a draft of hostile texts is edited and previewed as text', async ({ context, page }) => {
	const faults = await guard(page);
	const texts = folderTexts('tests/fixtures/second-atlas');
	// What the check lets through: the rest is refused, and shown as what is wrong.
	const passing = CORPUS.filter((text) => text.startsWith('<') || text.startsWith('"')).slice(0, 6);
	const [hostile = ''] = passing;
	const all = passing.filter((text) => !/[^\P{Cc}\n]/u.test(text)).join(' ');
	const both = { zh: `图 ${hostile}`, en: `Map ${hostile}` };
	const atlasText = setAt(texts['atlas.json'] ?? '', ['title'], both);
	const works = {
		...texts,
		'atlas.json': setAt(atlasText, ['summary'], { zh: `说 ${all}`, en: `About ${all}` }),
		'sites.geojson': setAt(
			texts['sites.geojson'] ?? '',
			['features', 0, 'properties', 'history', 0, 'note'],
			{ zh: `注 ${all}`, en: `Note ${all}` }
		)
	};
	await openWork(page, '/en/studio/', works);
	const [preview] = await Promise.all([
		context.waitForEvent('page'),
		page.locator('[data-preview-link]').click()
	]);
	const ofPreview = await guard(preview);
	await expect(preview.locator('[data-preview="ready"]')).toBeVisible();
	await expect(preview.getByText(both.en).first()).toBeVisible();
	expect(await ofPreview()).toEqual([]);

	// A whole file of something else, and links that lead elsewhere, are told of.
	await openWork(page, '/en/studio/', {
		...works,
		'sources.json': setAt(texts['sources.json'] ?? '', ['sources', 0, 'url'], HOSTILE_LINKS[0]),
		'lines.json': HOSTILE_TEXTS[0]
	});
	await page.locator('[data-part="problems"]').click();
	await expect(page.getByText('lines.json').first()).toBeVisible();
	expect(await faults()).toEqual([]);
});
