import { expect, test } from '@playwright/test';
import { bundle } from '../support/bundle';
import { SIZES } from '../support/explorer-page';

const COUNT = 10_000;
/** What a frame may take while the rows go past, in milliseconds. */
const FRAME = 50;

test.use({ viewport: SIZES.desk });

let code: string;
test.beforeAll(async () => {
	code = await bundle('tests/support/many-rows.ts', 'manyRows');
});

test.beforeEach(async ({ page }) => {
	await page.setContent('<!doctype html><html lang="zh-Hans"><title>table</title>');
	await page.addStyleTag({ path: 'src/app.css' });
	await page.addScriptTag({ content: code });
	await page.evaluate(
		(count) =>
			(
				globalThis as unknown as { manyRows: { mountTable: (count: number) => void } }
			).manyRows.mountTable(count),
		COUNT
	);
	await expect(page.locator('[data-site]').first()).toBeVisible();
});

test('ten thousand rows are told, and only those in sight and around are in the page', async ({
	page
}) => {
	const grid = page.getByRole('grid');
	const rows = page.locator('[data-site]');
	await expect(grid).toHaveAttribute('aria-rowcount', String(COUNT + 1));
	expect(await rows.count()).toBeLessThan(40);

	const focused = page.locator('[data-site]:focus');
	await page.locator('[data-site][tabindex="0"]').focus();
	await page.keyboard.press('End');
	await expect(focused).toHaveAttribute('aria-rowindex', String(COUNT + 1));
	await expect(focused).toBeInViewport({ ratio: 0.9 });
	expect(await rows.count()).toBeLessThan(40);

	// The row with the focus stays in the page, wherever the rest is scrolled to.
	await page.locator('.box').evaluate((box) => (box.scrollTop = 0));
	await expect(page.locator('[aria-rowindex="2"]')).toBeVisible();
	await expect(focused).toHaveAttribute('aria-rowindex', String(COUNT + 1));
	await page.keyboard.press('ArrowUp');
	await expect(focused).toHaveAttribute('aria-rowindex', String(COUNT));
	await expect(focused).toBeInViewport({ ratio: 0.9 });
});

test('ten thousand rows are sorted at a press', async ({ page }) => {
	await page.getByRole('columnheader', { name: '经度（WGS-84）' }).getByRole('button').click();
	await page.keyboard.press('Enter');
	await expect(page.locator('[aria-rowindex="2"]')).toContainText('0.099000');
});

test('ten thousand rows are scrolled through without lag', async ({ page }) => {
	const { frames, most } = await page.locator('.box').evaluate(async (box) => {
		const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
		const frames: number[] = [];
		let most = 0;
		let last = await frame();
		for (let step = 0; step < 150; step += 1) {
			box.scrollTop += 780;
			const now = await frame();
			frames.push(now - last);
			most = Math.max(most, box.querySelectorAll('[data-site]').length);
			last = now;
		}
		return { frames, most };
	});
	await expect(page.locator('[aria-rowindex="2255"]')).toBeInViewport();
	expect(most).toBeLessThan(60);
	// One in twenty is left to whatever else the machine does.
	const slowest = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)];
	expect(slowest).toBeLessThan(FRAME);
});
