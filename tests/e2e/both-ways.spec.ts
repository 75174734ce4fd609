import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	expectCameraAtRest,
	expectChosen,
	openExplorer,
	SIZES,
	watch
} from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const often = atlas.sites.reduce((a, b) => (b.passages.length > a.passages.length ? b : a));

test('all mentions of the chosen site are marked, and the keys walk them @core', async ({
	page
}) => {
	await openExplorer(page);
	const mentions = page.locator(`[data-passage] a[data-site="${often.id}"]`);
	await mentions.first().click();
	const total = await mentions.count();
	await expect(page.locator('[data-passage] a.chosen')).toHaveCount(total);
	for (let index = 1; index < total; index += 1) {
		await page.keyboard.press(']');
		await expect(mentions.nth(index)).toHaveAttribute('aria-current', 'location');
		await expect(mentions.nth(index)).toBeInViewport();
	}
	await page.keyboard.press(']');
	await expect(mentions.first()).toHaveAttribute('aria-current', 'location');
	await page.keyboard.press('[');
	await expect(mentions.last()).toHaveAttribute('aria-current', 'location');
});

test('buttons walk mentions and sites as the keys do', async ({ page }) => {
	await openExplorer(page, `/?site=${often.id}`);
	const mentions = page.locator(`[data-passage] a[data-site="${often.id}"]`);
	await page.getByRole('button', { name: '下一处提及' }).click();
	await expect(mentions.nth(await nextOf(page))).toHaveAttribute('aria-current', 'location');
	await page.getByRole('button', { name: '下一个地点' }).click();
	const index = atlas.sites.findIndex(({ id }) => id === often.id);
	const next = atlas.sites[(index + 1) % atlas.sites.length];
	await expectChosen(page, next?.id ?? '');
	await page.getByRole('button', { name: '上一个地点' }).click();
	await expectChosen(page, often.id);
});

async function nextOf(page: Page): Promise<number> {
	const label = await page.locator('.card [role="group"]').first().getAttribute('aria-label');
	return Number(/\d+/.exec(label ?? '')?.[0]) - 1;
}

test('a passage with several sites frames them all @core', async ({ page }) => {
	await openExplorer(page);
	const passages = atlas.articles[0]?.retelling.zh.sections.flatMap((one) => one.passages) ?? [];
	const rich = passages.reduce((a, b) => (b.sites.length > a.sites.length ? b : a));
	await page.locator(`#p-${rich.n} .margin button`).click();
	await expect(page.locator(`#p-${rich.n}`)).toHaveAttribute('aria-current', 'true');
	await expectCameraAtRest(page);
	const map = await page.locator('section.map').boundingBox();
	for (const id of rich.sites) {
		const mark = page.locator(`.map a[data-site="${id}"]`);
		if ((await mark.count()) === 0) continue;
		const box = await mark.boundingBox();
		expect(box && map && box.x > map.x && box.x + box.width < map.x + map.width, id).toBe(true);
		expect(box && map && box.y > map.y && box.y + box.height < map.y + map.height, id).toBe(true);
	}
});

test('back, forward and reload restore site, passage and camera @core', async ({ page }) => {
	const faults = watch(page);
	await openExplorer(page);
	const [first, second] = atlas.sites;
	if (!first || !second) throw new Error('The atlas has fewer than two sites.');
	await page.locator(`[data-passage] a[data-site="${first.id}"]`).first().click();
	await expectChosen(page, first.id);
	await expectCameraAtRest(page);
	const link = page.url();
	await page.locator(`[data-passage] a[data-site="${second.id}"]`).first().click();
	await expectChosen(page, second.id);
	await expectCameraAtRest(page);
	await page.goBack();
	await expectChosen(page, first.id);
	await expect.poll(() => page.url()).toBe(link);
	await page.goBack();
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');
	// The first view shows every place.
	await expect
		.poll(() => marksInSight(page))
		.toBe(atlas.sites.filter(({ anchor }) => anchor).length);
	await page.goForward();
	await expectChosen(page, first.id);
	await page.reload();
	await expectChosen(page, first.id);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready');
	expect(page.url()).toBe(link);
	expect(faults).toEqual([]);
});

