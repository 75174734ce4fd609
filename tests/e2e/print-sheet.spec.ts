import { expect, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { CSS_PER_MM, ORIENTATIONS, PAPERS, paperSize } from '../../src/lib/explorer/print/paper';
import { en } from '../../src/lib/explorer/strings/en';
import { pictureStrings } from '../../src/lib/explorer/strings/picture';
import { printStrings } from '../../src/lib/explorer/strings/print';
import { zh } from '../../src/lib/explorer/strings/zh';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import { expectCameraAtRest, expectChosen, SIZES, watch } from '../support/explorer-page';
import { SMALL_PHONE, ZOOMED } from '../support/explorer-states';
import { readPdf, type PdfPage } from '../support/read-pdf';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const STRINGS = { zh, en };
const EXPORT = 'panel=tools&tool=export';
const POINTS_PER_MM = 72 / 25.4;
const site = atlas.sites.find(({ anchor }) => anchor)!;

const dialog = (page: Page) => page.locator('dialog.print');
const preview = (page: Page) => dialog(page).locator('.preview');
const onPaper = (page: Page) => page.locator('body > .on-paper');
const opener = (page: Page) => page.getByRole('button', { name: /^(打印图纸|Print sheet)$/ });

/** Waits until the sheet that was last asked for is drawn, and would be printed. */
async function expectDrawn(page: Page): Promise<void> {
	await expect(dialog(page).locator('.preview[aria-busy="false"] .map > svg')).toBeVisible();
	await expect(onPaper(page)).toHaveCount(1);
}

async function openSheet(page: Page, path = `/?${EXPORT}`): Promise<void> {
	await page.goto(path);
	await opener(page).click();
	await expectDrawn(page);
}

async function printed(page: Page): Promise<PdfPage[]> {
	return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** Without what lines lose or gain where they break. */
function bare(text: string): string {
	return text.replaceAll(/\s/g, '');
}

for (const lang of ['zh', 'en'] as const)
	for (const paper of PAPERS)
		for (const orientation of ORIENTATIONS)
			test(`${paper}, ${orientation}, in ${lang}: map, table and sources on pages of that size`, async ({
				page
			}) => {
				const faults = watch(page);
				await openSheet(page);
				await dialog(page).locator(`input[value="${paper}"]`).check();
				await dialog(page).locator(`input[value="${orientation}"]`).check();
				await dialog(page).locator(`input[value="${lang}"]`).check();
				await expectDrawn(page);
				const pages = await printed(page);
				const [front, ...further] = pages as [PdfPage, ...PdfPage[]];
				const { width, height } = paperSize({ paper, orientation });
				for (const one of pages) {
					expect(Math.abs(one.width - width * POINTS_PER_MM)).toBeLessThan(1);
					expect(Math.abs(one.height - height * POINTS_PER_MM)).toBeLessThan(1);
				}

				const strings = STRINGS[lang];
				const words = printStrings[lang];
				const review =
					'number' in atlas.review ? atlas.review.number : atlas.review.exemption[lang];
				const said = [
					...[atlas.title[lang], review, 'CC BY 4.0', 'WGS-84', 'OpenStreetMap', words.north],
					...[strings.legendStatus, strings.legendPrecision, strings.legendLines],
					...[strings.ground.water, strings.ground.railway],
					...atlas.lines.map(({ name }) => name[lang]),
					dialogAddress(page, lang)
				];
				for (const one of said) expect(bare(front.text)).toContain(bare(one));
				expect(front.text).toMatch(/1 : [1-9]\d{1,2},?000/);
				expect(front.links).toEqual([dialogAddress(page, lang)]);

				const rest = bare(further.map(({ text }) => text).join(''));
				for (const { name } of atlas.sites) expect(rest).toContain(bare(name[lang]));
				// The head of the table is on each page that has rows.
				const head = bare(Object.values(words.heads).join(''));
				const hasRows = await onPaper(page)
					.locator('.further')
					.evaluateAll((all) => all.map((one) => one.querySelector('tbody tr') !== null));
				expect(hasRows).toHaveLength(further.length);
				expect(hasRows[0]).toBe(true);
				for (const [index, { text }] of further.entries())
					expect(bare(text).includes(head)).toBe(hasRows[index]);
				for (const [index, { text }] of pages.entries())
					expect(bare(text)).toContain(bare(words.page(index + 1, pages.length)));
				expect(faults).toEqual([]);
			});

/** The link of the page in the language of the sheet. */
function dialogAddress(page: Page, lang: 'zh' | 'en'): string {
	const { origin, search } = new URL(page.url());
	return `${origin}/${lang === 'en' ? 'en/' : ''}${search}`;
}

test.describe('the sheet', () => {
	test('shows on the screen what goes on paper, page by page, and nothing is cut off', async ({
		page
	}) => {
		await openSheet(page);
		for (const paper of PAPERS)
			for (const orientation of ORIENTATIONS)
				for (const lang of ['zh', 'en'] as const) {
					await dialog(page).locator(`input[value="${paper}"]`).check();
					await dialog(page).locator(`input[value="${orientation}"]`).check();
					await dialog(page).locator(`input[value="${lang}"]`).check();
					await expectDrawn(page);
					const leaves = preview(page).locator('.sheet-page');
					expect(await printed(page)).toHaveLength(await leaves.count());
					expect(await leaves.evaluateAll(cutOff), `${paper} ${orientation} ${lang}`).toEqual([]);
				}

		/** What of a page reaches beyond its margins, or below its part of the page. */
		function cutOff(pages: Element[]): string[] {
			return pages.flatMap((one) => {
				const box = one.getBoundingClientRect();
				const flow = one.querySelector('.flow')?.getBoundingClientRect().bottom ?? box.bottom;
				return [...one.querySelectorAll('p, h3, h4, li, td, th, figure, .map')]
					.filter((element) => {
						const { left, right, top, bottom } = element.getBoundingClientRect();
						const lowest = element.closest('.flow') ? flow : box.bottom;
						const isOut =
							left < box.left || top < box.top || right > box.right || bottom > lowest + 0.5;
						return isOut || element.scrollWidth > element.clientWidth + 1;
					})
					.map(({ outerHTML }) => outerHTML.slice(0, 120));
			});
		}
	});

	test('is of what the filter keeps, on the day, with the chosen place, as words say', async ({
		page
	}) => {
		const faults = watch(page);
		const theme = site.theme;
		await openSheet(page, `/?site=${site.id}&topic=${theme}&date=2025-03-01&${EXPORT}`);
		await expectChosen(page, site.id);
		const [front, ...further] = await printed(page);
		const kept = atlas.sites.filter((one) => one.theme === theme);
		const lead = bare(front?.text ?? '');
		for (const one of [
			`筛选后的${kept.length}处地点（共${atlas.sites.length}处）`,
			`主题：${zh.themes[theme]}`,
			'2025年3月1日',
			`圈出：${site.name.zh}`
		])
			expect(lead).toContain(bare(one));
		const rows = onPaper(page).locator('tbody tr');
		const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-site')));
		expect(ids).toEqual(kept.map(({ id }) => id));
		const rest = bare(further.map(({ text }) => text).join(''));
		for (const { name } of kept) expect(rest).toContain(bare(name.zh));
		expect(faults).toEqual([]);
	});

	test('numbers the sources that its rows cite, and links those that may be linked', async ({
		page
	}) => {
		await openSheet(page, `/?q=${encodeURIComponent(site.name.zh)}&${EXPORT}`);
		const kept = atlas.sites.filter(({ name }) => name.zh.includes(site.name.zh));
		const cited = kept.flatMap(({ history, location }) => [
			...history.flatMap(({ sources }) => sources),
			...location.sources
		]);
		const ids = [...new Set(cited)];
		const items = onPaper(page).locator('.sources li');
		await expect(items).toHaveCount(ids.length);
		const links = await items
			.locator('a')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
		expect(links).toEqual(ids.flatMap((id) => atlas.sources[id]?.url ?? []));
		const pages = await printed(page);
		const text = bare(pages.map((one) => one.text).join(''));
		for (const id of ids) {
			const { title, about, publisher, checked } = atlas.sources[id]!;
			expect(text).toContain(bare(title ?? about.zh));
			if (publisher) expect(text).toContain(bare(publisher.zh));
			const [year, month, day] = checked.split('-').map(Number);
			expect(text).toContain(`${year}年${month}月${day}日核对`);
		}
	});

	test('leaves out what is switched off, and is light by night', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await openSheet(page, `/?off=roads.rail&${EXPORT}`);
		const [front] = await printed(page);
		expect(front?.text).not.toContain(zh.legendLines);
		expect(front?.text).not.toContain(zh.ground.motorway);
		expect(front?.text).toContain(zh.ground.water);
		const colours = await preview(page)
			.locator('.sheet-page')
			.first()
			.evaluate((sheet) => {
				const { color, backgroundColor } = getComputedStyle(sheet);
				const mark = getComputedStyle(sheet.querySelector('.legends path:last-child')!).fill;
				return [color, backgroundColor, mark];
			});
		expect(colours).toEqual(['rgb(38, 34, 29)', 'rgb(255, 255, 255)', 'rgb(27, 122, 80)']);
		expect(await preview(page).locator('.map svg').first().innerHTML()).not.toContain('var(');
	});

	test('has a map in the scale that it says, and a bar of the length that it says @core', async ({
		page
	}) => {
		await openSheet(page, `/?at=106.6,29.5,12&${EXPORT}`);
		const { text, mapWidth, barMm } = await preview(page).evaluate((element) => ({
			text: element.querySelector('.scale')?.textContent ?? '',
			mapWidth: element.querySelector('.map > svg')?.getAttribute('width'),
			barMm: Number(element.querySelector('.bar rect')?.getAttribute('width'))
		}));
		const number = Number(/1 : (\d+)/.exec(text)?.[1]);
		const [, length, unit] = /([\d.]+)(公里|米)比例尺/.exec(bare(text)) ?? [];
		const metres = Number(length) * (unit === '公里' ? 1000 : 1);
		expect(Math.abs((barMm * number) / 1000 / metres - 1)).toBeLessThan(0.01);
		// On the page the map is as wide as its drawing says.
		expect(mapWidth).toMatch(/^[\d.]+mm$/);
		await page.emulateMedia({ media: 'print' });
		const box = await onPaper(page).locator('.map > svg').boundingBox();
		expect(Math.abs((box?.width ?? 0) / CSS_PER_MM - parseFloat(mapWidth ?? ''))).toBeLessThan(0.1);
	});

	test('carries the link of the view as a QR code', async ({ page }) => {
		await openSheet(page, `/?site=${site.id}&${EXPORT}`);
		await expectCameraAtRest(page);
		await expectDrawn(page);
		const code = preview(page).getByRole('img', { name: page.url() });
		expect(await readQr(page, await code.evaluate((svg) => svg.outerHTML))).toBe(page.url());
	});

	test('is one page without the table, and says where the sources are', async ({ page }) => {
		await openSheet(page);
		await dialog(page).getByLabel(printStrings.zh.withTable).uncheck();
		await expectDrawn(page);
		await expect(dialog(page).getByText(printStrings.zh.pages(1))).toBeVisible();
		const pages = await printed(page);
		expect(pages).toHaveLength(1);
		expect(bare(pages[0]?.text ?? '')).toContain(bare(pictureStrings.zh.sourcesAtLink));
	});
});

test.describe('the page', () => {
	test('is what is printed before and after, the sheet in between', async ({ page }) => {
		await openSheet(page);
		await page.emulateMedia({ media: 'print' });
		await expect(onPaper(page)).toBeVisible();
		await expect(dialog(page)).toBeHidden();
		await expect(page.locator('header .address')).toBeHidden();
		await page.emulateMedia({ media: 'screen' });
		await expect(onPaper(page)).toBeHidden();
		await dialog(page).getByRole('button', { name: zh.close }).click();
		await expect(dialog(page)).toHaveCount(0);
		await expect(onPaper(page)).toHaveCount(0);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('header .address')).toBeVisible();
		const pages = await printed(page);
		expect(bare(pages.map(({ text }) => text).join(''))).not.toContain(
			bare(printStrings.zh.sourcesNote)
		);
	});

	test('keeps the sheet while it is on paper, and lays out what was changed last when it is back', async ({
		page
	}) => {
		await openSheet(page, `/?at=106.6,29.5,12&${EXPORT}`);
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		const map = onPaper(page).locator('.map > svg');
		const drawn = await map.elementHandle();
		// The live map of the page loses its place, and comes to rest in another size.
		const canvas = page.locator('section.map canvas').first();
		const width = () => canvas.evaluate((element: HTMLCanvasElement) => element.width);
		const before = await width();
		await page.emulateMedia({ media: 'print' });
		await expect.poll(width).not.toBe(before);
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
		expect(await drawn.evaluate((svg) => svg.isConnected)).toBe(true);
		// A page that goes on paper before the new sheet is drawn.
		await dialog(page)
			.locator('input[value="landscape"]')
			.evaluate((input: HTMLElement) => {
				input.click();
			});
		await expect(onPaper(page)).toHaveCount(0);
		await page.emulateMedia({ media: 'screen' });
		await expectDrawn(page);
		expect(parseFloat((await map.getAttribute('width')) ?? '')).toBeGreaterThan(200);
	});

	test('is printed by the browser’s own dialog', async ({ page }) => {
		await page.addInitScript(() => {
			window.print = () => {
				document.title = `printed ${document.querySelectorAll('.on-paper .sheet-page').length}`;
				dispatchEvent(new Event('beforeprint'));
			};
		});
		await openSheet(page);
		const count = await onPaper(page).locator('.sheet-page').count();
		await dialog(page).getByRole('button', { name: printStrings.zh.print }).click();
		await expect(page).toHaveTitle(`printed ${count}`);
		await expect(dialog(page).getByRole('textbox')).toHaveCount(0);
	});

	for (const [name, print] of [
		['has no printing', undefined],
		['only pretends to print', () => {}]
	] as const)
		test(`says so where the browser ${name}, and gives the link`, async ({ page }) => {
			await page.addInitScript((hasPrint) => {
				Object.assign(window, { print: hasPrint ? () => {} : undefined });
			}, print !== undefined);
			await openSheet(page);
			const button = dialog(page).getByRole('button', { name: printStrings.zh.print });
			if (print) await button.click();
			else await expect(button).toHaveCount(0);
			const said = print ? printStrings.zh.notPrinted : printStrings.zh.cannotPrint;
			await expect(dialog(page).getByText(said)).toBeVisible();
			await expect(dialog(page).getByRole('textbox')).toHaveValue(page.url());
		});

	test('keeps its keys and its focus to itself', async ({ page }) => {
		await openSheet(page, `/?site=${site.id}&${EXPORT}`);
		await expectChosen(page, site.id);
		await dialog(page).locator('h2').click();
		for (const key of ['n', 'p', 'j', ']', 'Escape']) await page.keyboard.press(key);
		await expect(dialog(page)).toHaveCount(0);
		await expectChosen(page, site.id);
		await expect(opener(page)).toBeFocused();
	});
});

