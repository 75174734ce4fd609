import { expect, type Frame, type Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { en } from '../../src/lib/explorer/strings/en';
import { shareStrings } from '../../src/lib/explorer/strings/share';
import { zh } from '../../src/lib/explorer/strings/zh';
import { atlas } from '../support/atlas';
import { axeFindings } from '../support/axe';
import {
	expectCameraAtRest,
	expectChosen,
	openExplorer,
	SIZES,
	watch
} from '../support/explorer-page';
import { SMALL_PHONE, ZOOMED } from '../support/explorer-states';
import { serveHost, type HostPage } from '../support/host-page';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const site = atlas.sites.find(({ anchor }) => anchor)!;
const words = shareStrings.zh;
const FORMS = ['link', 'frame', 'script', 'image'] as const;
type Form = (typeof FORMS)[number];

const hosts: HostPage[] = [];
test.afterAll(() => Promise.all(hosts.map((host) => host.close())));

const dialog = (page: Page) => page.locator('dialog.share');
const field = (page: Page) => dialog(page).getByRole('textbox');
const picture = (page: Page) => dialog(page).locator('.picture img');

async function openDialog(page: Page, form: Form = 'link'): Promise<void> {
	await page
		.locator('header .tools')
		.getByRole('button', { name: /分享|Share/ })
		.click();
	await expect(dialog(page)).toBeVisible();
	if (form !== 'link') await dialog(page).locator(`#share-tab-${form}`).click();
}

/** With the map at rest, so that the view has a camera. */
async function openChosen(page: Page, query = ''): Promise<void> {
	await page.goto(`/?site=${site.id}${query}`);
	await expectChosen(page, site.id);
	await expectCameraAtRest(page);
}

test.describe('the dialog', () => {
	test('opens from the head and from the card, leaves the address, and gives the focus back @core', async ({
		page
	}) => {
		const faults = watch(page);
		await openChosen(page);
		const [address, entries] = [page.url(), await page.evaluate(() => history.length)];
		for (const place of ['header .tools', '.card']) {
			const opener = page.locator(place).getByRole('button', { name: '分享' });
			await opener.click();
			await expect(dialog(page)).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(dialog(page)).toHaveCount(0);
			await expect(opener).toBeFocused();
		}
		expect(page.url()).toBe(address);
		expect(await page.evaluate(() => history.length)).toBe(entries);
		expect(faults).toEqual([]);
	});

	test('has its own keys: none goes through the places behind it, Escape keeps the chosen one', async ({
		page
	}) => {
		await openChosen(page);
		await openDialog(page);
		// On the dialog's own ground, where no element has the focus.
		await dialog(page).locator('h2').click();
		for (const key of ['n', 'p', 'j', 'k', ']', 'Escape']) await page.keyboard.press(key);
		await expect(dialog(page)).toHaveCount(0);
		await expectChosen(page, site.id);
		// The keys work again, and the next place is only the next.
		await page.keyboard.press('n');
		const next = atlas.sites[atlas.sites.indexOf(site) + 1]!;
		await expectChosen(page, next.id);
	});

	test('walks through its tabs by keys', async ({ page }) => {
		await page.goto('/');
		await openDialog(page);
		const tab = (form: Form) => dialog(page).locator(`#share-tab-${form}`);
		await tab('link').focus();
		await page.keyboard.press('ArrowLeft');
		await expect(tab('image')).toBeFocused();
		await expect(tab('link')).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Home');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await expect(tab('frame')).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Tab');
		await expect(dialog(page).getByRole('tabpanel', { name: words.form.frame })).toBeFocused();
	});

	test('is said to be missing where its code does not load', async ({ page }) => {
		const folder = 'build/_app/immutable/chunks';
		const [file] = readdirSync(folder).filter((name) =>
			readFileSync(`${folder}/${name}`, 'utf8').includes('share-panel')
		);
		await page.route(`**/${file}`, (route) => route.abort());
		await openExplorer(page);
		await page.locator('header .tools').getByRole('button', { name: '分享' }).click();
		const alert = page.getByRole('alert');
		await expect(alert).toContainText(zh.loadFailed);
		await alert.getByRole('button', { name: zh.dismiss }).click();
		await expect(alert).toHaveCount(0);
	});

	test('is not on paper', async ({ page }) => {
		await page.goto('/');
		await openDialog(page);
		await page.emulateMedia({ media: 'print' });
		await expect(dialog(page)).toBeHidden();
		await expect(page.locator('header .tools')).toBeHidden();
	});
});

