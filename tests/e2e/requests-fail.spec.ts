import { expect, type Locator } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { TOOLS } from '../../src/lib/view/view';
import { atlas } from '../support/atlas';
import { drawnMap, followLink, openExplorer, SIZES } from '../support/explorer-page';
import { errorsOf, failFiles, FAULTS, holdFiles, TOLD } from '../support/faults';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const APP = 'build/_app/immutable';
const PAGE = readFileSync('build/index.html', 'utf8');
/** Scripts and style sheets that the page itself names: what it needs first, and the live map. */
const NAMED = new Set(PAGE.match(/[\w.-]+\.(?:js|css)/g) ?? []);
/** The scripts without which nothing on the page answers. */
const FIRST = new Set(
	[...PAGE.matchAll(/href="[^"]*\/([\w.-]+\.js)" rel="modulepreload"/g)].map(
		([, name]) => name ?? ''
	)
);

/** The script of the map's worker, which the first scripts start. */
const MAP_WORKER = basename(
	[...FIRST]
		.flatMap((file) =>
			readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter(
				(path) => basename(path) === file
			)
		)
		.map(
			(path) =>
				/new URL\(`([\w-]+\.js)`,\s*import\.meta\.url\)/.exec(
					readFileSync(`${APP}/${path}`, 'utf8')
				)?.[1]
		)
		.find((file) => file !== undefined) ?? 'no worker found'
);

/** Kit loads its page for errors ahead; the explorer never shows it. */
const isErrorPage = (file: string) => file.startsWith('1.');

/** Scripts and style sheets of what is loaded when it is wanted; data has data-fails.spec.ts. */
const isLater = (file: string) =>
	/\.(?:js|css)$/.test(file) && !NAMED.has(file) && file !== MAP_WORKER && !isErrorPage(file);

const id = atlas.sites.find(({ anchor }) => anchor)?.id ?? '';
const name = atlas.sites.find((site) => site.id === id)?.name.zh ?? '';

for (const [what, { answer, asksAgain }] of Object.entries(FAULTS)) {
	test(`when what is loaded later ${what}, each part says so and the rest goes on`, async ({
		page
	}) => {
		const errors = errorsOf(page);
		const failing = await failFiles(page, answer, isLater);
		await openExplorer(page);
		const again = page.getByRole('button', { name: '再试一次' });

		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expect(page.locator('html')).toHaveAttribute('data-selected', id);
		await expect(page.getByRole('alert')).toContainText(name);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('alert')).toHaveCount(0);

		await page.locator('.legend .toggle').click();
		await expect(page.locator('#legend').getByRole('alert')).toBeVisible();
		await page.locator('.legend .toggle').click();

		await followLink(page, '/?date=2020-01-31');
		await expect(page.locator('[data-problem="shown"]')).toBeVisible();
		await expect(page.locator('section.map').getByRole('alert')).toBeVisible();

		await followLink(page, '/?panel=find');
		await expect(page.locator('[data-panel="find"]').getByRole('alert')).toBeVisible();

		await page.locator('header .tools').getByRole('button', { name: '分享' }).click();
		const share = page.getByRole('alert').filter({ hasText: '没有载入' });
		await share.getByRole('button').click();
		await expect(share).toHaveCount(0);

		const tools = page.locator('[data-panel="tools"]');
		await followLink(page, '/?panel=tools&tool=filter');
		await expect(tools.getByRole('alert')).toBeVisible();
		failing.isOn = false;
		if (asksAgain) await tools.locator(again).click();
		else await tools.getByRole('button', { name: '重新载入' }).click();
		await expect(page.locator('#tool > *').first()).toBeVisible();
		await expect(tools.getByRole('alert')).toHaveCount(0);
		expect(errors).toEqual([]);
	});
}

