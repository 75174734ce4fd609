import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BROWSER_FLAGS } from '../support/browser';
import { folderTexts, openWork } from '../support/studio';
import { test } from '../support/test';

/** What holds for the studio whatever is edited: nothing is lost, and nothing is overwritten. */

const TEXTS = folderTexts('tests/fixtures/second-atlas');

test.use({ viewport: { width: 1440, height: 900 } });

async function openFile(page: Page, path: string) {
	await page.locator('[data-part="files"]').click();
	await page.locator('[data-files]').selectOption(path);
	return page.locator('[data-file-text]');
}

async function isKept(page: Page) {
	await expect(page.locator('.saving')).toHaveText('Kept on this device');
}

test('every step can be undone to the beginning and done again, also after a reload', async ({
	page
}) => {
	await openWork(page, '/en/studio/', TEXTS);
	const area = await openFile(page, 'atlas.json');
	const states = [TEXTS['atlas.json']!];
	for (const title of ['One', 'Two', 'Three']) {
		const next = states
			.at(-1)!
			.replace(/"title": \{[^}]*\}/, `"title": { "zh": "甲", "en": "${title}" }`);
		await area.fill(next);
		await area.blur();
		states.push(next);
	}
	await isKept(page);
	await page.reload();
	const again = await openFile(page, 'atlas.json');
	await expect(again).toHaveValue(states[3]!);
	for (const state of [2, 1, 0]) {
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(again).toHaveValue(states[state]!);
	}
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await isKept(page);
	await page.reload();
	const anew = await openFile(page, 'atlas.json');
	for (const state of [1, 2, 3]) {
		await page.keyboard.press('Control+Shift+z');
		await expect(anew).toHaveValue(states[state]!);
	}
	await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
});

test('all works are listed, one is left and opened again', async ({ page }) => {
	await openWork(page, '/en/studio/', TEXTS);
	const area = await openFile(page, 'atlas.json');
	await area.fill('{ "schema": 1, "id": "left" }');
	await page.getByRole('link', { name: 'All works' }).click();
	await expect(page.locator('[data-start]')).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.locator('[data-work] button').first().click();
	await expect(page.locator('.desk')).toBeVisible();
	await expect(page.locator('.notice')).toHaveCount(0);
	await expect(await openFile(page, 'atlas.json')).toHaveValue('{ "schema": 1, "id": "left" }');
});

test('letters typed one after the other are one step, and leaving the field ends it @core', async ({
	page
}) => {
	await openWork(page, '/en/studio/', TEXTS);
	const area = await openFile(page, 'atlas.json');
	await area.press('Control+End');
	await area.pressSequentially('\n\n', { delay: 20 });
	await area.blur();
	await area.press('Control+End');
	await area.pressSequentially('\n', { delay: 20 });
	await page.keyboard.press('Control+z');
	await expect(area).toHaveValue(`${TEXTS['atlas.json']}\n\n`);
	await page.keyboard.press('Control+z');
	await expect(area).toHaveValue(TEXTS['atlas.json']!);
});

test('a file that is broken is told with its line, led to, and mended @core', async ({ page }) => {
	await openWork(page, '/en/studio/', {
		...TEXTS,
		'sites.geojson': TEXTS['sites.geojson']!.replace('"FeatureCollection"', '"FeatureCollection')
	});
	for (const part of ['text', 'places', 'sources', 'atlas', 'problems']) {
		await page.locator(`[data-part="${part}"]`).click();
		await expect(page.locator('main')).not.toBeEmpty();
	}
	const told = page.locator('main li[data-rule="json"]');
	await expect(told).toContainText('no closing quote');
	await told.getByRole('button', { name: 'Open' }).click();
	const area = page.locator('[data-file-text]');
	await expect(area).toBeFocused();
	await area.fill(TEXTS['sites.geojson']!);
	await page.locator('[data-part="problems"]').click();
	await expect(told).toHaveCount(0);
});

test('what only one way can mend is mended at once, in one step', async ({ page }) => {
	const texts = { ...TEXTS, 'atlas.json': TEXTS['atlas.json']!.replaceAll('\n', '\r\n') };
	await openWork(page, '/en/studio/', texts);
	await page.locator('[data-part="problems"]').click();
	await expect(page.locator('main li[data-rule="line-ends"]')).toHaveCount(1);
	await page.locator('[data-mend]').click();
	await expect(page.locator('main li[data-rule="line-ends"]')).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('main li[data-rule="line-ends"]')).toHaveCount(1);
});

