import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import { drawnMap, routeEngine, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const id = atlas.sites.find(({ anchor }) => anchor)?.id ?? '';

function errorsOf(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}

/** The explorer with its drawn map alone, which takes no clock and no card of the machine. */
async function openDrawn(page: Page, path: string): Promise<void> {
	await routeEngine(page, (route) => route.abort());
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'unavailable');
}

/** All that the explorer says of a place, on its card, on the list and on the slider. */
async function told(page: Page): Promise<string> {
	await openDrawn(page, `/?site=${id}&panel=sites`);
	await expect(page.locator('.card .body')).toContainText('来源');
	await page.locator('.controls').getByRole('button', { name: '时间' }).click();
	await expect(page.locator('.time output')).toBeVisible();
	return page.locator('body').innerText();
}

test('no clock and no time zone of the reader changes what the atlas says', async ({
	browser,
	baseURL
}) => {
	const texts: Record<string, string> = {};
	for (const [time, timezoneId] of [
		[null, 'Asia/Shanghai'],
		['1970-01-01T00:00:01Z', 'Pacific/Pago_Pago'],
		['2001-09-09T01:46:40Z', 'UTC'],
		['2099-12-31T23:59:59Z', 'Pacific/Kiritimati']
	] as const) {
		const context = await browser.newContext({
			baseURL: baseURL!,
			locale: 'zh-CN',
			timezoneId,
			viewport: SIZES.desk,
			serviceWorkers: 'block',
			reducedMotion: 'reduce'
		});
		const page = await context.newPage();
		const errors = errorsOf(page);
		if (time) await page.clock.setFixedTime(time);
		texts[`${time} ${timezoneId}`] = await told(page);
		expect(errors).toEqual([]);
		await context.close();
	}
	const [right, ...wrong] = Object.values(texts);
	expect(right).toContain(atlas.asOf.slice(0, 4));
	for (const text of wrong) expect(text).toBe(right);
});

test('an hour of play goes to the end each time, and no timer is left', async ({ page }) => {
	const errors = errorsOf(page);
	await page.clock.install();
	await openDrawn(page, '/?date=2024-12-31');
	await expect(page.locator('.time')).toBeVisible();
	await page.evaluate(() => {
		const running = new Set<unknown>();
		const start = setInterval.bind(window);
		const stop = clearInterval.bind(window);
		Object.assign(window, {
			running,
			setInterval: (...args: Parameters<typeof setInterval>) => {
				const timer = start(...args);
				running.add(timer);
				return timer;
			},
			clearInterval: (timer: number) => {
				running.delete(timer);
				stop(timer);
			}
		});
	});
	const timers = () =>
		page.evaluate(() => (window as unknown as { running: Set<unknown> }).running.size);
	const play = page.locator('.time').getByRole('button', { name: '播放' });
	const slider = page.locator('.time input');
	const last = await slider.getAttribute('max');
	const [firstYear, lastYear] = atlas.years;
	/** Each month stands for 0.4 s. */
	const whole = Math.ceil((lastYear - firstYear + 1) * 12 * 0.4) + 1;
	for (let seconds = 0; seconds < 3600; seconds += whole) {
		await play.click();
		expect(await timers()).toBe(1);
		await page.clock.runFor(whole * 1000);
		await expect(slider).toHaveValue(last ?? '');
		await expect(play).toBeVisible();
		expect(await timers()).toBe(0);
	}
	expect(errors).toEqual([]);
});

const REFUSALS: Record<string, () => void> = {
	'is refused': () => {
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('Refused by the test.', 'SecurityError');
				}
			});
	},
	'is full': () => {
		const full = () => {
			throw new DOMException('Full.', 'QuotaExceededError');
		};
		Storage.prototype.setItem = full;
		IDBFactory.prototype.open = full;
		CacheStorage.prototype.open = () =>
			Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
	}
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
	test(`where storage ${what} the explorer works as ever`, async ({ page }) => {
		const errors = errorsOf(page);
		await page.addInitScript(refuse);
		await openDrawn(page, '/');
		await expect(drawnMap(page)).toBeVisible();
		await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
		await expect(page.locator(`.card[data-site="${id}"] .body`)).toContainText('来源');
		await page.locator('header').getByRole('button', { name: /^外观/ }).first().click();
		await page.goto('/?panel=find');
		await page.locator('#find').fill('东站');
		await page.getByRole('option').first().click();
		await expect(page.locator('.card')).toBeVisible();
		expect(errors).toEqual([]);
	});

	test(`where storage ${what} the studio says that it can keep nothing`, async ({ page }) => {
		const errors = errorsOf(page);
		await page.addInitScript(refuse);
		await page.goto('/studio/');
		await expect(page.getByRole('alert').first()).toBeVisible();
		expect(errors).toEqual([]);
	});
}

test('two explorers at once go their own ways', async ({ page }) => {
	const other = await page.context().newPage();
	const errors = [errorsOf(page), errorsOf(other)];
	await openDrawn(page, '/');
	await openDrawn(other, '/en/');
	await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
	await expect(page.locator('html')).toHaveAttribute('data-selected', id);
	await expect(other.locator('html')).not.toHaveAttribute('data-selected');
	await other.keyboard.press('n');
	await expect(other.locator('.card')).toBeVisible();
	await other.close();
	await page.keyboard.press('n');
	await expect(page.locator('html')).not.toHaveAttribute('data-selected', id);
	expect(errors.flat()).toEqual([]);
});
