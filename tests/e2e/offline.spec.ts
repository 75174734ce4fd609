import { chromium, devices, expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offlineStrings } from '../../src/lib/explorer/strings/offline';
import { addressOf } from '../../src/lib/offline/find-file';
import { MEASURES } from '../../src/lib/view/measure';
import { TOOLS } from '../../src/lib/view/view';
import { atlas } from '../support/atlas';
import { BROWSER_FLAGS, fullBrowser } from '../support/browser';
import {
	expectCameraAtRest,
	expectChosen,
	followLink,
	openExplorer,
	SIZES,
	watch
} from '../support/explorer-page';
import {
	copyOfSite,
	expectKept,
	keptBytes,
	keptNames,
	makeVersion,
	manifestIn,
	updateWorker
} from '../support/kept-site';
import { collectionOf, zippedShapefile } from '../support/own-files';
import { serveSite, type SiteServer } from '../support/serve-site';
import { placedStations } from '../support/stations';
import { test } from '../support/test';

test.use({ serviceWorkers: 'allow', viewport: SIZES.desk });

const MOST_BYTES = 8 * 2 ** 20;
const BUILT = manifestIn('build');
const PAGES = Object.keys(BUILT.files).filter((file) => /(^|\/)index\.html$/.test(file));
const id = atlas.sites.find(({ anchor }) => anchor)!.id;

/** Each test has a host of its own, and so a browser that keeps nothing yet. */
let site: SiteServer;
const folders: string[] = [];
test.beforeEach(async () => {
	site = await serveSite('build');
});
test.afterEach(() => site.close());
test.afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function copy(): string {
	const folder = copyOfSite();
	folders.push(folder);
	return folder;
}

async function goOffline(page: Page): Promise<void> {
	await page.context().setOffline(true);
	await site.close();
}

/** Visits a page without script, which costs no map, and opens it again from what is kept. */
async function visitPlain(page: Page, path = 'progress/'): Promise<void> {
	await page.goto(site.url + path);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	await page.goto(site.url + path);
}

async function visit(page: Page, path = ''): Promise<void> {
	await openExplorer(page, site.url + path);
	await expectKept(page);
}

