import { expect, type Page } from '@playwright/test';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { parseCorners } from '../../src/lib/view/corners';
import { AREA_GRAIN } from '../../src/lib/view/filter';
import { atlas } from '../support/atlas';
import { openWithoutMap } from '../support/explorer-states';
import { test } from '../support/test';

const ids = (page: Page, selector: string) =>
	page
		.locator(selector)
		.evaluateAll((all) => all.map((one) => one.getAttribute('data-site')).sort());
const placed = atlas.sites.filter(({ anchor }) => anchor);
const open = atlas.sites.filter(({ status }) => status === 'open').map(({ id }) => id);
const openAndPlaced = placed.filter(({ status }) => status === 'open').map(({ id }) => id);
const [other] = placed.filter(({ status }) => status !== 'open');
/** Sites with a place of which a name holds what the test types. */
const named = placed
	.filter(({ name, aliases }) =>
		[name.en, ...aliases.en].some((one) => one.toLowerCase().includes('chongqing east'))
	)
	.map(({ id }) => id);
const query = (page: Page) => new URL(page.url()).searchParams;
/** A site whose opening the sources date to the day. */
const [opened] = placed.filter(
	({ history, status }) =>
		status === 'open' &&
		history.some((entry) => entry.status === 'open' && entry.date.length === 10)
);
const openedOn = opened?.history.find(({ status }) => status === 'open')?.date ?? '';

/** Waits until the map shows just these marks. */
async function expectMarks(page: Page, wanted: readonly string[]): Promise<void> {
	await expect
		.poll(() => ids(page, '.map .marks li:not([hidden]) a.mark'))
		.toEqual([...wanted].sort());
}

test.describe('a filter', () => {
	test.use({ viewport: SIZES.desk });

	test('counts alike in map, list, tab and link, and goes with one click @core', async ({
		page
	}) => {
		const faults = watch(page);
		await openExplorer(page, '/?panel=tools');
		await page.getByRole('checkbox', { name: /^已开通/ }).check();
		await expectMarks(page, openAndPlaced);
		await expect.poll(() => query(page).get('status')).toBe('open');
		await expect(page.locator('.summary')).toContainText(
			`${atlas.sites.length}处地点中的${open.length}处`
		);
		await page.getByRole('button', { name: /^地点/ }).click();
		expect(await ids(page, '.list a[data-site]')).toEqual([...open].sort());
		await page.reload();
		await expectMarks(page, openAndPlaced);
		await page.locator('.map .chip').click();
		await expectMarks(
			page,
			placed.map(({ id }) => id)
		);
		await expect.poll(() => query(page).has('status')).toBe(false);
		expect(faults).toEqual([]);
	});

	test('hides lines and areas of the live map too', async ({ page }) => {
		const line = placed.find(
			({ geometry, status }) => geometry?.type.endsWith('LineString') && status !== 'open'
		);
		expect(line).toBeDefined();
		const [lng, lat] = line!.anchor!;
		await openExplorer(page, `/?at=${lng},${lat},15&panel=tools`);
		const middle = await page.locator(`.map a.mark[data-site="${line!.id}"]`).boundingBox();
		const around = { x: middle!.x - 60, y: middle!.y - 60, width: 144, height: 144 };
		const before = await page.screenshot({ clip: around });
		await page.getByRole('checkbox', { name: /^已开通/ }).check();
		await expectMarks(page, openAndPlaced);
		await expect
			.poll(async () => (await page.screenshot({ clip: around })).equals(before))
			.toBe(false);
		// A click where the line was chooses nothing.
		await page.mouse.click(middle!.x + 12, middle!.y + 12);
		await expect(page.locator('html')).not.toHaveAttribute('data-selected');
	});

	test('keeps the chosen site, and says that it is left out', async ({ page }) => {
		await openExplorer(page, `/?status=open&site=${other!.id}`);
		await expectMarks(page, [...openAndPlaced, other!.id]);
		const card = page.locator('.card');
		await expect(card).toContainText('当前筛选不含这个地点');
		await card.getByRole('button', { name: '清除筛选' }).click();
		await expect(card).not.toContainText('当前筛选不含这个地点');
		await expectMarks(
			page,
			placed.map(({ id }) => id)
		);
	});

	test('by name, distance and promise', async ({ page }) => {
		await openExplorer(page, '/?panel=tools');
		await page.getByLabel('名称包含').fill('CHONGQING east');
		await expect.poll(() => query(page).get('q')).toBe('CHONGQING east');
		await expectMarks(page, named);
		await page.getByRole('button', { name: '清除筛选', exact: true }).click();
		await page.getByLabel('距离').selectOption('site');
		await page.getByLabel('距某个地点').selectOption('chongqing-east-station');
		await page.getByLabel('不超过').fill('0.5');
		await page.getByLabel('不超过').press('Enter');
		await expect.poll(() => query(page).get('near')).toBe('site:chongqing-east-station,500');
		await expect
			.poll(() => ids(page, '.map .marks li:not([hidden]) a.mark'))
			.toContain('chongqing-east-station');
		expect((await ids(page, '.map .marks li:not([hidden]) a.mark')).length).toBeLessThan(
			placed.length
		);
	});

	test('by an area that is drawn by hand', async ({ page }) => {
		await openExplorer(page, '/?panel=tools&at=106.6,29.52,13');
		const box = (await page.locator('section.map').boundingBox())!;
		const corner = (x: number, y: number) =>
			[box.x + box.width * x, box.y + box.height * y] as const;
		await page.getByRole('button', { name: '在地图上画范围' }).click();
		await expect(page.getByRole('button', { name: '完成' })).toBeVisible();
		for (const [x, y] of [corner(0.2, 0.2), corner(0.6, 0.2), corner(0.6, 0.8), corner(0.3, 0.8)])
			await page.mouse.click(x, y);
		await page.getByRole('button', { name: '撤销上一点' }).click();
		await page.mouse.click(...corner(0.2, 0.8));
		await page.getByRole('button', { name: '完成' }).click();
		await expect.poll(() => query(page).get('area')).not.toBeNull();
		// The corners of the link are those that were clicked: 512 · 2¹³ pixels are 360 degrees.
		const area = parseCorners(query(page).get('area') ?? '', AREA_GRAIN, 3)!;
		expect(area).toHaveLength(4);
		const width = Math.max(...area.map(([lng]) => lng)) - Math.min(...area.map(([lng]) => lng));
		expect(width).toBeCloseTo((box.width * 0.4 * 360) / (512 * 2 ** 13), 3);
		const [west, east] = [area[0]![0], area[1]![0]];
		const beyond = placed.filter(
			({ geometry, anchor }) =>
				geometry?.type === 'Point' && (anchor![0] < west - 0.05 || anchor![0] > east + 0.05)
		);
		expect(beyond).not.toEqual([]);
		for (const { id } of beyond)
			await expect(page.locator(`.map .marks li:not([hidden]) a[data-site="${id}"]`)).toHaveCount(
				0
			);
		await page.getByRole('button', { name: '不限范围' }).click();
		await expectMarks(
			page,
			placed.map(({ id }) => id)
		);
	});

	test('that nothing meets says so @core', async ({ page }) => {
		await openExplorer(page, '/?panel=sites&q=nowhere');
		await expect(page.locator('.list')).toContainText('没有地点符合这些条件');
		await expectMarks(page, []);
	});

	test('works on the drawn map @core', async ({ page }) => {
		await openWithoutMap(page, '/?status=open');
		await expectMarks(page, openAndPlaced);
		const hidden = page.locator('.ground [data-site].left-out');
		await expect(hidden.first()).toBeHidden();
	});

	test('that can’t be worked out shows everything and says so', async ({ page }) => {
		await page.route('**/data/details.json', (route) => route.abort());
		await openExplorer(page, '/?status=open');
		await expect(page.locator('[data-problem="shown"]')).toBeVisible();
		await expectMarks(
			page,
			placed.map(({ id }) => id)
		);
	});
});