test.describe('what fails', () => {
	for (const file of ['ground.json', 'details.json'])
		test(`${file}: it is said, and drawn when that is over`, async ({ page }) => {
			await page.route(`**/data/${file}`, (route) => route.fulfill({ status: 500, body: 'out' }));
			await page.goto(`/?${EXPORT}`);
			await opener(page).click();
			const alert = dialog(page).getByRole('alert');
			await expect(alert).toContainText(printStrings.zh.notDrawn);
			await expect(onPaper(page)).toHaveCount(0);
			await page.unroute(`**/data/${file}`);
			await alert.getByRole('button', { name: zh.retry }).click();
			await expectDrawn(page);
		});

	test('its code: it is said in the tool', async ({ page }) => {
		const folder = 'build/_app/immutable/chunks';
		const [file] = readdirSync(folder).filter((name) =>
			readFileSync(`${folder}/${name}`, 'utf8').includes('sheet-page further')
		);
		await page.route(`**/${file}`, (route) => route.abort());
		await page.goto(`/?${EXPORT}`);
		await opener(page).click();
		const alert = page.getByRole('alert');
		await expect(alert).toContainText(zh.loadFailed);
		await alert.getByRole('button', { name: zh.dismiss }).click();
		await expect(alert).toHaveCount(0);
	});
});