test.describe('the link', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('is copied, and the button says so', async ({ page }) => {
		await openChosen(page);
		await openDialog(page);
		await dialog(page).getByRole('button', { name: words.copy }).click();
		await expect(dialog(page).getByRole('status')).toHaveText(words.copied);
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
	});

	test('is of the language and the view that are asked for @core', async ({ page, baseURL }) => {
		await openChosen(page, '&off=roads');
		await openDialog(page);
		await expect(field(page)).toHaveValue(page.url());
		await dialog(page).getByLabel('English').check();
		await expect(field(page)).toHaveValue(page.url().replace(`${baseURL}/`, `${baseURL}/en/`));
		await dialog(page).getByLabel(words.current).uncheck();
		await expect(field(page)).toHaveValue(`${baseURL}/en/`);
	});

	for (const colorScheme of ['light', 'dark'] as const)
		test(`is in the QR code, by ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await openChosen(page);
			await openDialog(page);
			const code = dialog(page).getByRole('img', { name: page.url() });
			const shot = (await code.screenshot()).toString('base64');
			expect(await readQr(page, shot)).toBe(page.url());
		});

	test('is marked for copying by hand where the clipboard is refused', async ({ page }) => {
		await page.addInitScript(() => {
			navigator.clipboard.writeText = () => Promise.reject(new Error('refused by the test'));
		});
		await page.goto('/');
		await openDialog(page);
		await dialog(page).getByRole('button', { name: words.copy }).click();
		await expect(dialog(page).getByRole('status')).toHaveText(words.byHand);
		await expect(field(page)).toBeFocused();
		expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
	});

	test('is sent by the system where that can', async ({ page }) => {
		await page.addInitScript(() => {
			Object.assign(navigator, {
				share: (data: ShareData) => {
					document.title = data.url ?? '';
					return Promise.resolve();
				}
			});
		});
		await page.goto('/');
		await openDialog(page);
		await dialog(page).getByRole('button', { name: words.send }).click();
		await expect(page).toHaveTitle(page.url());
	});

	test('has no button for what the browser lacks', async ({ page }) => {
		await page.addInitScript(() => {
			Reflect.deleteProperty(Navigator.prototype, 'share');
		});
		await page.goto('/');
		await openDialog(page);
		await expect(field(page)).toBeVisible();
		await expect(dialog(page).getByRole('button', { name: words.send })).toHaveCount(0);
	});
});

test.describe('the snippets', () => {
	for (const form of ['frame', 'script'] as const)
		test(`the ${form} shows what was chosen in a page of another origin`, async ({ page }) => {
			await openChosen(page);
			await openDialog(page, form);
			await dialog(page).getByLabel('English').check();
			await dialog(page).getByLabel('640').check();
			await dialog(page).getByLabel(zh.theme.dark).check();
			await dialog(page).getByLabel(words.part.legend).uncheck();
			await dialog(page).getByLabel(zh.groups.roads).uncheck();
			const host = await serveHost(
				`<!doctype html><html lang="en"><title>Paper</title><body>${await field(page).inputValue()}</body></html>`
			);
			hosts.push(host);
			await page.goto(host.url);
			const frame = await embedIn(page);
			await expect(frame.locator(`.card[data-site="${site.id}"]`)).toBeVisible();
			await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
			await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
			await expect(frame.locator('.controls')).toBeVisible();
			await expect(frame.locator('.legend')).toBeHidden();
			expect(new URL(frame.url()).searchParams.get('off')).toBe('roads');
			const box = await page.locator('iframe').boundingBox();
			expect(box?.height).toBeGreaterThanOrEqual(640);
			await expect(page.locator('iframe')).toHaveAttribute('title', /Atlas: map$/);
		});

	test('the preview follows each setting, and takes neither the focus nor a step back', async ({
		page
	}) => {
		await page.goto('/');
		await openDialog(page, 'frame');
		await embedIn(page);
		const entries = await page.evaluate(() => history.length);
		const dark = dialog(page).getByLabel(zh.theme.dark);
		await dark.check();
		await expect
			.poll(async () => new URL((await embedIn(page)).url()).searchParams.get('theme'))
			.toBe('dark');
		const frame = await embedIn(page);
		await frame.locator('button.all').waitFor();
		await expect(dark).toBeFocused();
		expect(await page.evaluate(() => history.length)).toBe(entries);
		await dialog(page).locator('#share-tab-link').click();
		await expect(dialog(page).locator('iframe')).toHaveCount(0);
	});
});

test.describe('the image', () => {
	test('is an SVG that stands alone, with title, status, credit, review note and address @core', async ({
		page
	}) => {
		const faults = watch(page);
		await openChosen(page);
		await openDialog(page, 'image');
		const svg = (await downloaded(page, words.svg)).toString('utf8');
		const { fault, text, names } = await page.evaluate((source) => {
			const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
			return {
				fault: root.querySelector('parsererror')?.textContent ?? null,
				text: [...root.querySelectorAll('text')].map((one) => one.textContent).join(''),
				names: [...root.querySelectorAll('*')].map(({ nodeName }) => nodeName)
			};
		}, svg);
		expect(fault).toBeNull();
		const review = 'number' in atlas.review ? atlas.review.number : atlas.review.exemption.zh;
		const credits = atlas.layers.flatMap(({ attribution, attributionUrl }) =>
			attributionUrl ? [attribution.zh] : []
		);
		expect(credits.length).toBeGreaterThan(0);
		const said = [atlas.title.zh, site.name.zh, zh.statuses[site.status], review, page.url()];
		for (const one of [...said, ...credits]) expect(bare(text)).toContain(bare(one));
		expect(new Set(names)).toEqual(
			new Set(['svg', 'title', 'rect', 'path', 'circle', 'g', 'text'])
		);
		expect(svg).not.toMatch(/href|url\(|@import|\son\w+=|var\(/);
		expect(faults).toEqual([]);
	});

	test('is a PNG of the width that was chosen, at 300 dpi, which is also shown', async ({
		page
	}) => {
		await page.goto('/');
		await openDialog(page, 'image');
		await expect(picture(page)).toBeVisible();
		for (const [mm, pixels] of [
			[80, 945],
			[180, 2126]
		] as const) {
			await dialog(page).getByLabel(String(mm), { exact: true }).check();
			await expect(
				dialog(page).getByText(new RegExp(`^${mm} × .+PNG为${pixels} × `))
			).toBeVisible();
			const png = await downloaded(page, words.png);
			expect(png.toString('latin1', 12, 16)).toBe('IHDR');
			expect(png.readUInt32BE(16)).toBe(pixels);
			expect(png.toString('latin1', 37, 41)).toBe('pHYs');
			expect([png.readUInt32BE(41), png.readUInt32BE(45), png[49]]).toEqual([11811, 11811, 1]);
			const shown = await picture(page).evaluate((img: HTMLImageElement) => img.naturalWidth);
			expect(shown).toBe(pixels);
		}
	});

	test('leaves out what is switched off, and speaks the language that is asked for', async ({
		page
	}) => {
		await openChosen(page);
		await openDialog(page, 'image');
		const all = (await downloaded(page, words.svg)).toString('utf8');
		expect(all).toContain('#e5cda4');
		await page.keyboard.press('Escape');
		await page.goto(`/?site=${site.id}&off=roads&at=106.6,29.53,12`);
		await expectChosen(page, site.id);
		await openDialog(page, 'image');
		await dialog(page).getByLabel('English').check();
		await expect(dialog(page).locator('.files a[download$="-en.svg"]')).toBeVisible();
		const some = (await downloaded(page, words.svg)).toString('utf8');
		expect(some).not.toContain('#e5cda4');
		expect(some).toContain(site.name.en.replaceAll('&', '&amp;'));
		expect(some).toContain('OpenStreetMap contributors');
		expect(some).toContain(en.statuses[site.status]);
	});

	test('says when it can’t be drawn, and is drawn when that is over', async ({ page }) => {
		const GROUND = '**/data/ground.json';
		await page.route(GROUND, (route) => route.fulfill({ status: 500, body: 'out of order' }));
		await page.goto('/');
		await openDialog(page, 'image');
		const alert = dialog(page).getByRole('alert');
		await expect(alert).toContainText(words.notDrawn);
		await page.unroute(GROUND);
		await alert.getByRole('button', { name: zh.retry }).click();
		await expect(picture(page)).toBeVisible();
	});

	test('is all that asks for its ground', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		await page.goto('/');
		await openDialog(page);
		await expect(field(page)).toBeVisible();
		await page.waitForLoadState('networkidle');
		expect(asked.filter((path) => path.endsWith('ground.json'))).toEqual([]);
		await dialog(page).locator('#share-tab-image').click();
		await expect(picture(page)).toBeVisible();
		expect(asked.filter((path) => path.endsWith('ground.json'))).toHaveLength(1);
	});
});

for (const [size, lang] of [
	['phone', 'zh'],
	['phone', 'en'],
	['desk', 'zh']
] as const) {
	test.describe(`on a ${size}, in ${lang}`, () => {
		test.use({ viewport: SIZES[size] });

		test('axe finds nothing in any tab, and every target is 44 px wide and high', async ({
			page
		}) => {
			await page.goto(`/${lang === 'en' ? 'en/' : ''}?site=${site.id}`);
			await expectChosen(page, site.id);
			const found: string[] = [];
			await openDialog(page);
			for (const form of FORMS) {
				await dialog(page).locator(`#share-tab-${form}`).click();
				if (form === 'image') await expect(picture(page)).toBeVisible();
				else await expect(field(page)).toBeVisible();
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					for (const one of await axeFindings(page)) found.push(`${form}, ${colorScheme}: ${one}`);
				}
				for (const one of await smallTargets(page)) found.push(`${form}: ${one}`);
			}
			expect(found).toEqual([]);
		});
	});
}

