import { expect } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import type { Station } from '../../src/lib/atlas/atlas';
import { newsOf, openPromises } from '../../src/lib/pages/news';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { SIZES, watch } from '../support/explorer-page';
import { openWithoutMap } from '../support/explorer-states';
import { test } from '../support/test';

const LANGS = [
	{ lang: 'zh', prefix: '/', asOf: '2026年11月23日' },
	{ lang: 'en', prefix: '/en/', asOf: '23 November 2026' }
] as const;
const stations = JSON.parse(readFileSync('.atlas/stations.json', 'utf8')) as Station[];
const news = newsOf(atlas, stations);
const promises = openPromises(atlas.sites, news);

for (const { lang, prefix, asOf } of LANGS) {
	test.describe(`in ${lang}`, () => {
		for (const viewport of [
			{ width: 360, height: 740 },
			{ width: 390, height: 844 },
			{ width: 430, height: 932 },
			{ width: 740, height: 360 },
			SIZES.desk
		]) {
			test(`the page fits ${viewport.width} × ${viewport.height}, and axe finds nothing`, async ({
				page
			}) => {
				await page.setViewportSize(viewport);
				const faults = watch(page);
				await page.goto(`${prefix}changes/`);
				const over = await page
					.locator('html')
					.evaluate((root) => root.scrollWidth - root.clientWidth);
				expect(over).toBe(0);
				expect(await axeFindings(page)).toEqual([]);
				expect(faults).toEqual([]);
			});
		}

		test('the page tells each change once, what opened first, and what is promised still @core', async ({
			page
		}) => {
			await page.goto(`${prefix}changes/`);
			await expect(page.locator('main p').first()).toContainText(asOf);
			const ids = await page.locator('main li[id]').evaluateAll((list) => list.map(({ id }) => id));
			expect(ids.toSorted()).toEqual(news.map(({ id }) => id).toSorted());
			const opened = news.filter(({ status }) => status === 'open');
			expect(ids.slice(0, opened.length)).toEqual(opened.map(({ id }) => id));
			await expect(page.locator('main ul > li[data-site]')).toHaveCount(promises.length);
			for (const { id, note, sources } of news) {
				const entry = page.locator(`[id="${id}"]`);
				if (note) await expect(entry).toContainText(note[lang]);
				for (const source of sources) {
					const { url } = atlas.sources[source]!;
					if (url) await expect(entry.locator(`a[href="${url}"]`)).toHaveCount(1);
				}
			}
		});

		test(`both feeds are there, are linked, and lead to the entries of the page${lang === 'zh' ? ' @core' : ''}`, async ({
			page,
			request
		}) => {
			await page.goto(`${prefix}changes/`);
			const html = await page.content();
			const atom = await request.get(`${prefix}changes.atom`);
			expect(atom.headers()['content-type']).toContain('application/atom+xml');
			const xml = new DOMParser().parseFromString(await atom.text(), 'application/xml');
			const ids = [...xml.getElementsByTagName('id')].map(({ textContent }) => textContent ?? '');
			const json = (await (await request.get(`${prefix}changes.json`)).json()) as {
				items: { id: string }[];
			};
			expect(json.items.map(({ id }) => id)).toEqual(ids.slice(1));
			expect(ids).toHaveLength(news.length + 1);
			for (const id of ids.slice(1)) {
				const { pathname, hash } = new URL(id);
				expect(pathname).toBe(`${prefix}changes/`);
				expect(html).toContain(`id="${hash.slice(1)}"`);
			}
			for (const file of ['changes.atom', 'changes.json'])
				await expect(page.locator(`main a[href$="/${file}"]`)).toBeVisible();
			for (const path of ['', 'progress/', `sites/${atlas.sites[0]!.id}/`]) {
				await page.goto(prefix + path);
				for (const file of ['changes.atom', 'changes.json'])
					await expect(
						page.locator(
							`head link[rel="alternate"][href="${atlas.address}${prefix.slice(1)}${file}"]`
						)
					).toHaveCount(1);
			}
		});

		test('the explorer and the page of promises lead there', async ({ page }) => {
			await openWithoutMap(page, prefix);
			await page
				.locator(`article header a[href$="/changes/"], article header a[href="changes/"]`)
				.click();
			await expect(page).toHaveURL(new RegExp(`${prefix}changes/$`));
			await page.goto(`${prefix}progress/`);
			await page.locator('main a[href$="changes/"]').click();
			await expect(page).toHaveURL(new RegExp(`${prefix}changes/$`));
			await expect(page.locator('nav a[aria-current="page"]')).toHaveAttribute(
				'href',
				/changes\/$/
			);
		});
	});
}

test('an entry leads to the page of its place, and to the place on the map', async ({ page }) => {
	await page.goto('/changes/');
	const entry = page.locator('[id="chongqing-east-station.open"]');
	await entry.getByRole('link', { name: '重庆东站', exact: true }).click();
	await expect(page).toHaveURL(/\/sites\/chongqing-east-station\/$/);
	await page.goBack();
	await entry.getByRole('link', { name: '在地图上看' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-selected', 'chongqing-east-station');
});
