import { expect, type Page } from '@playwright/test';
import type { Point } from 'geojson';
import { readFileSync } from 'node:fs';
import { gcj02 } from '../support/chinese-datums';
import { check } from '../../src/lib/check/index';
import { openedFrom } from '../../src/lib/draft/from-files';
import { folderOf } from '../../src/lib/draft/told';
import { unzip } from '../../src/lib/files/unzip';
import { readFiles } from '../../src/lib/source/read';
import { folderTexts, openWork } from '../support/studio';
import { test } from '../support/test';

/** The way of a new editor: from the text of an article to a folder that the build takes. */

/** Invented: no such places are known to anybody. */
const ARTICLE = [
	'湖滨区加快城市更新',
	'4月3日，白鹭路全线通车，北起青石立交，南至滨湖大道，全长3.2公里。',
	'记者从区住建委了解到，青石立交改造计划今年年底完工。',
	'湖滨中心医院新院区已经开工。'
];
/** An empty desert, `[lng, lat]` in WGS-84. */
const EXTENT = '83, 38.9, 83.2, 39.1';
const PLACE: [number, number] = [83.1, 39];

test.use({ viewport: { width: 1440, height: 900 }, actionTimeout: 20_000 });

async function begin(page: Page) {
	await page.goto('/en/studio/');
	await page.locator('[name="name-zh"]').fill('湖滨区');
	await page.locator('[name="name-en"]').fill('Lakeside');
	await page.locator('[name="extent"]').fill(EXTENT);
	await page.locator('[name="headline"]').fill(ARTICLE[0]!);
	await page.locator('[name="day"]').fill('2026-04');
	await page.locator('[name="text"]').fill(ARTICLE.join('\n'));
	await page.locator('[data-new-atlas] button[type="submit"]').click();
	await page.locator('.desk').waitFor();
}

async function part(page: Page, name: string) {
	await page.locator(`[data-part="${name}"]`).click();
}

async function exported(page: Page) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('[data-export]').click()
	]);
	expect(download.suggestedFilename()).toBe('lakeside.zip');
	return openedFrom(unzip(readFileSync(await download.path()), () => true));
}

test('from a pasted article to an atlas that the check has nothing against @core', async ({
	page
}) => {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	await begin(page);

	// What the text names is proposed, and becomes places once it has a name in English.
	const proposal = (name: string) => page.locator(`[data-proposal="${name}"]`);
	await page.locator('[data-proposals] > summary').click();
	for (const [name, other] of [
		['白鹭路', 'Egret Road'],
		['青石立交', 'Qingshi Interchange']
	] as const) {
		await proposal(name).locator('[data-other-name]').fill(other);
	}
	await page.locator('[data-add-all]').click();
	await expect(proposal('白鹭路')).toHaveCount(0);
	await expect(page.locator('[data-paragraph="2"] [data-site]').first()).toBeVisible();

	// The retelling, beside the paragraph, its names linked by one press each.
	const passage = (side: string, n: number) => page.locator(`[data-passage="${side}-${n}"]`);
	await passage('zh', 2).locator('textarea').fill('白鹭路已于4月通车，一头接着青石立交。');
	await passage('en', 2)
		.locator('textarea')
		.fill('Egret Road opened in April; it begins at Qingshi Interchange.');
	await page.locator('[data-add-heading]').click();
	for (const [field, text] of [
		['zh', '道路'],
		['en', 'Roads']
	] as const)
		await page.locator(`[data-heading="${field}-2"]`).fill(text);
	for (const side of ['zh', 'en']) await passage(side, 2).locator('[data-link-names]').click();
	await expect(passage('zh', 2).locator('textarea')).toHaveValue(/\[白鹭路\]\(site:.+\[青石立交\]/);

	// Where one of them is, as a Chinese map service gives it.
	await part(page, 'places');
	await page.locator('main li button[data-site]', { hasText: 'Qingshi' }).click();
	const form = page.locator('[data-site-form]');
	await form.locator('input[type="radio"][value="approximate"]').check();
	const [lng, lat] = gcj02(PLACE);
	await form.locator('[data-position] select').selectOption('GCJ-02');
	await form.locator('[data-position] input').fill(`${lng.toFixed(6)}, ${lat.toFixed(6)}`);
	await expect(form.locator('[data-understood]')).toContainText(/83\.(1|09999)/);
	await form.locator('[data-field="location.accuracy"] input').fill('800');
	await expect(form.locator('[data-shape="Point"]')).toBeVisible();

	await part(page, 'problems');
	await expect(page.locator('main [role="status"]')).not.toContainText('Checking');
	await expect(page.locator('main li[data-severity="error"]')).toHaveCount(0);

	const { texts, others } = await exported(page);
	expect(others.size).toBe(0);
	expect([...texts.values()].join('\n')).not.toContain(ARTICLE[3]!);
	const { data, issues } = readFiles(folderOf(texts));
	const all = [...issues, ...(data ? check(data, new Date()) : [])];
	expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
	const site = data!.sites.find(({ properties }) => properties.name.en === 'Qingshi Interchange')!;
	expect(site.geometry).toMatchObject({ type: 'Point' });
	const { coordinates: [x = 0, y = 0] = [] } = site.geometry as Point;
	expect(Math.hypot(x - PLACE[0], y - PLACE[1])).toBeLessThan(0.00001);
	expect(site.properties.location.reading?.datum).toBe('GCJ-02');
	expect(faults).toEqual([]);
});

test('the preview shows the draft, and follows what is written', async ({ context, page }) => {
	await openWork(page, '/en/studio/', folderTexts('tests/fixtures/second-atlas'));
	const [preview] = await Promise.all([
		context.waitForEvent('page'),
		page.locator('[data-preview-link]').click()
	]);
	await expect(preview.locator('[data-preview="ready"]')).toBeVisible();
	await expect(preview.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 60_000 });
	await part(page, 'atlas');
	const title = page.locator('[data-field="title.en"] input');
	await title.fill('Another name for it');
	await expect(preview.getByText('Another name for it').first()).toBeVisible();
	await title.fill('');
	await preview.bringToFront();
	await expect(preview.locator('[data-preview="errors"]')).toBeVisible();
});