test('each tool that does not come says so, and comes when it is asked for again', async ({
	page
}) => {
	const errors = errorsOf(page);
	await page.goto('/?panel=tools&tool=filter');
	await expect(page.locator('#tool > *').first()).toBeVisible();
	const loaded = new Set(
		await page.evaluate(() =>
			performance.getEntriesByType('resource').map((entry) => entry.name.replace(/^.*\//, ''))
		)
	);
	const failing = await failFiles(
		page,
		(route) => route.fulfill({ status: 404 }),
		(file) => file.endsWith('.js') && !loaded.has(file) && !NAMED.has(file)
	);
	for (const tool of TOOLS.filter((one) => one !== 'filter')) {
		failing.isOn = true;
		await followLink(page, `/?panel=tools&tool=${tool}`);
		const alert = page.locator('#tool').getByRole('alert');
		await expect(alert, tool).toBeVisible();
		failing.isOn = false;
		await alert.getByRole('button', { name: '再试一次' }).click();
		await expect(alert, tool).toHaveCount(0);
		await expect(page.locator('#tool > *').first(), tool).toBeVisible();
	}
	expect(errors).toEqual([]);
});

test('while what is loaded later does not come, each part says so, and comes when it does', async ({
	page
}) => {
	const errors = errorsOf(page);
	const release = await holdFiles(page, isLater);
	await openExplorer(page);
	const waiting = (part: Locator) => part.getByRole('status').filter({ hasText: '载入中' });

	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.locator('html')).toHaveAttribute('data-selected', id);
	await expect(waiting(page.locator('body'))).toHaveCount(1);
	await page.locator('.legend .toggle').click();
	await expect(waiting(page.locator('#legend'))).toBeVisible();
	await page.locator('header .tools').getByRole('button', { name: '分享' }).click();
	await expect(waiting(page.locator('body'))).toHaveCount(3);
	// What is there goes on meanwhile.
	await page.getByRole('button', { name: /^地点/ }).click();
	await expect(page.locator('.list a').first()).toBeVisible();
	await followLink(page, '/?panel=tools&tool=filter');
	await expect(waiting(page.locator('[data-panel="tools"]'))).toBeVisible();

	release();
	await expect(page.locator('dialog.share')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('#tool > *').first()).toBeVisible();
	await expect(page.locator('#legend li').first()).toBeVisible();
	await expect(waiting(page.locator('body'))).toHaveCount(0);
	expect(errors).toEqual([]);
});

for (const [what, { answer }] of Object.entries(FAULTS)) {
	test(`when the first scripts' last ${what}, the page is there to read and says what is missing`, async ({
		page
	}) => {
		const last = [...FIRST].find((file) => /^3\./.test(file));
		const failing = await failFiles(page, answer, (file) => file === last);
		await page.goto('/');
		const alert = page.getByRole('alert');
		await expect(alert).toContainText('没有载入');
		await expect(page.locator('html')).not.toHaveAttribute('data-script');
		await expect(drawnMap(page)).toBeVisible();
		await expect(page.locator('.list a[data-site]').first()).toBeVisible();
		await expect(page.locator('[data-passage]').first()).toBeVisible();
		failing.isOn = false;
		await alert.getByRole('link').click();
		// Until its script answers, a name leads to the page of its place.
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
		await expect(page.locator('html')).toHaveAttribute('data-script');
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
	});
}

for (const [what, { answer }] of Object.entries(FAULTS)) {
	test(`when no style sheet that comes later is there (each ${what}), nothing is lost but looks`, async ({
		page
	}) => {
		const errors = errorsOf(page);
		await failFiles(page, answer, (file) => file.endsWith('.css') && !NAMED.has(file));
		await page.goto('/?panel=tools&tool=filter');
		await expect(page.locator('#tool > *').first()).toBeVisible();
		await page.locator(`[data-panel="tools"]`).waitFor();
		await followLink(page, `/?site=${id}`);
		await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
		await expect(page.getByRole('alert')).toHaveCount(0);
		expect(errors).toEqual([]);
	});
}

for (const [what, { answer }] of TOLD) {
	test(`when the map's worker ${what}, the drawn map stays and a notice says so`, async ({
		page
	}) => {
		const errors = errorsOf(page);
		await failFiles(page, answer, (file) => file === MAP_WORKER);
		await page.goto('/');
		await expect(page.locator('[data-problem="map"]')).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
		await expect(drawnMap(page)).toBeVisible();
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
		expect(errors).toEqual([]);
	});
}

for (const [what, { answer }] of TOLD) {
	test(`when the worker of a tool ${what}, the tool says so and works at the next go`, async ({
		page
	}) => {
		const errors = errorsOf(page);
		const failing = await failFiles(page, answer, (file) => /^(?:union|read)-worker-/.test(file));
		await page.goto('/?panel=tools&tool=measure&measure=catchment&radius=500&map=off');
		const area = page.locator('[data-figure="area"]');
		await expect(area).toContainText('未能算出');
		// What needs no worker is there.
		await expect(page.locator('[data-figure="share"]')).toContainText('%');
		failing.isOn = false;
		await area.getByRole('button', { name: '再试一次' }).click();
		await expect(area).toContainText('平方公里');

		failing.isOn = true;
		await followLink(page, '/?panel=tools&tool=files&map=off');
		const file = page.locator('#tool input[type="file"]');
		const point = { type: 'Point', coordinates: atlas.home.slice(0, 2) };
		const content = { name: 'a.geojson', mimeType: '', buffer: Buffer.from(JSON.stringify(point)) };
		await file.setInputFiles(content);
		await expect(page.locator('#tool').getByRole('alert')).toContainText('a.geojson');
		failing.isOn = false;
		await file.setInputFiles(content);
		await expect(page.getByRole('button', { name: '加到地图' })).toBeVisible();
		expect(errors).toEqual([]);
	});
}

test('when Kit’s page for errors does not come, the explorer works as ever', async ({ page }) => {
	await failFiles(page, (route) => route.fulfill({ status: 404 }), isErrorPage);
	await openExplorer(page);
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.locator('html')).toHaveAttribute('data-script');
});
