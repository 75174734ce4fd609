import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { expectChosen, openExplorer, SIZES, watch } from '../support/explorer-page';
import { readCsv } from '../support/read-csv';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

const TABLE = '/?panel=tools&tool=table';
const EXPORT = '/?panel=tools&tool=export';

const rows = (page: Page) => page.locator('[role="grid"] [data-site]');
const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const query = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);

async function openTable(page: Page, path: string): Promise<Locator> {
	await page.goto(path);
	await expect(rows(page).first()).toBeVisible();
	return rows(page);
}

/** Ids of all rows, also of those that are not in the page: from the first to the last by key. */
async function idsByKeys(page: Page): Promise<(string | null)[]> {
	const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
	await page.locator('[role="grid"] [tabindex="0"]').focus();
	await page.keyboard.press('Home');
	const focused = page.locator('[role="grid"] [data-site]:focus');
	const ids: (string | null)[] = [];
	for (let row = 0; row < count; row += 1) {
		if (row > 0) await page.keyboard.press('ArrowDown');
		await expect(focused).toHaveAttribute('aria-rowindex', String(row + 2));
		ids.push(await focused.getAttribute('data-site'));
	}
	return ids;
}

test.describe('on a desk', () => {
	test.use({ viewport: SIZES.desk });

	test('lists every place once, in the order of the text @core', async ({ page }) => {
		const faults = watch(page);
		await openTable(page, `${TABLE}&map=off`);
		expect(await idsByKeys(page)).toEqual(atlas.sites.map(({ id }) => id));
		expect(faults).toEqual([]);
	});

	test('sorts by a head upwards, downwards and not at all, and a link keeps it @core', async ({
		page
	}) => {
		const list = await openTable(page, `${TABLE}&map=off`);
		const length = head(page, '长度（公里）');
		await length.getByRole('button').click();
		await expect(length).toHaveAttribute('aria-sort', 'ascending');
		await length.getByRole('button').click();
		await expect(length).toHaveAttribute('aria-sort', 'descending');
		await expect.poll(() => query(page, 'sort')).toBe('-length');
		const longest = await list.first().getAttribute('data-site');
		const site = atlas.sites.find(({ id }) => id === longest);
		expect(site?.geometry?.type).toMatch(/LineString$/);

		await page.reload();
		await expect(length).toHaveAttribute('aria-sort', 'descending');
		await expect(list.first()).toHaveAttribute('data-site', longest ?? '');
		await length.getByRole('button').click();
		await expect(length).toHaveAttribute('aria-sort', 'none');
		await expect.poll(() => query(page, 'sort')).toBeNull();
		await expect(list.first()).toHaveAttribute('data-site', atlas.sites[0]?.id ?? '');
	});

	test('hides and shows columns, which a link keeps', async ({ page }) => {
		await openTable(page, `${TABLE}&map=off&sort=kind`);
		await page.getByText('显示的列').first().click();
		await page.getByLabel('类别').uncheck();
		await page.getByLabel('经度（WGS-84）').check();
		await expect(head(page, '类别')).toHaveCount(0);
		await expect(head(page, '经度（WGS-84）')).toBeVisible();
		await expect
			.poll(() => query(page, 'cols'))
			.toBe('name.status.since.precision.outcome.length.lng');
		// What is hidden sorts nothing.
		await expect.poll(() => query(page, 'sort')).toBeNull();
		await page.reload();
		await expect(head(page, '经度（WGS-84）')).toBeVisible();
		await expect(head(page, '类别')).toHaveCount(0);
	});

	test('is walked and chosen from by keys', async ({ page }) => {
		await openTable(page, `${TABLE}&map=off`);
		const focused = page.locator('[role="grid"] [data-site]:focus');
		await page.locator('[role="grid"] [tabindex="0"]').focus();
		await page.keyboard.press('End');
		await expect(focused).toHaveAttribute('data-site', atlas.sites.at(-1)?.id ?? '');
		await expect(focused.getByRole('rowheader')).toBeInViewport({ ratio: 0.9 });
		await page.keyboard.press('PageUp');
		await expect(focused).not.toHaveAttribute('data-site', atlas.sites.at(-1)?.id ?? '');
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowDown');
		const second = atlas.sites[1]?.id ?? '';
		await expect(focused).toHaveAttribute('data-site', second);
		await page.keyboard.press('Enter');
		await expectChosen(page, second);
		await expect(focused).toHaveAttribute('aria-selected', 'true');
		await expect(page.locator('[role="grid"] [tabindex="0"]')).toHaveCount(1);
	});

	test('is tied to the map both ways', async ({ page }) => {
		await openExplorer(page, TABLE);
		const list = rows(page);
		const [first] = atlas.sites.filter(({ anchor }) => anchor);
		const id = first?.id ?? '';
		await list.and(page.locator(`[data-site="${id}"]`)).click();
		await expectChosen(page, id);
		await expect(page.locator(`.map a.mark[data-site="${id}"]`)).toHaveAttribute(
			'aria-current',
			'true'
		);
		await expect.poll(() => query(page, 'tool')).toBe('table');

		const last = atlas.sites.findLast(({ anchor }) => anchor)?.id ?? '';
		const row = list.and(page.locator(`[data-site="${last}"]`));
		const mark = page.locator(`.map a.mark[data-site="${last}"]`);
		await mark.focus();
		await page.keyboard.press('Enter');
		await expectChosen(page, last);
		await expect(row).toHaveAttribute('aria-selected', 'true');
		await expect(row.getByRole('rowheader')).toBeInViewport({ ratio: 0.9 });

		await mark.blur();
		await mark.focus();
		await expect(row).toHaveClass(/hovered/);
		await row.focus();
		await expect(mark).toHaveClass(/hovered/);
	});

	test('rows and exports hold what the filter keeps @core', async ({ page }) => {
		const faults = watch(page);
		await openTable(page, `${TABLE}&map=off&status=open&date=2026-01-01`);
		const open = atlas.sites.filter(({ status }) => status === 'open');
		await expect(page.locator('.summary [role="status"]')).not.toContainText(
			`${atlas.sites.length}处地点中的${atlas.sites.length}处`
		);
		const ids = await idsByKeys(page);
		expect(ids.length).toBeGreaterThan(0);
		expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));

		await page.getByRole('button', { name: '导出', exact: true }).click();
		const geojson = JSON.parse(await downloaded(page, 'geojson', ids.length)) as {
			features: { id: string; properties: Record<string, unknown> }[];
			filter: string;
			shown_on: string;
			address: string;
		};
		expect(geojson.features.map(({ id }) => id)).toEqual(ids);
		expect(geojson).toMatchObject({ filter: '状态：已开通', shown_on: '2026-01-01' });
		expect(geojson.address).toBe(page.url());
		for (const { properties } of geojson.features) expect(properties['shown_status']).toBe('open');
		const csv = readCsv(await downloaded(page, 'csv', ids.length));
		expect(csv.map(({ id }) => id)).toEqual(ids);
		const kml = await downloaded(page, 'kml', ids.length);
		expect([...kml.matchAll(/<Placemark id="site-([^"]+)">/g)].map(([, id]) => id)).toEqual(ids);

		await page.getByRole('button', { name: '地图图片' }).click();
		const dialog = page.getByRole('dialog');
		const svg = dialog.locator('.files a[download$=".svg"]');
		await expect(dialog.getByRole('tab', { name: '图片' })).toHaveAttribute(
			'aria-selected',
			'true'
		);
		const [download] = await Promise.all([page.waitForEvent('download'), svg.click()]);
		const drawn = readFileSync(await download.path(), 'utf8');
		for (const text of ['筛选条件：状态：已开通', 'WGS-84', '审图号'])
			expect(drawn).toContain(text);
		expect(faults).toEqual([]);
	});
});