test.describe('after one visit, without a network', () => {
	test('the page that is open goes on: card, list, legend, near zooms, every tool, own files', async ({
		page
	}) => {
		const faults = watch(page);
		await visit(page);
		await goOffline(page);
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expectChosen(page, id);
		await expect(page.locator('.card .body')).toContainText('来源');
		await page.keyboard.press('Escape');
		await page.locator('.legend .toggle').click();
		await expect(page.locator('#legend input').first()).toBeVisible();
		for (const zoom of [9, 11, 13, 15]) {
			await followLink(page, `/?at=106.58,29.53,${zoom}`);
			await expectCameraAtRest(page);
			await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
		}
		for (const tool of TOOLS) {
			await followLink(page, `/?panel=tools&tool=${tool}`);
			await expect(page.locator('#tool > *').first()).toBeVisible();
		}
		for (const measure of MEASURES) {
			await followLink(page, `/?panel=tools&tool=measure&measure=${measure}`);
			await expect(page.locator('#tool .choices ~ *').first()).toBeVisible();
		}
		await expect(page.locator('#tool [role="alert"]')).toHaveCount(0);
		await followLink(page, '/?panel=find');
		await page.locator('#find').fill('jiangnan sd');
		await expect(page.getByRole('option').first()).toContainText('江南隧道');
		await followLink(page, '/?date=2020-01-31');
		await expect(page.locator('.map input[type="range"]')).toBeVisible();
		await followLink(page, '/?panel=tools&tool=files');
		for (const file of ownFiles()) await addFile(page, ...file);
		await page.locator('header .tools').getByRole('button', { name: '分享' }).click();
		await page.locator('#share-tab-image').click();
		await expect(page.locator('dialog.share .picture img')).toBeVisible();
		expect(faults).toEqual([]);
	});

	test('every page of both languages opens, from any one of them', async ({ page }) => {
		const faults = watch(page);
		await visitPlain(page, `en/sites/${id}/`);
		await goOffline(page);
		expect(PAGES.length).toBeGreaterThan(2 * atlas.sites.length);
		for (const file of PAGES) {
			const response = await page.goto(site.url + addressOf(file));
			expect(response?.status(), file).toBe(200);
			expect(response?.fromServiceWorker(), file).toBe(true);
			expect(await response?.text(), file).toBe(readFileSync(join('build', file), 'utf8'));
			const isExplorer = ['index.html', 'en/index.html'].includes(file);
			if (isExplorer) await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
		}
		expect(faults).toEqual([]);
	});

	test('each file comes with the bytes and headers that the host gave', async ({ page }) => {
		await visitPlain(page);
		await goOffline(page);
		const got = await page.evaluate(
			async ({ paths, scope }) => {
				const digests: Record<string, string> = {};
				for (const path of paths) {
					const response = await fetch(new URL(path, scope));
					const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
					digests[path] = [
						[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
						response.status,
						response.headers.get('x-served')
					].join(' ');
				}
				return digests;
			},
			{ paths: Object.keys(BUILT.files).map(addressOf), scope: site.url }
		);
		const wanted = Object.keys(BUILT.files).map((file) => [
			addressOf(file),
			`${createHash('sha256')
				.update(readFileSync(join('build', file)))
				.digest('hex')} 200 by the host`
		]);
		expect(got).toEqual(Object.fromEntries(wanted));
	});

	test('downloads are files as before', async ({ page }) => {
		await visitPlain(page, 'data/');
		await goOffline(page);
		const coming = page.waitForEvent('download');
		await page.locator('a[href$="sites.geojson"]').first().click();
		const path = await (await coming).path();
		expect(readFileSync(path, 'utf8')).toBe(readFileSync('build/data/sites.geojson', 'utf8'));
	});

	test('what there is not is told, and a folder without slash leads to its page @core', async ({
		page
	}) => {
		await visitPlain(page);
		await goOffline(page);
		const missing = await page.goto(`${site.url}sites/nowhere/`);
		expect(missing?.status()).toBe(404);
		await expect(page).toHaveTitle(/没有这个页面/);
		await page.goto(`${site.url}en/progress?from=here#table`);
		expect(page.url()).toBe(`${site.url}en/progress/?from=here#table`);
	});

	test('a part of a file is given where one is asked for', async ({ page }) => {
		await visitPlain(page);
		await goOffline(page);
		const archive = readFileSync('build/data/basemap.pmtiles');
		const size = archive.length;
		const parts = await page.evaluate(
			(ranges) =>
				Promise.all(
					ranges.map(async (range) => {
						const response = await fetch('../data/basemap.pmtiles', { headers: { range } });
						const bytes = new Uint8Array(await response.arrayBuffer());
						return [response.status, response.headers.get('content-range'), [...bytes.slice(0, 4)]];
					})
				),
			['bytes=0-99', 'bytes=1000-', 'bytes=-50', `bytes=${size}-`]
		);
		const at = (start: number) => [...archive.subarray(start, start + 4)];
		expect(parts).toEqual([
			[206, `bytes 0-99/${size}`, at(0)],
			[206, `bytes 1000-${size - 1}/${size}`, at(1000)],
			[206, `bytes ${size - 50}-${size - 1}/${size}`, at(size - 50)],
			[416, `bytes */${size}`, []]
		]);
	});
});

test.describe('on a phone', () => {
	const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
	test.use(phone);

	test('it works in a subfolder, with the host down', async ({ page }) => {
		await site.close();
		site = await serveSite('build', '/news/atlas/');
		const faults = watch(page);
		await visit(page, 'en/');
		expect(await keptBytes(page)).toBeLessThan(MOST_BYTES);
		const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage);
		expect(usage).toBeLessThan(MOST_BYTES);
		await site.close();
		for (const path of ['', `en/?site=${id}`, 'en/data/', `sites/${id}/`]) {
			const response = await page.goto(site.url + path);
			expect(response?.status(), path).toBe(200);
			if (path.startsWith('en/?')) await expectChosen(page, id);
		}
		expect(faults).toEqual([]);
	});

	test('a new version is told of and loaded without losing view, sheet and place in the text', async ({
		page
	}) => {
		site.folder = copy();
		const faults = watch(page);
		await visit(page);
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expectChosen(page, id);
		await expectCameraAtRest(page);
		const grip = page.getByRole('slider', { name: '文字面板的高度' });
		await grip.focus();
		await page.keyboard.press('ArrowUp');
		const text = page.locator('[data-panel="article"]');
		await text.evaluate((box) => box.scrollTo(0, 700));
		const before = page.url();
		const notice = page.locator('[data-notice="version"]');
		await expect(notice).toHaveCount(0);

		await makeVersion(site.folder, 'another', { 南岸: '北岸' });
		await lookAgain(page, 59);
		await lookAgain(page, 61);
		await notice.getByRole('button', { name: offlineStrings.zh.load }).click();
		expect(site.requests.filter((path) => path === 'service-worker.js')).toHaveLength(2);
		await expect(page).toHaveTitle(/北岸/);
		await expectChosen(page, id);
		await expect(page.locator('.explorer')).toHaveAttribute('data-sheet', 'full');
		await expect.poll(() => text.evaluate((box) => Math.round(box.scrollTop))).toBe(700);
		expect(page.url()).toBe(before);
		await expect(notice).toHaveCount(0);
		expect(faults).toEqual([]);
	});
});

