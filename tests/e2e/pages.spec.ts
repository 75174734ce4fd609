import { expect } from '@playwright/test';
import { atlas } from '../support/atlas';
import { SIZES, watch } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ javaScriptEnabled: false, viewport: SIZES.phone });

const LANGS = [
	{ lang: 'zh', tag: 'zh-Hans', prefix: '/' },
	{ lang: 'en', tag: 'en', prefix: '/en/' }
] as const;
const site = atlas.sites.find(({ promise }) => promise?.outcome === 'kept')!;
const PAGES = [`sites/${site.id}/`, 'changes/', 'progress/', 'data/', 'privacy/', 'accessibility/'];

for (const { lang, tag, prefix } of LANGS) {
	test(`without JavaScript a site page in ${lang} tells its facts and leads on @core`, async ({
		page
	}) => {
		const faults = watch(page);
		await page.goto(`${prefix}sites/${site.id}/`);
		await expect(page.locator('html')).toHaveAttribute('lang', tag);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.name[lang]);
		const text = await page.locator('main').innerText();
		for (const said of [
			site.promise!.what[lang],
			site.location.basis[lang],
			...site.history.map(({ note }) => note[lang])
		])
			expect(text).toContain(said);
		await expect(page.locator('.drawing svg')).toBeVisible();
		await page.locator('figcaption a[data-site]').first().click();
		await expect(page).toHaveURL(new RegExp(`${prefix}sites/[a-z0-9-]+/$`));
		await page.goBack();
		const passage = site.passages[0]!;
		await page.locator(`a[href$="?site=${site.id}&p=${passage}#p-${passage}"]`).first().click();
		await expect(page.locator(`#p-${passage}`)).toBeVisible();
		expect(new URL(page.url()).pathname).toBe(prefix);
		expect(faults).toEqual([]);
	});

	test(`without JavaScript the promises in ${lang} have a row each @core`, async ({ page }) => {
		const faults = watch(page);
		await page.goto(`${prefix}progress/`);
		await expect(page.locator('html')).toHaveAttribute('lang', tag);
		const promised = atlas.sites.filter(({ promise }) => promise);
		await expect(page.locator('tbody tr')).toHaveCount(promised.length);
		await expect(page.locator('figure li')).toHaveCount(promised.length);
		const late = page.locator('figure li:has(line.late)');
		await expect(late).toHaveCount(
			promised.filter((one) => one.promise?.outcome === 'not-kept').length
		);
		await page.locator(`tbody tr[data-site="${site.id}"] th a`).click();
		await expect(page).toHaveURL(new RegExp(`${prefix}sites/${site.id}/$`));
		expect(faults).toEqual([]);
	});

	test(`without JavaScript the data page in ${lang} has files that download @core`, async ({
		page
	}) => {
		const faults = watch(page);
		await page.goto(`${prefix}data/`);
		await expect(page.locator('html')).toHaveAttribute('lang', tag);
		const text = await page.locator('main').innerText();
		for (const { title } of atlas.layers) expect(text).toContain(title[lang]);
		for (const { about, title } of Object.values(atlas.sources))
			expect(text).toContain(title ?? about[lang]);
		const links = await page
			.locator('a[download]')
			.evaluateAll((list) => list.map((link) => (link as HTMLAnchorElement).href));
		expect(links.length).toBeGreaterThan(atlas.layers.length);
		for (const link of links) expect((await page.request.get(link)).status(), link).toBe(200);
		expect(faults).toEqual([]);
	});

	test(`without JavaScript the data page in ${lang} tells when the metro opened @core`, async ({
		page
	}) => {
		await page.goto(`${prefix}data/`);
		const table = page.locator('#openings ~ [role="region"]').first();
		const sections = atlas.lines.flatMap((line) => line.sections ?? []);
		expect(sections.length).toBeGreaterThan(0);
		const days = table.locator('tbody time');
		expect(
			await days.evaluateAll((list) => list.map((day) => day.getAttribute('datetime')))
		).toEqual(sections.flatMap(({ opened }) => opened ?? []));
		const text = await table.innerText();
		for (const { note } of sections) if (note) expect(text).toContain(note[lang]);
		for (const id of new Set(sections.flatMap(({ sources }) => sources))) {
			const { url } = atlas.sources[id]!;
			if (url) await expect(table.locator(`a[href="${url}"]`).first()).toBeVisible();
		}
	});

	test(`nothing in ${lang} is wider than a phone @core`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 700 });
		for (const path of PAGES) {
			await page.goto(prefix + path);
			const over = await page
				.locator('html')
				.evaluate((root) => root.scrollWidth - root.clientWidth);
			expect(over, path).toBe(0);
		}
	});
}

test('each page leads to the same one in the other language @core', async ({ page }) => {
	for (const path of PAGES) {
		await page.goto(`/${path}`);
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page).toHaveURL(new RegExp(`/en/${path}$`));
		await page.getByRole('link', { name: '中文' }).click();
		await expect(page).toHaveURL(new RegExp(`[^n]/${path}$`));
	}
});

test('the page for what is missing leads to what there is, in both languages @core', async ({
	page
}) => {
	await page.goto('/404.html');
	for (const { prefix } of LANGS)
		for (const path of ['', 'changes/', 'progress/', 'data/'])
			await expect(page.locator(`main a[href="${prefix}${path}"]`).first()).toBeVisible();
});

test.describe('with JavaScript', () => {
	test.use({ javaScriptEnabled: true });

	test('the stored choice of light or dark holds from the first paint @core', async ({ page }) => {
		const faults = watch(page);
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto('/progress/');
		await expect(page.locator('html')).not.toHaveAttribute('data-theme');
		await page.evaluate(() => localStorage.setItem('atlas-theme', 'dark'));
		await page.goto(`/sites/${site.id}/`);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(25, 27, 29)');
		expect(faults).toEqual([]);
	});
});
