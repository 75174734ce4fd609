import { expect, type FrameLocator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { atlas } from '../support/atlas';
import { errorsOf, failFiles, FAULTS } from '../support/faults';
import { serveHost, type HostPage } from '../support/host-page';
import { test } from '../support/test';

/** Each request of an embed fails: the host's page and the drawn map stay, and the frame tells. */

test.use({ viewport: { width: 800, height: 700 }, actionTimeout: 20_000 });

const PAGE = readFileSync('build/embed/index.html', 'utf8');
/** Scripts and style sheets that the page itself names. */
const NAMED = new Set(PAGE.match(/[\w.-]+\.(?:js|css)/g) ?? []);
/** The script of the embed's own page, which runs last. */
const LAST = [...NAMED].find((file) => /^8\./.test(file)) ?? '';
/** What that one imports comes with it; Kit's page for errors is never shown. */
const IMPORTED = new Set(
	readFileSync(`build/_app/immutable/nodes/${LAST}`, 'utf8').match(/[\w-]+\.js/g) ?? []
);
const isLater = (file: string) =>
	/\.js$/.test(file) &&
	!NAMED.has(file) &&
	!IMPORTED.has(file) &&
	!/^(?:1\.|embed|gazetteer)/.test(file);

const id = atlas.sites.find(({ anchor }) => anchor)?.id ?? '';
const name = atlas.sites.find((site) => site.id === id)?.name.zh ?? '';
const STORY = `第一段写${name}，再写一次${name}。`;

const hosts: HostPage[] = [];
test.afterAll(() => Promise.all(hosts.map((host) => host.close())));

/** A publisher's page, with the script and a live text. */
async function openHost(page: Page, base: string | undefined): Promise<FrameLocator> {
	const host =
		await serveHost(`<!doctype html><html lang="zh"><meta charset="utf-8"><title>报</title>
		<article id="story"><p>${STORY}</p></article>
		<div data-atlas-embed data-article="#story"></div>
		<script src="${base}/embed.js" async></script>`);
	hosts.push(host);
	await page.goto(host.url);
	return page.frameLocator('iframe');
}

for (const [what, { answer }] of Object.entries(FAULTS))
	test(`when the last of an embed's first scripts ${what}, the frame says so and has map and list`, async ({
		page,
		baseURL
	}) => {
		const failing = await failFiles(page, answer, (file) => file === LAST);
		const frame = await openHost(page, baseURL);
		const alert = frame.getByRole('alert');
		await expect(alert).toContainText('没有载入');
		await expect(frame.locator('section.map .ground > svg')).toBeVisible();
		await expect(frame.locator('a.mark').first()).toBeVisible();
		await expect(frame.locator('.list a[data-site]').first()).toBeVisible();
		await expect(page.locator('#story')).toContainText(STORY);
		failing.isOn = false;
		await alert.getByRole('link').click();
		await frame.locator('button.all').click();
		await frame.locator(`.list a[data-site="${id}"]`).click();
		await expect(frame.locator(`.card[data-site="${id}"]`)).toBeVisible();
	});

for (const [what, { answer, asksAgain }] of Object.entries(FAULTS))
	test(`when what an embed loads later ${what}, each part says so and the drawn map stays`, async ({
		page,
		baseURL
	}) => {
		const errors = errorsOf(page);
		const failing = await failFiles(page, answer, isLater);
		const frame = await openHost(page, baseURL);
		const drawn = frame.locator('section.map .ground > svg');
		// A touch has the live map come.
		await frame.locator('.legend .toggle').click();
		await expect(frame.locator('#legend').getByRole('alert')).toBeVisible();
		await expect(frame.locator('[data-problem="map"]')).toBeVisible();
		await expect(drawn).toBeVisible();
		await frame.locator('button.all').click();
		await frame.locator(`.list a[data-site="${id}"]`).click();
		const alert = frame.getByRole('alert').filter({ hasText: name });
		await expect(alert).toBeVisible();
		await expect(drawn).toBeVisible();
		failing.isOn = false;
		await alert.getByRole('button', { name: asksAgain ? '再试一次' : '重新载入' }).click();
		await expect(frame.locator(`.card[data-site="${id}"]`)).toBeVisible();
		expect(errors).toEqual([]);
	});

for (const [what, { answer }] of Object.entries(FAULTS))
	test(`when each file of data ${what}, an embed says what is missing, and the host's text stays`, async ({
		page,
		baseURL
	}) => {
		const errors = errorsOf(page);
		const failing = await failFiles(page, answer, (file) =>
			/^(?:basemap\.pmtiles|details\.json|gazetteer\.js|map-font.*\.woff2)$/.test(file)
		);
		const frame = await openHost(page, baseURL);
		// A touch has the live map come.
		await frame.locator('.legend .toggle').click();
		await frame.locator('.legend .toggle').click();
		await frame.locator('button.all').click();
		await frame.locator(`.list a[data-site="${id}"]`).click();
		await expect(frame.locator('[data-problem="details"]')).toBeVisible();
		await expect(frame.locator('[data-problem="base"]')).toBeVisible();
		await expect(frame.locator(`.card[data-site="${id}"]`)).toContainText('地点页面');
		await expect(frame.locator('section.map .ground > svg')).toBeVisible();
		expect(await page.locator('#story').innerHTML()).toBe(`<p>${STORY}</p>`);
		failing.isOn = false;
		await frame
			.getByRole('button', { name: /下一个地点|下一处/ })
			.last()
			.click();
		await expect(frame.locator('[data-problem="details"]')).toHaveCount(0);
		// A text that is to be live later asks again.
		await page.evaluate(() => {
			const [embed] = window.DistrictAtlas!.embeds!.values();
			embed!.destroy();
			window.DistrictAtlas!.scan!();
		});
		await expect(page.locator('atlas-mention[role]')).toHaveCount(2);
		// What is no script is an error of the host's page, which nobody can catch there.
		expect(errors.filter((error) => !/^Unexpected (?:token|end)|^Invalid or/.test(error))).toEqual(
			[]
		);
	});

test('when the script for publishers does not come in any way, the host’s page is as it was', async ({
	page,
	baseURL
}) => {
	let answer = FAULTS['is missing']!.answer;
	await failFiles(
		page,
		(route) => answer(route),
		(file) => file === 'embed.js'
	);
	for (const fault of Object.values(FAULTS)) {
		answer = fault.answer;
		await openHost(page, baseURL);
		expect(await page.locator('#story').innerHTML()).toBe(`<p>${STORY}</p>`);
		await expect(page.locator('iframe')).toHaveCount(0);
	}
});