test('where the clipboard is refused the text can be copied by hand', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
	});
	await page.goto(`${EXPORT}&map=off`);
	const csv = page.locator('[data-format="csv"]');
	await csv.getByRole('button').click();
	await expect(csv.locator('textarea')).toHaveValue(/^\uFEFFid,name_zh,/);
});

test('an export that did not come is asked for again', async ({ page }) => {
	await page.route('**/data/sites.geojson', (route) => route.fulfill({ status: 503 }));
	await page.goto(`${EXPORT}&map=off`);
	await expect(page.locator('#tool [role="alert"]')).toBeVisible();
	await page.unroute('**/data/sites.geojson');
	await page.locator('#tool').getByRole('button', { name: '再试一次' }).click();
	await expect(page.locator('[data-format]')).toHaveCount(3);
});

for (const size of ['phone', 'desk'] as const) {
	for (const [lang, prefix] of [
		['zh', ''],
		['en', '/en']
	] as const) {
		test.describe(`on a ${size}, in ${lang}`, () => {
			test.use({ viewport: SIZES[size] });

			for (const [name, path] of [
				['table', `${prefix}${TABLE}&map=off&near=site:${placed()},3000`],
				['export', `${prefix}${EXPORT}&map=off`]
			] as const) {
				test(`axe finds nothing in the ${name}, and only the table scrolls sideways`, async ({
					page
				}) => {
					await page.goto(path);
					await expect(
						page.locator('[role="grid"] [data-site], [data-format]').first()
					).toBeVisible();
					const columns = page.locator('#tool summary');
					if (await columns.count()) await columns.click();
					expect(await axeFindings(page)).toEqual([]);
					await page.emulateMedia({ colorScheme: 'dark' });
					expect(await axeFindings(page, ['color-contrast'])).toEqual([]);
					expect(await smallTargets(page)).toEqual([]);
					const { wide, window } = await page.evaluate(() => ({
						wide: Math.max(
							...[...document.querySelectorAll('html, body, .text:not([hidden])')].map(
								(element) => element.scrollWidth
							)
						),
						window: innerWidth
					}));
					expect(wide).toBeLessThanOrEqual(window);
				});
			}
		});
	}
}

function placed(): string {
	return atlas.sites.find(({ anchor }) => anchor)?.id ?? '';
}

/** Text of a file that is downloaded, whose name says how many places it has. */
async function downloaded(page: Page, format: string, count: number): Promise<string> {
	const coming = page.waitForEvent('download');
	await page.locator(`[data-format="${format}"] a[download]`).click();
	const download = await coming;
	expect(download.suggestedFilename()).toBe(`${atlas.id}-sites-2026-01-01-${count}.${format}`);
	return readFile(await download.path(), 'utf8');
}
