import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Site, Station } from '../../src/lib/atlas/atlas';
import { handOverLinks } from '../../src/lib/geo/hand-over';
import { nearestStations } from '../../src/lib/measure/nearest-stations';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { SIZES, watch } from '../support/explorer-page';
import { openWithoutMap } from '../support/explorer-states';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

const PHONES = [
	{ width: 360, height: 740 },
	{ width: 390, height: 844 },
	{ width: 430, height: 932 },
	{ width: 740, height: 360 }
];
const PREFIXES = { zh: '/', en: '/en/' } as const;
const stations = JSON.parse(readFileSync('.atlas/stations.json', 'utf8')) as Station[];
const station = siteOf('chongqing-east-station');
const section = siteOf('metro-line-24-phase-1');
const unlocated = atlas.sites.find(({ anchor }) => !anchor)!;

function siteOf(id: string): Site {
	return atlas.sites.find((one) => one.id === id)!;
}

function linksOf({ anchor, name }: Site, lang: 'zh' | 'en'): string[] {
	const place = { position: anchor!, name: name[lang], atlas: atlas.title[lang] };
	return handOverLinks(place).map(({ href }) => href);
}

const part = (page: Page, name: string) => page.locator(`.card [data-section="${name}"]`);
const hrefs = (page: Page) =>
	page.locator('a[data-app]').evaluateAll((list) => list.map((link) => link.getAttribute('href')));

async function openCard(page: Page, path: string): Promise<void> {
	await openWithoutMap(page, path);
	// It may come after the map has been given up.
	await expect(page.locator('.card')).toBeVisible();
	const more = page.locator('.card .more');
	if (await more.isVisible()) await more.click();
	await expect(part(page, 'getting-there').locator('p').first()).toBeVisible();
}

for (const viewport of [...PHONES, SIZES.desk]) {
	test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
		test.use({ viewport });

		for (const lang of ['zh', 'en'] as const)
			test(`the card in ${lang} tells the nearest stations and hands over to map apps`, async ({
				page
			}) => {
				const faults = watch(page);
				await openCard(page, `${PREFIXES[lang]}?site=${section.id}`);
				const there = part(page, 'getting-there');
				const near = nearestStations(section, stations)!;
				await expect(there.locator('.stations').first().locator('.name')).toHaveText(
					near.inService.map((one) => one.station.name[lang])
				);
				await there.locator('summary').first().click();
				await expect(there.locator('.stations').last().locator('.name')).toHaveText(
					near.notYetOpen.map((one) => one.station.name[lang])
				);
				await there.locator('summary').last().click();
				expect(await hrefs(page)).toEqual(linksOf(section, lang));
				// All of it can be brought into sight, and nothing is wider than the page.
				await there.locator('a[data-app="geo"]').scrollIntoViewIfNeeded();
				await expect(there.locator('a[data-app="geo"]')).toBeInViewport({ ratio: 0.9 });
				expect(
					await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
				).toBe(0);
				expect(
					await page.locator('.card .body').evaluate((body) => body.scrollWidth - body.clientWidth)
				).toBe(0);
				expect(await smallTargets(page)).toEqual([]);
				expect(await axeFindings(page)).toEqual([]);
				expect(faults).toEqual([]);
			});
	});
}

test.describe('on a phone', () => {
	test.use({ viewport: SIZES.phone });

	test('a link opens the app’s page as any link does', async ({ page }) => {
		await page.route('https://uri.amap.com/**', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>AMap</title>' })
		);
		await openCard(page, `/?site=${station.id}`);
		const there = part(page, 'getting-there');
		await there.locator('summary').last().click();
		const link = there.locator('a[data-app="amap"]');
		await expect(link).not.toHaveAttribute('target');
		await link.click();
		await expect(page).toHaveTitle('AMap');
		expect(page.url()).toBe(new URL(linksOf(station, 'zh')[0]!).href);
	});

	test('in an embed a link opens beside the frame, which the app would refuse', async ({
		page
	}) => {
		await openCard(page, `/embed/?site=${station.id}`);
		const there = part(page, 'getting-there');
		await there.locator('summary').last().click();
		for (const link of await there.locator('a[data-app]').all())
			await expect(link).toHaveAttribute('target', '_blank');
	});

	test('of a place that nobody has located it says so and hands over nothing @core', async ({
		page
	}) => {
		await openCard(page, `/?site=${unlocated.id}`);
		await expect(part(page, 'getting-there')).toContainText('位置没有公布');
		await expect(page.locator('a[data-app]')).toHaveCount(0);
	});

	test('the name and the letter can be copied by hand where the view refuses to @core', async ({
		page
	}) => {
		await page.addInitScript(() => {
			Object.defineProperty(navigator, 'clipboard', {
				value: { writeText: () => Promise.reject(new Error('refused')) }
			});
		});
		await openCard(page, `/?site=${station.id}&p=33`);
		const there = part(page, 'getting-there');
		await there.locator('summary').last().click();
		await there.getByRole('button').click();
		await expect(there.locator('input')).toHaveValue(station.name.zh);

		const tell = part(page, 'tell-editors');
		await tell.getByRole('button').click();
		const letter = await tell.locator('textarea').inputValue();
		const here = new URL(page.url());
		expect(letter).toContain(`${here.origin}/sites/${station.id}/`);
		expect(letter).toContain(`${here.origin}/?site=${station.id}`);
		const mail = (await tell.locator('a').getAttribute('href'))!;
		expect(mail).toContain(`mailto:${atlas.contact!.mail}?subject=`);
		const body = decodeURIComponent(/&body=(.*)$/.exec(mail)![1]!).replaceAll('\r\n', '\n');
		expect(letter.endsWith(body)).toBe(true);
	});

	test('the letter is about the place and the view that are chosen now', async ({ page }) => {
		await openCard(page, `/?site=${station.id}`);
		const mail = part(page, 'tell-editors').locator('a[href^="mailto:"]');
		await expect(mail).toHaveAttribute('href', new RegExp(station.id));
		await page.keyboard.press('n');
		const next = atlas.sites[(atlas.sites.indexOf(station) + 1) % atlas.sites.length]!;
		await expect(page.locator('html')).toHaveAttribute('data-selected', next.id);
		await expect(mail).toHaveAttribute('href', new RegExp(`%3Fsite%3D${next.id}`));
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: PHONES[0]! });

	for (const lang of ['zh', 'en'] as const)
		test(`the pages of sites in ${lang} hand over what has a place`, async ({ page }) => {
			for (const site of [station, section, unlocated]) {
				await page.goto(`${PREFIXES[lang]}sites/${site.id}/`);
				expect(await hrefs(page), site.id).toEqual(site.anchor ? linksOf(site, lang) : []);
				const mail = await page.locator('a[href^="mailto:"]').getAttribute('href');
				expect(decodeURIComponent(mail!)).toContain(`${atlas.address}`);
				await expect(page.locator('main')).toContainText(atlas.contact!.mail!);
			}
		});

	test('the apps are told as links, with the rules that cards adopt', async ({ page }) => {
		await page.goto(`/sites/${station.id}/`);
		await expect(page.locator('.stations').first()).toHaveCSS('list-style-type', 'none');
		const { height } = (await page.locator('a[data-app]').first().boundingBox())!;
		expect(height).toBeGreaterThanOrEqual(44);
	});
});