test('a page keeps its version, one that is opened has the new one, and what is old is dropped', async ({
	page,
	context
}) => {
	site.folder = copy();
	const old = manifestIn(site.folder);
	const faults = watch(page);
	await visit(page);
	await makeVersion(site.folder, 'another', { 南岸: '北岸', 来源: '出处' });
	const asked = site.requests.length;
	expect(await updateWorker(page)).toBe('activated');
	const changed = changedFiles(old, manifestIn(site.folder));
	expect(changed.length).toBeGreaterThan(10);
	expect(changed.length).toBeLessThan(Object.keys(old.files).length);
	// The script itself, and of the files only what is not there.
	expect(site.requests.slice(asked).sort()).toEqual(
		['service-worker.js', ...changed.map((file) => decodeURI(addressOf(file)))].sort()
	);
	expect(await keptBytes(page)).toBeLessThan(MOST_BYTES);

	// What the old page has not asked for yet is of its own version: data, and code.
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.locator('.card .body')).toContainText('来源');
	const names = (of: Page) => of.evaluate(async () => (await fetch('data/sites.csv')).text());
	expect(await names(page)).toContain('南岸');
	await followLink(page, '/?panel=tools&tool=export');
	await expect(page.locator('#tool > *').first()).toBeVisible();
	await expect(page.locator('[data-notice="version"]')).toHaveText(
		new RegExp(`${offlineStrings.zh.newVersion}(?!.*${offlineStrings.zh.filesAgain})`)
	);
	await followLink(page, '/?panel=tools&tool=files');
	await addFile(page, 'a.geojson', ownFiles()[0]?.[1] ?? '');
	await expect(page.locator('[data-notice="version"]')).toContainText(offlineStrings.zh.filesAgain);
	await page.getByRole('button', { name: offlineStrings.zh.later }).click();
	await expect(page.locator('[data-notice="version"]')).toHaveCount(0);

	const other = await context.newPage();
	await openExplorer(other, site.url);
	await expect(other).toHaveTitle(/北岸/);
	expect(await names(other)).toContain('北岸');
	expect(await names(other)).not.toContain('南岸');
	expect(await names(page)).toContain('南岸');
	await other.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(other.locator('.card .body')).toContainText('出处');
	await expect(other.locator('[data-notice="version"]')).toHaveCount(0);

	await page.reload();
	await expect(page).toHaveTitle(/北岸/);
	// Nobody has the old version any more: what the next page that is opened drops.
	const count = Object.keys(manifestIn(site.folder).files).length;
	await expect
		.poll(async () => {
			await other.reload();
			return (await keptNames(other, 'files')).length;
		})
		.toBe(count);
	expect(faults).toEqual([]);
});

test('a version that is only half in place changes nothing, and comes when it is whole', async ({
	page
}) => {
	site.folder = copy();
	await visitPlain(page);
	const before = readFileSync(join(site.folder, 'data/details.json'), 'utf8');
	await makeVersion(site.folder, 'another', { 南岸: '北岸' });
	site.instead.set('data/details.json', before);
	expect(await updateWorker(page)).toBe('redundant');
	await page.reload();
	await expect(page).toHaveTitle(/南岸/);
	expect(await page.evaluate(async () => (await fetch('../data/sites.csv')).text())).toContain(
		'南岸'
	);

	site.instead.clear();
	const asked = site.requests.length;
	expect(await updateWorker(page)).toBe('activated');
	// What had come already is not fetched again.
	expect(site.requests.slice(asked)).toContain('data/details.json');
	expect(site.requests.length - asked).toBeLessThan(Object.keys(BUILT.files).length / 4);
	await page.reload();
	await expect(page).toHaveTitle(/北岸/);
});

test('a first visit while another version is put in place gets no mix', async ({ page }) => {
	site.folder = copy();
	// The page comes from one version, the worker from the next.
	await page.addInitScript(() => {
		const { serviceWorker } = navigator;
		const register = serviceWorker.register.bind(serviceWorker);
		const isInPlace = new Promise<void>((resolve) => Object.assign(window, { inPlace: resolve }));
		serviceWorker.register = async (...options) => {
			await isInPlace;
			return register(...options);
		};
	});
	await page.goto(site.url);
	await makeVersion(site.folder, 'another', { 南岸: '北岸' });
	await page.evaluate(async () => {
		(window as unknown as { inPlace(): void }).inPlace();
		await navigator.serviceWorker.ready;
	});
	await expect(page.locator('[data-notice="version"]')).toBeVisible({ timeout: 60_000 });
	await expect(page).toHaveTitle(/南岸/);
	const asked = site.requests.length;
	await page.evaluate(async () => (await fetch('data/sites.csv')).text());
	expect(site.requests.slice(asked)).toEqual(['data/sites.csv']);
	await page.getByRole('button', { name: offlineStrings.zh.load }).click();
	await expect(page).toHaveTitle(/北岸/);
});