for (const [size, lang] of [
	['phone', 'zh'],
	['desk', 'en']
] as const)
	test.describe(`on a ${size}, in ${lang}`, () => {
		test.use({ viewport: SIZES[size] });

		test('axe finds nothing, and every target is 44 px wide and high', async ({ page }) => {
			await openSheet(page, `/${lang === 'en' ? 'en/' : ''}?${EXPORT}`);
			const found: string[] = [];
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				for (const one of await axeFindings(page)) found.push(`${colorScheme}: ${one}`);
			}
			for (const one of await smallTargets(page)) found.push(one);
			expect(found).toEqual([]);
		});
	});

for (const [name, viewport] of Object.entries({ '320 px wide': SMALL_PHONE, 'at 400 %': ZOOMED }))
	test.describe(`in a window ${name}`, () => {
		test.use({ viewport });

		test('no control is wider than it, and the last page is reached', async ({ page }) => {
			await openSheet(page);
			const wide = await dialog(page).evaluate((element) =>
				[...element.querySelectorAll('.head, .settings *, .leaf')]
					.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
					.map((one) => one.outerHTML.slice(0, 90))
			);
			expect(wide).toEqual([]);
			const last = preview(page).locator('.leaf').last();
			await last.scrollIntoViewIfNeeded();
			await expect(last).toBeInViewport();
		});
	});

/** What a phone reads from a code, drawn large. */
async function readQr(page: Page, svg: string): Promise<string | undefined> {
	const { data, width, height } = await page.evaluate(async (markup) => {
		const source = markup.replace(
			'<svg',
			'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"'
		);
		const image = new Image(400, 400);
		image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 });
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const pixels = context.getImageData(0, 0, 400, 400);
		return { data: [...pixels.data], width: 400, height: 400 };
	}, svg);
	return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