async function marksInSight(page: Page): Promise<number> {
	const map = await page.locator('section.map').boundingBox();
	const marks = await page.locator('.map a[data-site]').all();
	const boxes = await Promise.all(marks.map((mark) => mark.boundingBox()));
	return boxes.filter((box) => {
		if (!box || !map) return false;
		const x = box.x + box.width / 2;
		const y = box.y + box.height / 2;
		return x > map.x && x < map.x + map.width && y > map.y && y < map.y + map.height;
	}).length;
}

test('places that are switched off leave no links, and choosing one brings them back', async ({
	page
}) => {
	await openExplorer(page, '/?off=sites');
	await expect(page.locator('.map a[data-site]')).toHaveCount(0);
	await page.locator(`[data-passage] a[data-site="${often.id}"]`).first().click();
	await expectChosen(page, often.id);
	await expect(page.locator(`.map a[data-site="${often.id}"]`)).toBeVisible();
	await expect.poll(() => new URL(page.url()).searchParams.has('off')).toBe(false);
});

test.describe('with motion', () => {
	test.use({ contextOptions: { reducedMotion: 'no-preference' } });

	test('the camera arrives where it would have jumped', async ({ page }) => {
		await openExplorer(page);
		await page.locator(`[data-passage] a[data-site="${often.id}"]`).first().click();
		await expectChosen(page, often.id);
		await expectCameraAtRest(page);
		await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/,14\.2$/);
	});
});

test('layers that are switched off stay off after a reload', async ({ page }) => {
	await openExplorer(page);
	await page.getByRole('button', { name: '图例与图层' }).click();
	await page.getByRole('checkbox', { name: '轨道' }).uncheck();
	await expect.poll(() => page.url()).toContain('off=rail');
	await page.reload();
	await page.getByRole('button', { name: '图例与图层' }).click();
	await expect(page.getByRole('checkbox', { name: '轨道' })).not.toBeChecked();
	await expect(page.getByRole('checkbox', { name: '道路' })).toBeChecked();
});

test('switching the language keeps the view', async ({ page }) => {
	await openExplorer(page, `/?site=${often.id}`);
	await page.getByRole('link', { name: 'English' }).click();
	await expectChosen(page, often.id);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('#card-name')).toHaveText(often.name.en);
	expect(new URL(page.url()).pathname).toBe('/en/');
});

test('Escape lets go of the site', async ({ page }) => {
	await openExplorer(page, `/?site=${often.id}`);
	await expectChosen(page, often.id);
	await page.keyboard.press('Escape');
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');
	await expect(page.locator('.card')).toHaveCount(0);
});

test('nine of ten clicks are answered within 200 ms', async ({ page }) => {
	await openExplorer(page);
	// From the click until the card is there and the mention marked; painting is the renderer's, here software.
	await page.evaluate(() => {
		const answers: number[] = [];
		let clicked = 0;
		addEventListener('click', () => (clicked = performance.now()), { capture: true });
		new MutationObserver(() => {
			const id = document.documentElement.dataset['selected'];
			const isAnswered =
				document.querySelector(`.card[data-site="${id}"]`) &&
				document.querySelector(`[data-passage] a.chosen[data-site="${id}"]`);
			if (!isAnswered || !clicked) return;
			answers.push(performance.now() - clicked);
			clicked = 0;
		}).observe(document, {
			subtree: true,
			childList: true,
			attributeFilter: ['data-selected', 'data-site', 'class']
		});
		Object.assign(window, { answers });
	});
	for (const { id } of atlas.sites) {
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expectChosen(page, id);
	}
	const answers = await page.evaluate(() => (window as unknown as { answers: number[] }).answers);
	expect(answers).toHaveLength(atlas.sites.length);
	// A shared machine may hold up a single one.
	answers.sort((a, b) => a - b);
	expect(answers[Math.floor(answers.length * 0.9)]).toBeLessThanOrEqual(200);
});
