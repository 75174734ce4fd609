import { expect, type CDPSession, type Page } from '@playwright/test';
import { openExplorer, watch } from '../support/explorer-page';
import { test } from '../support/test';

const PHONES = {
	'320 × 568': { width: 320, height: 568 },
	'390 × 844': { width: 390, height: 844 }
} as const;

test.use({ hasTouch: true, isMobile: true });

for (const [size, viewport] of Object.entries(PHONES)) {
	test.describe(`on a phone of ${size}`, () => {
		test.use({ viewport });

		test(`the sheet is drawn by its header through its stops${size === '390 × 844' ? ' @core' : ''}`, async ({
			page
		}) => {
			const faults = watch(page);
			await openExplorer(page);
			const touch = await page.context().newCDPSession(page);
			await expectStop(page, 'half');
			const half = await headerTop(page);
			await draw(page, touch, { to: viewport.height - 60, ms: 900 });
			await expectStop(page, 'peek');
			const peek = await headerTop(page);
			await draw(page, touch, { to: half, ms: 900 });
			await expectStop(page, 'half');
			await draw(page, touch, { to: 120, ms: 900 });
			await expectStop(page, 'full');
			const full = await headerTop(page);
			expect([peek > half, half > full]).toEqual([true, true]);
			expect(faults).toEqual([]);
		});

		test('a flick goes on to the next stop, a tremble to none', async ({ page }) => {
			await openExplorer(page);
			const touch = await page.context().newCDPSession(page);
			const half = await headerTop(page);
			await draw(page, touch, { to: half - 60, ms: 40 });
			await expectStop(page, 'full');
			await draw(page, touch, { to: (await headerTop(page)) + 90, ms: 60 });
			await expectStop(page, 'half');
			await draw(page, touch, { to: half + 20, ms: 900 });
			await expectStop(page, 'half');
		});

		test('arrow keys and buttons do the same', async ({ page }) => {
			await openExplorer(page);
			const grip = page.getByRole('slider', { name: '文字面板的高度' });
			await grip.focus();
			await page.keyboard.press('ArrowUp');
			await expectStop(page, 'full');
			await expect(grip).toHaveAttribute('aria-valuetext', '展开');
			await page.keyboard.press('Home');
			await expectStop(page, 'peek');
			await page.getByRole('button', { name: '多看文字' }).tap();
			await expectStop(page, 'half');
			for (const name of ['多看文字', '多看地图']) {
				const box = await page.getByRole('button', { name }).boundingBox();
				expect(box?.width).toBeGreaterThanOrEqual(44);
				expect(box?.height).toBeGreaterThanOrEqual(44);
				expect(box?.y).toBeGreaterThan(viewport.height / 2);
			}
		});

		test('a finger on the text scrolls the text and leaves the sheet', async ({ page }) => {
			await openExplorer(page);
			const touch = await page.context().newCDPSession(page);
			const text = page.locator('[data-panel="article"]');
			const before = await headerTop(page);
			await slide(touch, { x: 100, from: before + 110, to: before + 10, ms: 300 });
			await expect.poll(() => text.evaluate((box) => box.scrollTop)).toBeGreaterThan(40);
			await expectStop(page, 'half');
			expect(await headerTop(page)).toBe(before);
		});
	});
}

for (const [width, height] of [
	[568, 320],
	[844, 390]
] as const) {
	test(`nothing covers what the map owes or its controls at ${width} × ${height}`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await openExplorer(page);
		await expect(page.getByRole('slider')).toBeHidden();
		await expectMapInTheClear(page);
	});
}

async function expectStop(page: Page, stop: string): Promise<void> {
	await expect(page.locator('.explorer')).toHaveAttribute('data-sheet', stop);
	await expect(page.locator('.explorer')).not.toHaveAttribute('data-dragging');
	await expectMapInTheClear(page);
}

/** Credits, review line and every control of the map are on the screen, under nothing else. */
async function expectMapInTheClear(page: Page): Promise<void> {
	const covered = () =>
		page.evaluate(() => {
			const credit = document.querySelector('.map a[rel*="external"]')?.closest('p');
			const buttons = [...document.querySelectorAll('.map button')];
			return [credit, ...buttons].flatMap((element) => {
				if (!element) return ['no credits'];
				const { left, right, top, bottom } = element.getBoundingClientRect();
				const isSeen = [
					[left + 3, top + 3],
					[right - 3, top + 3],
					[left + 3, bottom - 3],
					[right - 3, bottom - 3],
					[(left + right) / 2, (top + bottom) / 2]
				].every(([x = 0, y = 0]) => {
					const there = document.elementFromPoint(x, y);
					// Corners are round and let through to what holds the element.
					return there && (element.contains(there) || there.contains(element));
				});
				return isSeen ? [] : [element.getAttribute('aria-label') ?? element.textContent];
			});
		});
	await expect.poll(covered).toEqual([]);
	expect(await page.locator('.map button').count()).toBeGreaterThanOrEqual(4);
}

async function headerTop(page: Page): Promise<number> {
	const box = await page.locator('.panel .header').boundingBox();
	if (!box) throw new Error('The sheet has no header on the page.');
	return Math.round(box.y);
}

/** Draws the sheet by its header until the header's top is near `to`. */
async function draw(page: Page, touch: CDPSession, { to, ms }: { to: number; ms: number }) {
	const from = (await headerTop(page)) + 22;
	await slide(touch, { x: 30, from, to: to + 22, ms });
}

interface Slide {
	x: number;
	from: number;
	to: number;
	/** How long it takes, by the clock of the events. */
	ms: number;
}

async function slide(touch: CDPSession, { x, from, to, ms }: Slide): Promise<void> {
	const start = Date.now() / 1000;
	const steps = 12;
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x, y: from + ((to - from) * step) / steps }],
			timestamp: start + (ms * step) / steps / 1000
		});
	await send('touchStart', 0);
	for (let step = 1; step <= steps; step += 1) await send('touchMove', step);
	await send('touchEnd', steps);
}