test.describe('nothing goes wrong', () => {
	test('where the browser refuses to keep anything', async () => {
		const executablePath = fullBrowser() ?? '';
		test.skip(!executablePath, 'A shell refuses nothing: it has no settings.');
		const profile = mkdtempSync(join(tmpdir(), 'district-atlas-profile-'));
		folders.push(profile);
		mkdirSync(join(profile, 'Default'));
		writeFileSync(
			join(profile, 'Default/Preferences'),
			JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } })
		);
		const context = await chromium.launchPersistentContext(profile, {
			executablePath,
			args: BROWSER_FLAGS,
			reducedMotion: 'reduce'
		});
		try {
			const page = await context.newPage();
			const faults = watch(page);
			await openExplorer(page, site.url);
			const refused = await page.evaluate(() =>
				caches.keys().then(
					() => false,
					() => true
				)
			);
			expect(refused).toBe(true);
			await page.goto(`${site.url}progress/`);
			await expect(page).toHaveTitle(/承诺/);
			expect(faults).toEqual([]);
		} finally {
			await context.close();
		}
	});

	test('where there is no room', async ({ page }) => {
		const faults = watch(page);
		const devtools = await page.context().newCDPSession(page);
		const { origin } = new URL(site.url);
		await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
		// Only a worker that has been given up keeps and drops nothing more.
		await page.addInitScript(() => {
			const { serviceWorker } = navigator;
			const register = serviceWorker.register.bind(serviceWorker);
			const givenUp = new Promise((resolve) => {
				serviceWorker.register = async (...args) => {
					const registration = await register(...args);
					const worker = registration.installing;
					const look = () => (!worker || worker.state === 'redundant') && resolve(true);
					worker?.addEventListener('statechange', look);
					look();
					return registration;
				};
			});
			Object.assign(window, { givenUp });
		});
		await page.goto(`${site.url}progress/`);
		await page.evaluate(() => (window as unknown as { givenUp: Promise<true> }).givenUp);
		await expect
			.poll(() =>
				page.evaluate(async () => {
					const registration = await navigator.serviceWorker.getRegistration();
					return registration?.active ?? registration?.installing ?? null;
				})
			)
			.toBeNull();
		expect(await keptNames(page, 'files')).toEqual([]);
		await page.goto(`${site.url}en/progress/`);
		await expect(page).toHaveTitle(/Promised/);
		expect(faults).toEqual([]);
	});

	test('where the reader saves data, or sees an embed: nothing is fetched ahead', async ({
		page
	}) => {
		await page.goto(`${site.url}embed/`);
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
		await page.goto(`${site.url}embed/demo/`);
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
		);
		await page.goto(`${site.url}progress/`);
		await openExplorer(page, site.url);
		expect(
			await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
		).toBe(0);
		expect(site.requests).not.toContain('service-worker.js');
	});
});

test('the server of `npm start` has the worker too @core', async ({ request }) => {
	const response = await request.get('/service-worker.js');
	expect(await response.text()).toBe(readFileSync('build/service-worker.js', 'utf8'));
	expect(response.headers()['content-type']).toBe('text/javascript');
});

test('the browser offers to install it, in each language', async ({ page }) => {
	const devtools = await page.context().newCDPSession(page);
	for (const path of ['progress/', 'en/progress/']) {
		await visitPlain(page, path);
		const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
		const kinds = installabilityErrors.map(({ errorId }) => errorId);
		// Tests have a profile of their own, as private windows have.
		expect(kinds.filter((kind) => kind !== 'in-incognito')).toEqual([]);
	}
});

function changedFiles(before: typeof BUILT, after: typeof BUILT): string[] {
	return Object.keys(after.files).filter((file) => before.files[file] !== after.files[file]);
}

/** The reader comes back to the page, so many minutes after it was opened. */
function lookAgain(page: Page, minutes: number): Promise<void> {
	return page.evaluate((ms) => {
		const { now } = Date;
		Date.now = () => now() + ms;
		document.dispatchEvent(new Event('visibilitychange'));
		Date.now = now;
	}, minutes * 60_000);
}

async function addFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
	await page
		.locator('#tool input[type="file"]')
		.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
	await page.getByRole('button', { name: '加到地图' }).click();
	await expect(page.locator('#tool')).toContainText(name);
}

function ownFiles(): [name: string, content: string | Uint8Array][] {
	const spots = placedStations.slice(0, 3).map(({ position }) => position);
	const features = spots.map((position) => ({ position, properties: { name: 'A' } }));
	return [
		['a.geojson', JSON.stringify(collectionOf(features))],
		['b.csv', `经度,纬度\n${spots.map(([x, y]) => `${x},${y}`).join('\n')}`],
		['c.zip', zippedShapefile(spots.map((position) => ({ position, name: 'S' })))]
	];
}
