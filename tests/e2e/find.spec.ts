import { expect, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { test } from '../support/test';

const HERE = { longitude: 106.572, latitude: 29.528, accuracy: 35 };
const SHANGHAI = { longitude: 121.47, latitude: 31.23, accuracy: 35 };

const box = (page: Page) => page.getByRole('combobox', { name: '搜地点' });
const options = (page: Page) => page.getByRole('option');
const around = (page: Page) => page.locator('.around');

async function openFind(page: Page, path = '/?panel=find') {
	await openExplorer(page, path);
	await expect(page.locator('#find')).toBeVisible();
}

for (const size of ['phone', 'desk'] as const)
	test.describe(size, () => {
		test.use({ viewport: SIZES[size], hasTouch: size === 'phone' });

		test(`finds a place by its initials and opens its card${size === 'phone' ? ' @core' : ''}`, async ({
			page
		}) => {
			const faults = watch(page);
			await openFind(page);
			await box(page).fill('cqdz');
			await expect(options(page).first()).toContainText('重庆东站');
			await expect(options(page).first().locator('mark')).toHaveText('重庆东站');
			expect(await axeFindings(page)).toEqual([]);
			await options(page).first().click();
			await expect(page.locator('html')).toHaveAttribute('data-selected', 'chongqing-east-station');
			await expect.poll(() => page.url()).toContain('site=chongqing-east-station');
			await expect(page.getByRole('heading', { name: '重庆东站', level: 2 })).toBeInViewport();
			expect(faults).toEqual([]);
		});

		test('what is near the reader, who stays out of the link', async ({ page, context }) => {
			const faults = watch(page);
			await context.grantPermissions(['geolocation']);
			await context.setGeolocation(HERE);
			await openFind(page, '/?panel=find&at=106.6,29.5,12');
			await page.getByRole('button', { name: '我的附近' }).click();
			await expect(around(page)).toContainText('您的位置周边');
			await expect(around(page)).toContainText('南坪（3号线）');
			await expect(around(page).locator('[data-site="cmct-research"]')).toContainText('在');
			await expect(page.locator('[data-pin]')).toBeVisible();
			// The map is on its way there.
			expect(await axeFindings(page, undefined, 'main')).toEqual([]);
			await around(page).getByRole('button', { name: '5公里', exact: true }).click();
			await expect(around(page).locator('[data-site="cqupt"]')).toBeAttached();
			await page.getByRole('button', { name: '放大' }).click();
			// Whatever is to be written is written in the order of what happened.
			await page.getByRole('button', { name: '地点' }).first().click();
			await expect.poll(() => page.url()).toContain('panel=sites');
			expect(page.url()).not.toMatch(/at=|around=|106\.|29\.5/);
			await page.getByRole('button', { name: '查找' }).click();
			await around(page).getByRole('button', { name: '把这个位置写进链接' }).click();
			await expect.poll(() => page.url()).toContain('around=106.572,29.528,5000');
			await page.reload();
			await expect(around(page)).toContainText('所选位置周边');
			expect(faults).toEqual([]);
		});
	});

test('goes through results with the arrow keys, and Enter chooses @core', async ({ page }) => {
	await openExplorer(page);
	await page.keyboard.press('/');
	await expect(box(page)).toBeFocused();
	await page.keyboard.type('nanping');
	await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	const active = await box(page).getAttribute('aria-activedescendant');
	await page.keyboard.press('ArrowDown');
	await expect(box(page)).not.toHaveAttribute('aria-activedescendant', active!);
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(around(page)).toContainText('南坪周边');
	await expect(around(page)).toContainText('3号线');
	await expect.poll(() => page.url()).toContain('around=station:nanping,3000');
	// The keyboard stays where it is, and brings the results back.
	await expect(box(page)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(options(page).first()).toBeVisible();
});

test('shows a few of each kind, and all of one by its last row', async ({ page }) => {
	await openFind(page);
	await box(page).fill('重庆');
	const stations = page.getByRole('group', { name: '轨道车站' }).getByRole('option');
	await expect(stations).toHaveCount(5);
	await expect(stations.last()).toContainText('还有');
	const last = await stations.last().getAttribute('id');
	// By key too: it is one of the options.
	while ((await box(page).getAttribute('aria-activedescendant')) !== last)
		await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(stations.nth(5)).toBeAttached();
	await expect(page.getByText('还有', { exact: false }).and(stations)).toHaveCount(0);
});

test('half-composed pinyin is not looked for', async ({ page }) => {
	await openFind(page);
	await box(page).focus();
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Input.imeSetComposition', {
		text: "chong'qing",
		selectionStart: 10,
		selectionEnd: 10
	});
	await expect(box(page)).toHaveValue("chong'qing");
	await expect(options(page)).toHaveCount(0);
	await cdp.send('Input.insertText', { text: '重庆东站' });
	await expect(options(page).first()).toContainText('重庆东站');
});