test('the name of the open tool is in sight on a phone', async ({ page }) => {
	await page.setViewportSize(SIZES.phone);
	await openWithoutMap(page, '/?panel=tools&tool=export');
	const names = page.locator('.tools .names button');
	await expect(names.last()).toBeInViewport({ ratio: 1 });
	await names.first().click();
	await expect(names.first()).toBeInViewport({ ratio: 1 });
});

for (const size of ['phone', 'desk'] as const) {
	test.describe(`the time slider on a ${size}`, () => {
		test.use({ viewport: SIZES[size] });

		test('shows what sources say of a day, and goes back to the present', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page);
			await page.getByRole('button', { name: '时间', exact: true }).click();
			const slider = page.getByRole('slider', { name: '月份' });
			await slider.press('Home');
			await expect.poll(() => query(page).get('date')).toMatch(/^\d{4}-01-31$/);
			const mark = page.locator(`.map a.mark[data-site="${opened!.id}"]`);
			await expect(mark).toHaveAccessibleName(/不详, 当日不确定/);
			await slider.press('ArrowRight');
			await expect.poll(() => query(page).get('date')).toMatch(/^\d{4}-02-2[89]$/);
			await page.getByRole('button', { name: '回到现在' }).click();
			await expect(mark).toHaveAccessibleName(/已开通/);
			await expect.poll(() => query(page).has('date')).toBe(false);
			expect(faults).toEqual([]);
		});

		test(`a link to a day shows it in map, list and card${size === 'phone' ? ' @core' : ''}`, async ({
			page
		}) => {
			await openExplorer(page, `/?date=${openedOn}&panel=sites&site=${opened!.id}`);
			const mark = page.locator(`.map a.mark[data-site="${opened!.id}"]`);
			await expect(mark).toHaveAccessibleName(/已开通/);
			await expect(page.locator('.card .chip')).toHaveText('已开通');
			await expect(page.locator('.time')).toBeVisible();
			const before = new Date(Date.parse(openedOn) - 86_400_000).toISOString().slice(0, 10);
			await page.goto(`/?date=${before}&panel=sites&site=${opened!.id}`);
			await expect(page.locator('.card .chip')).not.toHaveText('已开通');
		});

		test('plays month by month, and stops when asked', async ({ page }) => {
			await openExplorer(page, '/?date=2024-12-31');
			await page.getByRole('button', { name: '播放' }).click();
			await expect.poll(() => query(page).get('date') ?? '').toMatch(/^202[5-9]-/);
			await page.getByRole('button', { name: '暂停' }).click();
			const stopped = await page.locator('.time output').textContent();
			await page.waitForTimeout(900);
			expect(await page.locator('.time output').textContent()).toBe(stopped);
		});
	});
}