test('a second tab reads along, takes over, and the first can write no more', async ({
	context,
	page
}) => {
	const id = await openWork(page, '/en/studio/', TEXTS);
	const first = await openFile(page, 'atlas.json');
	const other = await context.newPage();
	await other.goto(`/en/studio/#${id}`);
	await expect(other.locator('.notice')).toContainText('open in another tab');
	await other.locator('[data-part="problems"]').click();

	await first.fill('{ "schema": 1 }');
	await isKept(page);
	await expect(other.locator('main li[data-severity="error"]').first()).toBeVisible();

	await other.getByRole('button', { name: 'Edit it here instead' }).click();
	await expect(page.locator('.notice')).toContainText('Another tab has taken');
	const second = await openFile(other, 'atlas.json');
	await expect(second).toHaveValue('{ "schema": 1 }');
	await second.fill('{ "schema": 1, "id": "x" }');
	await isKept(other);
	await expect(page.locator('main > div')).toHaveAttribute('inert');
	await expect(first).toHaveValue('{ "schema": 1, "id": "x" }');
	await page.keyboard.press('Control+z');
	await expect(first).toHaveValue('{ "schema": 1, "id": "x" }');
});

test('what can’t be kept is told, stays on the page, and is kept once there is room', async ({
	page
}) => {
	await openWork(page, '/en/studio/', TEXTS);
	const area = await openFile(page, 'atlas.json');
	await page.evaluate(() => {
		const { prototype } = IDBObjectStore;
		const put = Object.getOwnPropertyDescriptor(prototype, 'put')!;
		Object.defineProperty(prototype, 'put', {
			...put,
			value() {
				Object.defineProperty(prototype, 'put', put);
				throw new DOMException('The disk is full.', 'QuotaExceededError');
			}
		});
	});
	await area.fill('{ "schema": 1 }');
	await expect(page.locator('.notice')).toContainText('The disk is full.');
	await expect(area).toHaveValue('{ "schema": 1 }');
	await page.getByRole('button', { name: 'Try again' }).click();
	await isKept(page);
	await page.reload();
	await expect(await openFile(page, 'atlas.json')).toHaveValue('{ "schema": 1 }');
});

test('a browser that is killed in the middle of typing has kept every letter', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'studio-'));
	const origin = `http://localhost:${process.env['PORT'] ?? 4517}`;
	try {
		const first = await startBrowser(folder);
		const page = await first.page();
		const id = await openWork(page, `${origin}/en/studio/`, TEXTS);
		const area = await openFile(page, 'atlas.json');
		await area.press('Control+Home');
		await area.pressSequentially('0123456789');
		await isKept(page);
		await area.pressSequentially('abc');
		await first.kill();

		const second = await startBrowser(folder);
		const again = await second.page();
		await again.goto(`${origin}/en/studio/#${id}`);
		const kept = await openFile(again, 'atlas.json');
		await expect(kept).toHaveValue(/^0123456789/);
		await again.keyboard.press('Control+z');
		await expect(kept).toHaveValue(TEXTS['atlas.json']!);
		await second.kill();
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
});

/** A browser of its own that can be killed as a whole, without a word to it. */
async function startBrowser(folder: string) {
	const process_: ChildProcess = spawn(
		process.env['CHROMIUM'] ?? '',
		[
			...BROWSER_FLAGS,
			'--headless=new',
			'--remote-debugging-port=0',
			`--user-data-dir=${folder}`,
			'about:blank'
		],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const address = await new Promise<string>((resolve, reject) => {
		let said = '';
		process_.stderr?.on('data', (part: Buffer) => {
			said += part.toString();
			const [, found] = /DevTools listening on (\S+)/.exec(said) ?? [];
			if (found) resolve(found);
		});
		process_.once('exit', () => reject(new Error(`The browser ended: ${said}`)));
	});
	const browser: Browser = await chromium.connectOverCDP(address);
	return {
		page: () => browser.contexts()[0]!.newPage(),
		async kill() {
			const ended = new Promise((resolve) => process_.once('exit', resolve));
			process.kill(-process_.pid!, 'SIGKILL');
			await ended;
		}
	};
}
