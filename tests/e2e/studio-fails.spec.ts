import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { errorsOf, failFiles, FAULTS } from '../support/faults';
import { folderTexts, openWork } from '../support/studio';
import { test } from '../support/test';

/** Each request of the studio fails: the work is kept, and a message says what is missing. */

test.use({ viewport: { width: 1440, height: 900 }, actionTimeout: 20_000 });

/** Invented: no such places are known to anybody. */
const ARTICLE = ['湖滨区加快城市更新', '4月3日，白鹭路全线通车，北起青石立交，全长3.2公里。'];
/** The script of the studio's own page, which runs last. */
const LAST =
	/nodes\/(\d+\.[\w-]+\.js)"[^>]*>(?![^]*nodes\/\d)/.exec(
		readFileSync('build/en/studio/index.html', 'utf8')
	)?.[1] ?? '';

const isScript = (file: string) => file.endsWith('.js');

/** Files that the page has by now. */
async function loadedBy(page: Page): Promise<Set<string>> {
	const names = await page.evaluate(() =>
		performance.getEntriesByType('resource').map((entry) => entry.name.replace(/^.*\//, ''))
	);
	return new Set(names);
}

async function begin(page: Page): Promise<void> {
	await page.locator('[name="name-zh"]').fill('湖滨区');
	await page.locator('[name="name-en"]').fill('Lakeside');
	await page.locator('[name="extent"]').fill('83, 38.9, 83.2, 39.1');
	await page.locator('[name="headline"]').fill(ARTICLE[0]!);
	await page.locator('[name="day"]').fill('2026-04');
	await page.locator('[name="text"]').fill(ARTICLE.join('\n'));
	await page.locator('[data-new-atlas] button[type="submit"]').click();
	await page.locator('.desk').waitFor();
}

for (const [what, { answer, asksAgain }] of Object.entries(FAULTS)) {
	test(`when the studio ${what}, its page says so`, async ({ page }) => {
		const failing = await failFiles(page, answer, (file) => file === LAST);
		await page.goto('/en/studio/');
		await expect(page.getByRole('alert')).toContainText('did not load');
		failing.isOn = false;
		await page.reload();
		await expect(page.locator('[data-start]')).toBeVisible();
	});

	test(`when a part of the studio ${what}, the work is kept, and the part says so and comes again`, async ({
		page
	}) => {
		const errors = errorsOf(page);
		await page.goto('/en/studio/');
		await page.locator('[data-start]').waitFor();
		const loaded = await loadedBy(page);
		const failing = await failFiles(page, answer, (file) => isScript(file) && !loaded.has(file));
		await begin(page);
		const map = page.locator('[data-studio-map]');
		await expect(map.getByRole('alert')).toContainText('did not load');
		// A worker without a word is one that works for long.
		const isTold = what !== 'is empty';
		const proposals = page.locator('[data-proposals]');
		await proposals.locator('summary').first().click();
		if (isTold) await expect(proposals.locator('[data-again]')).toBeVisible();
		await page.locator('[data-part="problems"]').click();
		const check = page.locator('[data-panel="problems"]');
		const state = check.locator('.state');
		if (isTold) await expect(state).toContainText('did not load');
		else await expect(state).toContainText('Checking');

		// What is written meanwhile is kept.
		await page.locator('[data-part="files"]').click();
		await page.locator('[data-files]').selectOption('atlas.json');
		const area = page.locator('[data-file-text]');
		const edited = (await area.inputValue()).replace('Lakeside', 'Waterside');
		await area.fill(edited);
		await area.blur();
		await expect(page.locator('.saving')).toHaveText('Kept on this device');

		failing.isOn = false;
		if (isTold) {
			await page.locator('[data-part="problems"]').click();
			await check.getByRole('button', { name: 'Try again' }).click();
			await expect(state).toContainText(/error|warning|Nothing/);
			await page.locator('[data-part="text"]').click();
			await proposals.locator('summary').first().click();
			const again = proposals.locator('[data-again]');
			if (await again.isVisible()) await again.click();
			await expect(proposals.locator('[data-proposal="白鹭路"]')).toBeVisible();
		}
		if (asksAgain) await map.getByRole('button', { name: 'Try again' }).click();
		else await page.reload();
		await expect(page.locator('[data-studio-map="ready"]')).toBeVisible();
		await page.locator('[data-part="files"]').click();
		await page.locator('[data-files]').selectOption('atlas.json');
		await expect(area).toHaveValue(edited);
		expect(errors).toEqual([]);
	});
}

test('when what drags corners does not come, the map says so, and it comes when it is asked for again', async ({
	page
}) => {
	const errors = errorsOf(page);
	await openWork(page, '/en/studio/', folderTexts('tests/fixtures/second-atlas'));
	await expect(page.locator('[data-studio-map="ready"]')).toBeVisible();
	const loaded = await loadedBy(page);
	const failing = await failFiles(
		page,
		FAULTS['is missing']!.answer,
		(file) => isScript(file) && !loaded.has(file)
	);
	await page.locator('[data-part="places"]').click();
	const sites = page.locator('main li button[data-site]');
	const adjust = page.locator('[data-task="adjust"]');
	for (let i = 0; !(await adjust.isVisible()); i++) {
		await sites.nth(i).click();
		await expect(page.locator('[data-location]')).toBeVisible();
	}
	await adjust.click();
	const bar = page.locator('[data-drawing="adjust"]');
	await expect(bar.getByRole('alert')).toContainText('did not load');
	failing.isOn = false;
	await bar.getByRole('button', { name: 'Try again' }).click();
	await expect(bar.getByRole('alert')).toHaveCount(0);
	await bar.locator('[data-end-drawing]').click();
	await expect(bar).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('when the published atlas does not come, the start page says so and opens it when it does', async ({
	page
}) => {
	let answer = FAULTS['is missing']!.answer;
	const errors = errorsOf(page);
	const failing = await failFiles(
		page,
		(route) => answer(route),
		(file) => file === 'source.zip'
	);
	await page.goto('/en/studio/');
	for (const [what, fault] of Object.entries(FAULTS)) {
		answer = fault.answer;
		const own = page.locator('[data-open-own]');
		await own.click();
		await expect(page.getByRole('alert'), what).toBeVisible();
		await expect(page.locator('.desk')).toHaveCount(0);
	}
	failing.isOn = false;
	await page.locator('[data-open-own]').click();
	await expect(page.locator('.desk')).toBeVisible();
	expect(errors).toEqual([]);
});
