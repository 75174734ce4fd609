import { expect, type Page } from '@playwright/test';
import { en } from '../../src/lib/explorer/strings/en';
import { zh } from '../../src/lib/explorer/strings/zh';
import { atlas } from './atlas';
import { expectChosen, expectMapFitted } from './explorer-page';

const WORDS = { zh, en };

const [site] = atlas.sites.filter(({ anchor, promise }) => anchor && promise);
const id = site?.id ?? '';

/**
 * Walks through the states of an open explorer, each from the one before, so that the page is
 * loaded once; `visit` is called in each.
 */
export async function walkStates(
	page: Page,
	lang: 'zh' | 'en',
	visit: (state: string) => Promise<void>
): Promise<void> {
	const words = WORDS[lang];
	const isPhone = (page.viewportSize()?.width ?? 0) < 900;
	const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
	await visit('first view');

	const menu = page.locator('nav details summary');
	await menu.click();
	await expect(page.locator('nav details ol')).toBeVisible();
	await visit('sections open');
	await menu.click();

	await button(words.legend).click();
	await expect(page.locator('#legend fieldset')).toBeVisible();
	await visit('legend open');
	await button(words.legend).click();

	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expectChosen(page, id);
	if (isPhone) {
		await visit('site chosen');
		await button(words.more).click();
	}
	await expect(page.locator('.card .passages button').first()).toBeVisible();
	await visit('site chosen, its card open');
	await page.keyboard.press('Escape');
	await expect(page.locator('.card')).toHaveCount(0);

	await page.locator('.margin button').first().click();
	await expect(page.locator('.passage[aria-current]')).toHaveCount(1);
	await visit('passage chosen');

	await button(`${words.sites}${atlas.sites.length}`).click();
	await expect(page.locator('.list')).toBeVisible();
	await visit('list');

	await button(words.tools).click();
	await page.locator('.tool fieldset input').first().check();
	await expect(button(`${words.clearFilter}`).first()).toBeEnabled();
	await expect(page.locator('.map .chip')).toBeVisible();
	await visit('tools, with a filter');
	await page.locator('.map .chip').click();

	await button(words.time).click();
	await page.getByRole('slider', { name: words.month }).press('Home');
	await visit('time slider');
	await button(words.backToNow).click();
	await button(words.article).click();

	if (isPhone) {
		const grip = page.locator('.grip');
		for (const [key, stop] of [
			['Home', 'peek'],
			['End', 'full']
		] as const) {
			await grip.press(key);
			await expect(page.locator(`[data-sheet="${stop}"]`)).toBeVisible();
			await expectMapFitted(page);
			await visit(`sheet at ${stop}`);
		}
	}
	await button(words.textOnly).click();
	await expect(page.locator('section.map')).toBeHidden();
	await visit('text only');
	await button(words.textOnly).click();
}

/** Opens an explorer whose map will never be drawn. */
export async function openWithoutMap(page: Page, path: string): Promise<void> {
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
}

const located = atlas.sites.find(({ geometry }) => geometry)?.id ?? '';
const unlocated = atlas.sites.find(({ geometry }) => !geometry)?.id ?? '';

/** Paths of the pages besides the explorer, one of each kind. */
export const OTHER_PAGES = [
	`sites/${located}/`,
	`sites/${unlocated}/`,
	'changes/',
	'progress/',
	'data/',
	'privacy/',
	'accessibility/',
	'embed/',
	'embed/demo/'
] as const;

export const SMALL_PHONE = { width: 320, height: 568 };
/** What a window of 1280 × 1024 holds at 400 %. */
export const ZOOMED = { width: 320, height: 256 };
