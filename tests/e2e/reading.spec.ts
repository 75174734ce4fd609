import { expect, type Locator, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	expectCameraAtRest,
	expectChosen,
	openExplorer,
	SIZES,
	watch
} from '../support/explorer-page';
import { test } from '../support/test';

const sections = atlas.articles[0]?.retelling.zh.sections ?? [];
const passages = sections.flatMap((section) => section.passages);

test.use({ viewport: SIZES.desk });

test.describe('the map follows what is read', () => {
	test.use({ contextOptions: { reducedMotion: 'no-preference' } });

	test('to the sites of the passage at the reading line, without history @core', async ({
		page
	}) => {
		const faults = watch(page);
		await openExplorer(page);
		const entries = await page.evaluate(() => history.length);
		await scrollByWheel(page, 1500);
		const current = page.locator('[data-passage][aria-current="true"]');
		await expect(current).toHaveCount(1);
		const n = Number(await current.getAttribute('data-passage'));
		expect(n).toBe(await passageAtLine(page));
		await expectCameraAtRest(page);
		await expect.poll(() => new URL(page.url()).searchParams.get('p')).toBe(String(n));
		expect(await page.evaluate(() => history.length)).toBe(entries);
		await expectSitesOnMap(page, passages.find((passage) => passage.n === n)?.sites ?? []);
		expect(faults).toEqual([]);
	});

	test('and home again above the first passage', async ({ page }) => {
		await openExplorer(page);
		await scrollByWheel(page, 1500);
		await expect(page.locator('[data-passage][aria-current]')).toHaveCount(1);
		await scrollByWheel(page, -3000);
		await expect(page.locator('[data-passage][aria-current]')).toHaveCount(0);
		await expectSitesOnMap(
			page,
			atlas.sites.slice(0, 5).map(({ id }) => id)
		);
	});

	test('never on load, and never where a script scrolls', async ({ page }) => {
		await openExplorer(page);
		await expect(page.locator('[data-passage][aria-current]')).toHaveCount(0);
		await scrollByScript(page, 2500);
		await expect(page.locator('[data-passage][aria-current]')).toHaveCount(0);
		expect(new URL(page.url()).searchParams.get('p')).toBeNull();
	});

	test('not where a choice scrolls, by mouse or by key', async ({ page }) => {
		await openExplorer(page);
		const site = atlas.sites.at(-1);
		await page.mouse.move(200, 600);
		await scrollUntilRest(page, () => page.keyboard.press('p'));
		await expectChosen(page, site?.id ?? '');
		await expect(page.locator(`#p-${site?.introducedBy}`)).toHaveAttribute('aria-current', 'true');
	});

	test('but keeps a chosen site until its passage has left the view', async ({ page }) => {
		await openExplorer(page);
		const [site] = atlas.sites;
		if (!site) throw new Error('The atlas has no site.');
		const passage = page.locator(`#p-${site.introducedBy}`);
		await passage.locator(`a[data-site="${site.id}"]`).first().click();
		await expectChosen(page, site.id);
		await scrollByWheel(page, 80);
		await expect(passage).toBeInViewport();
		await expectChosen(page, site.id);
		await scrollByWheel(page, 1500);
		await expect(page.locator('html')).not.toHaveAttribute('data-selected');
		await expect(page.locator('[data-passage][aria-current]')).not.toHaveId(
			`p-${site.introducedBy}`
		);
	});

	test('unless it is switched off, which is remembered', async ({ page }) => {
		await openExplorer(page);
		const follows = page.getByRole('switch', { name: '地图随读' });
		await expect(follows).toBeChecked();
		await follows.click();
		await expect(follows).not.toBeChecked();
		await scrollByWheel(page, 1500);
		await expect(page.locator('[data-passage][aria-current]')).toHaveCount(0);
		await page.reload();
		await expect(follows).not.toBeChecked();
	});
});

test('with reduced motion the map stays, says so, and follows if asked to @core', async ({
	page
}) => {
	await openExplorer(page);
	const follows = page.getByRole('switch', { name: '地图随读' });
	await expect(follows).not.toBeChecked();
	await expect(follows).toContainText('少动态');
	await scrollByWheel(page, 1200);
	await expect(page.locator('[data-passage][aria-current]')).toHaveCount(0);
	await follows.click();
	await expect(follows).toBeChecked();
	await expect(follows).not.toContainText('少动态');
	await scrollByWheel(page, 600);
	await expect(page.locator('[data-passage][aria-current]')).toHaveCount(1);
});

test('j and k go from passage to passage, without history', async ({ page }) => {
	await openExplorer(page);
	const entries = await page.evaluate(() => history.length);
	for (const { n } of passages) {
		await page.keyboard.press('j');
		await expect(page.locator(`#p-${n}`)).toHaveAttribute('aria-current', 'true');
		await expect(page.locator(`#p-${n}`)).toBeInViewport();
	}
	await page.keyboard.press('k');
	await expect(page.locator(`#p-${passages.at(-2)?.n}`)).toHaveAttribute('aria-current', 'true');
	expect(await page.evaluate(() => history.length)).toBe(entries);
});