test('says what to do where nothing is found, and suggests what is alike', async ({ page }) => {
	await openFind(page);
	await box(page).fill('上海虹桥');
	await expect(page.locator('.find')).toContainText('没有找到“上海虹桥”');
	await expect(page.getByRole('button', { name: '我的附近' })).toBeVisible();
	await box(page).fill('chayuna');
	await expect(page.locator('.find')).toContainText('您要找的是不是');
	await expect(options(page).first()).toContainText('茶园');
});

test('finds passages by their words, and goes to them @core', async ({ page }) => {
	await openFind(page);
	await box(page).fill('燈塔工廠');
	await expect(options(page).first()).toContainText('灯塔工厂');
	await options(page).first().click();
	await expect(page.locator('[data-passage][aria-current="true"]')).toContainText('灯塔工厂');
});

test('remembers choices on this device until they are forgotten', async ({ page }) => {
	await openFind(page);
	await box(page).fill('桃花桥');
	await options(page).first().click();
	await expect(around(page)).toContainText('桃花桥周边');
	await around(page).getByRole('button', { name: '完成' }).click();
	await expect.poll(() => page.url()).not.toContain('around');
	await page.reload();
	await page.getByRole('button', { name: '查找' }).click();
	const recent = page.getByRole('button', { name: '桃花桥', exact: true });
	await recent.click();
	await expect(around(page)).toContainText('桃花桥周边');
	await around(page).getByRole('button', { name: '完成' }).click();
	await page.getByRole('button', { name: '清除记录' }).click();
	await expect(recent).toHaveCount(0);
});

test('tells what a refused position leaves', async ({ page }) => {
	await openFind(page, '/en/?panel=find');
	await page.getByRole('button', { name: 'Near me' }).click();
	await expect(page.getByText('Your browser refused your position')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Point on the map' })).toBeEnabled();
});

test('outside of the atlas it says how far its nearest place is', async ({ page, context }) => {
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation(SHANGHAI);
	await openFind(page);
	await page.getByRole('button', { name: '我的附近' }).click();
	await expect(around(page)).toContainText(/不在图志的范围内，离最近的地点约1,?4\d\d/);
});

test('a position in GCJ-02 is put right', async ({ page, context }) => {
	await context.grantPermissions(['geolocation']);
	await context.setGeolocation(HERE);
	await openFind(page);
	await page.getByRole('button', { name: '我的附近' }).click();
	const station = page.locator('.around .station');
	await expect(station).toContainText('南坪');
	const before = await station.textContent();
	await around(page).getByRole('checkbox').check();
	await expect(station).not.toHaveText(before!);
});

test('a place pointed at stays out of the link too', async ({ page }) => {
	await openFind(page);
	await page.getByRole('button', { name: '在地图上点选' }).click();
	const map = await page.locator('section.map').boundingBox();
	await page.mouse.click(map!.x + map!.width * 0.6, map!.y + map!.height * 0.6);
	await expect(around(page)).toContainText('所选位置周边');
	await expect(page.locator('html')).not.toHaveAttribute('data-selected', /./);
	await page.getByRole('button', { name: '地点' }).first().click();
	await expect.poll(() => page.url()).toContain('panel=sites');
	expect(page.url()).not.toMatch(/at=|around=/);
});

test('finds without a server, once the page has come', async ({ page, context }) => {
	await openExplorer(page);
	await expect
		.poll(() =>
			page.evaluate(
				() => performance.getEntriesByName(new URL('data/search.json', location.href).href).length
			)
		)
		.toBeGreaterThan(0);
	await page.getByRole('button', { name: '查找' }).click();
	await expect(box(page)).toBeVisible();
	await context.setOffline(true);
	await box(page).fill('jiangnan sd');
	await expect(options(page).first()).toContainText('江南隧道');
});

test('says what did not load, and loads it when it is asked for again', async ({ page }) => {
	await page.route('**/data/search.json', (route) => route.abort());
	await openExplorer(page);
	await page.getByRole('button', { name: '查找' }).click();
	await expect(page.getByText('“查找”')).toBeVisible();
	await page.unroute('**/data/search.json');
	await page.getByRole('button', { name: '再试一次' }).click();
	await page.getByRole('button', { name: '查找' }).click();
	await expect(box(page)).toBeVisible();
});