test('a place is put, moved and taken back on the map @core', async ({ page }) => {
	await openWork(page, '/en/studio/', folderTexts('tests/fixtures/second-atlas'));
	await part(page, 'places');
	await page.locator('[data-add-place]').click();
	await page.getByLabel('Name in Chinese').fill('试点');
	await page.getByLabel('Name in English').fill('Trial Point');
	await page.locator('[data-new-place] button[type="submit"]').click();
	const form = page.locator('[data-site-form="trial-point"]');
	await form.locator('input[type="radio"][value="approximate"]').check();
	await expect(page.locator('[data-studio-map="ready"]')).toBeVisible({ timeout: 60_000 });
	await form.locator('[data-task="point"]').click();
	const box = (await page.locator('[data-studio-map]').boundingBox())!;
	await page.mouse.click(box.x + box.width / 2 - 40, box.y + box.height / 2 + 30);
	await expect(form.locator('[data-shape="Point"]')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(form.locator('[data-shape="none"]')).toBeVisible();
});

test('a folder on the disk is saved to, and what others change in it is not overwritten', async ({
	page
}) => {
	// The browser's own folder stands in for one that is picked: the dialog is the browser's.
	await page.addInitScript(() => {
		window.showDirectoryPicker = () => navigator.storage.getDirectory();
	});
	await openWork(page, '/en/studio/', folderTexts('tests/fixtures/second-atlas'));
	const onDisk = (path: string) =>
		page.evaluate(async (path) => {
			const file = await (await navigator.storage.getDirectory()).getFileHandle(path);
			return (await file.getFile()).text();
		}, path);
	const write = (path: string, text: string) =>
		page.evaluate(
			async ([path, text]) => {
				const folder = await navigator.storage.getDirectory();
				const file = await (await folder.getFileHandle(path!)).createWritable();
				await file.write(text!);
				await file.close();
			},
			[path, text]
		);
	await page.locator('[data-save]').click();
	await expect(page.locator('[data-folder-state]')).toContainText('All is in the folder');
	const first = await onDisk('atlas.json');

	await part(page, 'files');
	await page.locator('[data-files]').selectOption('atlas.json');
	const area = page.locator('[data-file-text]');
	await area.fill(`${first}\n`);
	await page.keyboard.press('Control+s');
	await expect.poll(() => onDisk('atlas.json')).toBe(`${first}\n`);

	await write('atlas.json', 'theirs');
	await area.fill(`${first}\n\n`);
	await page.keyboard.press('Control+s');
	const conflict = page.locator('[data-conflict="atlas.json"]');
	await expect(conflict).toBeVisible();
	expect(await onDisk('atlas.json')).toBe('theirs');
	await page.getByRole('button', { name: 'Decide later' }).click();
	expect(await onDisk('atlas.json')).toBe('theirs');

	await page.locator('[data-save]').click();
	await conflict.getByLabel('Keep mine').check();
	await page.getByRole('button', { name: 'Save so' }).click();
	await expect.poll(() => onDisk('atlas.json')).toBe(`${first}\n\n`);

	await write('lines.json', '{ "schema": 1, "lines": [] }');
	await page.locator('[data-save]').click();
	await page.getByRole('button', { name: 'Save so' }).click();
	await page.locator('[data-files]').selectOption('lines.json');
	await expect(area).toHaveValue('{ "schema": 1, "lines": [] }');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(area).not.toHaveValue('{ "schema": 1, "lines": [] }');
});

test('what is no atlas is told with what it holds, and a zip opens as it left', async ({
	page
}) => {
	await begin(page);
	const { texts } = await exported(page);
	const again = await page.context().newPage();
	await again.goto('/en/studio/');
	await again.locator('[data-open-zip]').setInputFiles({
		name: 'x.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from('this is no archive')
	});
	await expect(again.locator('[role="alert"]')).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('[data-export]').click()
	]);
	await again.locator('[data-open-zip]').setInputFiles(await download.path());
	await again.locator('.desk').waitFor();
	await again.locator('[data-part="files"]').click();
	const listed = await again.locator('[data-files] option').allTextContents();
	expect(listed.sort()).toEqual([...texts.keys()].sort());
});

test('the atlas of the site itself opens', async ({ page }) => {
	await page.goto('/en/studio/');
	await page.locator('[data-open-own]').click();
	await page.locator('.desk').waitFor();
	await part(page, 'problems');
	await expect(page.locator('main li[data-severity="error"]')).toHaveCount(0);
});