for (const size of ['phone', 'desk'] as const) {
	test(`a reader jumps between sections on a ${size}`, async ({ page }) => {
		await page.setViewportSize(SIZES[size]);
		await openExplorer(page);
		const nav = page.getByRole('navigation', { name: '章节' });
		for (const [index, section] of sections.entries()) {
			await nav.locator('summary').click();
			const link = nav.getByRole('link').nth(index);
			const sites = new Set(section.passages.flatMap((passage) => passage.sites));
			await expect(link).toHaveText(`${section.heading} ${sites.size}处地点`);
			await link.click();
			await expect(link).toBeHidden();
			await expect(page.getByRole('heading', { name: section.heading })).toBeInViewport();
		}
		await nav.locator('summary').click();
		await expect(nav.getByRole('link').last()).toHaveAttribute('aria-current', 'true');
		await page.keyboard.press('Escape');
		await expect(nav.getByRole('link').last()).toBeHidden();
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const size of ['phone', 'desk'] as const) {
		test(`the links to the sections work on a ${size}`, async ({ page }) => {
			await page.setViewportSize(SIZES[size]);
			await page.goto('/');
			const last = sections.at(-1)?.heading ?? '';
			await page.locator('summary').click();
			await page.getByRole('link', { name: last }).click();
			await expect(page).toHaveURL(new RegExp(`#s-${sections.length}$`));
			await expect(page.getByRole('heading', { name: last })).toBeInViewport();
		});
	}
});

test.describe('text only', () => {
	for (const size of ['phone', 'desk'] as const) {
		test(`gives the page of a ${size} to the text`, async ({ page }) => {
			await page.setViewportSize(SIZES[size]);
			await openExplorer(page);
			await page.getByRole('button', { name: '仅文字' }).click();
			await expect(page.locator('section.map')).toBeHidden();
			await expect(page).toHaveURL(/map=off/);
			await page.reload();
			await expect(page.locator('section.map')).toBeHidden();
			const mention = page.locator('[data-passage] a[data-site]').first();
			await mention.click();
			await expect(page.locator('.card')).toBeVisible();
			await expect(mention).toBeInViewport();
			await page.getByRole('button', { name: '仅文字' }).click();
			await expect(page.locator('section.map')).toBeVisible();
		});
	}

	test('has lines of 28 to 36 Chinese or 60 to 75 Latin characters', async ({ page }) => {
		await page.goto('/?map=off');
		const text = longest(page);
		await expect(page.locator('section.map')).toBeHidden();
		const chars = await text.evaluate(
			(p) => p.clientWidth / parseFloat(getComputedStyle(p).fontSize)
		);
		expect(chars).toBeGreaterThanOrEqual(28);
		expect(chars).toBeLessThanOrEqual(36);
		await page.goto('/en/?map=off');
		await expect(page.locator('section.map')).toBeHidden();
		const latin = await longest(page).evaluate((p) => {
			const lines = Math.round(p.clientHeight / parseFloat(getComputedStyle(p).lineHeight));
			return (p.textContent ?? '').trim().length / lines;
		});
		expect(latin).toBeGreaterThanOrEqual(60);
		expect(latin).toBeLessThanOrEqual(75);
	});
});

/** The longest paragraph of the article. */
function longest(page: Page): Locator {
	const { n } = passages.reduce((a, b) => (textOf(b).length > textOf(a).length ? b : a));
	return page.locator(`#p-${n} p`);
}

function textOf({ parts }: (typeof passages)[number]): string {
	return parts.map(({ text }) => text).join('');
}

/** Scrolls the text by `act`, and waits until it rests: listens before it acts. */
async function scrollUntilRest(page: Page, act: () => Promise<void>): Promise<void> {
	const listening = await page.locator('[data-panel="article"]').evaluateHandle((box) => ({
		rests: new Promise<void>((resolve) => {
			box.addEventListener('scrollend', () => requestAnimationFrame(() => resolve()), {
				once: true
			});
		})
	}));
	await act();
	await listening.evaluate(({ rests }) => rests);
}

async function scrollByWheel(page: Page, by: number): Promise<void> {
	await scrollUntilRest(page, async () => {
		await page.mouse.move(200, 600);
		await page.mouse.wheel(0, by);
	});
}

async function scrollByScript(page: Page, top: number): Promise<void> {
	await scrollUntilRest(page, () =>
		page.locator('[data-panel="article"]').evaluate((box, to) => box.scrollTo(0, to), top)
	);
}

/** Measured on the page itself: the last passage that begins in the upper third of the text. */
async function passageAtLine(page: Page): Promise<number> {
	return page.locator('[data-panel="article"]').evaluate((box) => {
		const line = box.getBoundingClientRect().top + box.clientHeight / 3;
		const above = [...box.querySelectorAll<HTMLElement>('[data-passage]')].filter(
			(passage) => passage.getBoundingClientRect().top <= line
		);
		return Number(above.at(-1)?.dataset['passage']);
	});
}

async function expectSitesOnMap(page: Page, sites: string[]): Promise<void> {
	for (const id of sites) {
		const mark = page.locator(`.map a[data-site="${id}"]`);
		if ((await mark.count()) > 0) await expect(mark).toBeInViewport();
	}
}