for (const [name, viewport] of Object.entries({ '320 px wide': SMALL_PHONE, 'at 400 %': ZOOMED })) {
	test.describe(`in a window ${name}`, () => {
		test.use({ viewport });

		test('nothing is wider than it, and the end of each tab is reached', async ({ page }) => {
			await page.goto('/');
			await openDialog(page);
			for (const form of FORMS) {
				await dialog(page).locator(`#share-tab-${form}`).click();
				if (form === 'image') await expect(picture(page)).toBeVisible();
				const wide = await dialog(page).evaluate((element) =>
					[...element.querySelectorAll('*')]
						.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
						.map((one) => one.outerHTML.slice(0, 90))
				);
				expect(wide, form).toEqual([]);
				const last = dialog(page).locator('.part :is(button, figcaption, iframe, img)').last();
				await last.scrollIntoViewIfNeeded();
				await expect(last).toBeInViewport();
				await dialog(page).locator('h2').scrollIntoViewIfNeeded();
			}
		});
	});
}

test('the head of the page stays one row on a narrow phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/');
	const header = await page.locator('header:has(.tools)').boundingBox();
	expect(header?.height).toBeLessThanOrEqual(52);
	const share = page.locator('header .tools').getByRole('button', { name: '分享' });
	expect((await share.boundingBox())?.width).toBeLessThanOrEqual(48);
});

/** What a phone reads from a picture of the code. */
async function readQr(page: Page, png: string): Promise<string | undefined> {
	const { data, width, height } = await page.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.width, image.height];
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
		return { data: [...pixels.data], width: canvas.width, height: canvas.height };
	}, png);
	return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

/** The frame with the embed, once it is there. */
async function embedIn(page: Page): Promise<Frame> {
	const find = () => page.frames().find((frame) => frame.url().includes('/embed/'));
	await expect.poll(() => find() !== undefined).toBe(true);
	return find()!;
}

async function downloaded(page: Page, link: string): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog(page).getByRole('link', { name: link }).click()
	]);
	return readFile(await download.path());
}

/** Without spaces, which lines may lose where they break. */
function bare(text: string): string {
	return text.replaceAll(/\s/g, '');
}
