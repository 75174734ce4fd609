import { expect, type Request } from '@playwright/test';
import { atlas } from '../support/atlas';
import { followLink, openExplorer, SIZES } from '../support/explorer-page';
import { errorsOf, failFiles, FAULTS, holdFiles } from '../support/faults';
import { test } from '../support/test';

/** Each file of data that the explorer asks for fails: its part says so and asks again. */

test.use({ viewport: SIZES.desk });

const id = atlas.sites.find(({ anchor }) => anchor)?.id ?? '';
const line = atlas.lines[0]?.id ?? '';
const AGAIN = '再试一次';
/** What comes with the map itself is tried in failures.spec.ts. */
const isDetails = (request: Request) => request.url().endsWith('/details.json');
const isData = (file: string) => /\.(?:json|geojson)$/.test(file);

/** A part of the explorer that wants a file. */
interface Wanting {
	/** The view that asks for the file. */
	path: string;
	/** What says that it is missing, and what is there once it has come. */
	told: string;
	there: string;
}

const WANTING: Record<string, Wanting> = {
	'search.json': {
		path: '/?panel=find',
		told: '[data-panel="find"] [role="alert"]',
		there: '[data-panel="find"] input'
	},
	'metro-tracks.geojson': {
		path: `/?panel=tools&tool=measure&measure=line&line=${line}`,
		told: '#tool [role="alert"]',
		there: '#tool dl'
	},
	'sites.geojson': {
		path: '/?panel=tools&tool=export',
		told: '#tool [role="alert"]',
		there: '[data-format="csv"]'
	}
};

test('whatever becomes of a file of data, its part says so, and has it when it is asked for again', async ({
	page
}) => {
	const errors = errorsOf(page);
	let answer = FAULTS['is missing']!.answer;
	const failing = await failFiles(page, (route) => answer(route), isData);
	await openExplorer(page);
	for (const [file, { path, told, there }] of Object.entries(WANTING)) {
		for (const [what, fault] of Object.entries(FAULTS)) {
			answer = fault.answer;
			await followLink(page, '/');
			await expect(page.locator(told)).toHaveCount(0);
			await followLink(page, path);
			await expect(page.locator(told), `${file} ${what}`).toBeVisible();
			await expect(page.locator(there), `${file} ${what}`).toHaveCount(0);
		}
		failing.isOn = false;
		await page.getByRole('alert').locator('..').getByRole('button', { name: AGAIN }).click();
		await expect(page.locator(there).first(), file).toBeVisible();
		failing.isOn = true;
	}

	// Image and sheet: of the tool that is open by now.
	const dialog = page.locator('dialog');
	for (const [n, drawn] of [
		[0, '.picture img'],
		[1, '.pages > *']
	] as const) {
		for (const [what, fault] of Object.entries(FAULTS)) {
			answer = fault.answer;
			await page.locator('#tool [aria-haspopup="dialog"]').nth(n).click();
			await expect(dialog.getByRole('radio').first()).toBeVisible();
			await expect(dialog.getByRole('alert'), what).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(dialog).toHaveCount(0);
		}
		failing.isOn = false;
		await page.locator('#tool [aria-haspopup="dialog"]').nth(n).click();
		await expect(dialog.locator(drawn).first()).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		failing.isOn = n === 0;
	}
	expect(errors).toEqual([]);
});

test('whatever becomes of the details of places, cards have their head and the page of their place', async ({
	page
}) => {
	const errors = errorsOf(page);
	let answer = FAULTS['is missing']!.answer;
	const failing = await failFiles(page, (route) => answer(route), isData);
	await openExplorer(page);
	// Without what the publisher offers, an own address can be given.
	await followLink(page, '/?panel=tools&tool=layers');
	await expect(page.locator('[data-base] [type="radio"]').nth(2)).toBeVisible();
	const sites = atlas.sites.filter(({ anchor }) => anchor);
	for (const [i, [what, fault]] of Object.entries(FAULTS).entries()) {
		answer = fault.answer;
		const site = sites[i]?.id ?? '';
		const asked = page.waitForEvent('requestfinished', isDetails).catch(() => null);
		const failed = page.waitForEvent('requestfailed', isDetails).catch(() => null);
		await followLink(page, `/?site=${site}`);
		await Promise.race([asked, failed]);
		const card = page.locator(`.card[data-site="${site}"]`);
		await expect(page.locator('[data-problem="details"]'), what).toBeVisible();
		await expect(card.getByRole('link', { name: '地点页面' }), what).toBeVisible();
	}
	failing.isOn = false;
	await followLink(page, `/?site=${sites.at(-1)?.id}`);
	await expect(page.locator('.card .body')).toContainText('来源');
	await expect(page.locator('[data-problem="details"]')).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('while a file of data does not come, its part says that it is on its way, and the rest works', async ({
	page
}) => {
	const errors = errorsOf(page);
	const release = await holdFiles(page, isData);
	await openExplorer(page);
	const waiting = page.locator('#tool').getByRole('status');
	await followLink(page, '/?panel=tools&tool=layers');
	await expect(page.locator('[data-base] [type="radio"]').nth(2)).toBeVisible();
	await followLink(page, `/?panel=tools&tool=measure&measure=line&line=${line}`);
	await expect(waiting).toContainText('正在计算');
	await followLink(page, '/?panel=tools&tool=export');
	await expect(waiting.filter({ hasText: '载入中' })).toBeVisible();
	release();
	await expect(page.locator('[data-format="csv"]')).toBeVisible();
	await expect(waiting.filter({ hasText: '载入中' })).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('who loses the network midway reads on, is told of each part, and goes on when it is back', async ({
	page,
	context
}) => {
	const errors = errorsOf(page);
	await openExplorer(page);
	await context.setOffline(true);
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.locator('html')).toHaveAttribute('data-selected', id);
	await followLink(page, '/?panel=tools&tool=export');
	const alert = page.locator('[data-panel="tools"]').getByRole('alert');
	await expect(alert).toBeVisible();
	await page.keyboard.press('Escape');
	await context.setOffline(false);
	await followLink(page, `/?site=${id}&panel=tools&tool=export`);
	await alert.getByRole('button', { name: AGAIN }).click();
	await expect(page.locator('[data-format="csv"]')).toBeVisible();
	expect(errors).toEqual([]);
});
