import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

const TOOL = '/?panel=tools&tool=compare';
const query = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);
/** A place on the map whose opening the sources date to the day. */
const [opened] = atlas.sites.filter(
	({ anchor, history }) =>
		anchor && history.some(({ status, date }) => status === 'open' && date.length === 10)
);
const openedOn = opened?.history.find(({ status }) => status === 'open')?.date ?? '';
const dayBefore = new Date(Date.parse(openedOn) - 86_400_000).toISOString().slice(0, 10);

const mark = (page: Page, half: 'left' | 'right', id = opened!.id) =>
	page.locator(`.map .marks[data-half="${half}"] a.mark[data-site="${id}"]`);
const line = (page: Page) => page.getByRole('slider', { name: '两个日期的分界' });

/** The west end of the map's middle, which only the left half shows. */
async function westOf(page: Page) {
	const box = (await page.locator('section.map').boundingBox())!;
	return { x: box.x + 10, y: box.y + box.height * 0.35, width: box.width / 4, height: 120 };
}

for (const size of ['phone', 'desk'] as const) {
	test.describe(`on a ${size}`, () => {
		test.use({ viewport: SIZES[size] });

		test('two days stand side by side, in map, list and link', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page, TOOL);
			await expect(page.locator('.map .marks')).toHaveCount(1);
			await page.getByRole('button', { name: '比较两个日期' }).click();
			await expect.poll(() => query(page, 'compare')).toMatch(/^\d{4}-\d\d-\d\d$/);
			await expect(line(page)).toBeVisible();

			await openExplorer(page, `${TOOL}&compare=${dayBefore}&date=${openedOn}`);
			await expect(mark(page, 'left')).not.toHaveAccessibleName(/已开通/);
			await expect(mark(page, 'right')).toHaveAccessibleName(/已开通/);
			const change = page.locator(`#tool button[data-site="${opened!.id}"]`);
			await expect(change).toContainText('已开通');
			await change.click();
			await expect(page.locator('html')).toHaveAttribute('data-selected', opened!.id);

			await page.locator('.map').getByRole('button', { name: '结束比较' }).click();
			await expect(page.locator('.map .marks')).toHaveCount(1);
			await expect(page.locator('.compared-map')).toHaveCount(0);
			await expect.poll(() => query(page, 'compare')).toBeNull();
			expect(faults).toEqual([]);
		});

		test('axe finds nothing in the tool, and targets are large', async ({ page }) => {
			await openExplorer(page, `${TOOL}&compare=${dayBefore}`);
			await expect(page.locator('#tool button[data-site]').first()).toBeVisible();
			expect(await axeFindings(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
			expect(await smallTargets(page)).toEqual([]);
		});
	});
}

test.describe('the line', () => {
	test.use({ viewport: SIZES.desk });

	test('is moved by hand and by keys, and the map stays where it is', async ({ page }) => {
		await openExplorer(page, `/?compare=${dayBefore}&at=106.6,29.55,12`);
		await expect(line(page)).toHaveAttribute('aria-valuenow', '50');
		const map = (await page.locator('section.map').boundingBox())!;
		const handle = (await line(page).boundingBox())!;
		const y = handle.y + handle.height / 2;
		await page.mouse.move(handle.x + handle.width / 2, y);
		await page.mouse.down();
		await page.mouse.move(map.x + map.width * 0.25, y, { steps: 4 });
		await page.mouse.up();
		await expect(line(page)).toHaveAttribute('aria-valuenow', '25');
		await line(page).press('ArrowRight');
		await expect(line(page)).toHaveAttribute('aria-valuenow', '27');
		await line(page).press('Home');
		await expect(line(page)).toHaveAttribute('aria-valuenow', '0');
		await line(page).press('End');
		await expect(line(page)).toHaveAttribute('aria-valuenow', '100');
		expect(query(page, 'at')).toBe('106.6,29.55,12');
	});

	test('divides the lines of the metro too, and both halves move together', async ({ page }) => {
		const before = '2011-01-01';
		await openExplorer(page, `/?off=sites&at=106.55,29.55,12`);
		const present = await page.screenshot({ clip: await westOf(page) });
		await openExplorer(page, `/?off=sites&at=106.55,29.55,12&date=${before}`);
		await expect(page.locator('.time')).toBeVisible();
		const early = async () => page.screenshot({ clip: await westOf(page) });
		await expect.poll(async () => present.equals(await early())).toBe(false);
		const past = await early();

		// The left half is as the whole map was on that day, after a movement too.
		await openExplorer(page, `/?off=sites&at=106.55,29.55,12&compare=${before}`);
		await expect.poll(async () => past.equals(await early())).toBe(true);
		await page.getByRole('button', { name: '放大' }).click();
		await page.getByRole('button', { name: '缩小' }).click();
		await expect.poll(async () => past.equals(await early())).toBe(true);
	});

	test('parts the marks where no live map is @core', async ({ page }) => {
		await page.addInitScript(() => {
			HTMLCanvasElement.prototype.getContext = () => null;
		});
		await page.goto(`${TOOL}&compare=${dayBefore}&date=${openedOn}`);
		await expect(mark(page, 'left')).not.toHaveAccessibleName(/已开通/);
		await expect(mark(page, 'right')).toHaveAccessibleName(/已开通/);
		await expect(page.locator('#tool')).toContainText('没有实时地图');
	});
});

test('an embed compares as well @core', async ({ page }) => {
	const faults = watch(page);
	await page.setViewportSize({ width: 700, height: 480 });
	await page.goto(`/embed/?compare=${dayBefore}&date=${openedOn}`);
	await expect(mark(page, 'left')).not.toHaveAccessibleName(/已开通/);
	await expect(mark(page, 'right')).toHaveAccessibleName(/已开通/);
	await expect(line(page)).toBeVisible();
	expect(faults).toEqual([]);
});
