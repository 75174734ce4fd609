import { expect, type Page } from '@playwright/test';
import { expectCameraAtRest, marksOf, openExplorer } from '../support/explorer-page';
import { test } from '../support/test';
import { tapQuickly } from '../support/touch';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** Around many marks. */
const CROWD = '106.61,29.5,12';
/** From so many pixels on, a tap on one mark is not on its neighbour too. */
const CLEAR = 9;
/** On the eastern hills: nothing to choose for hundreds of metres. */
const HILLS = '106.7,29.63,14.5';

test('two quick taps on neighbouring marks choose the second', async ({ page }) => {
	await openExplorer(page, `/?at=${CROWD}`);
	const [first, second] = await neighbours(page);
	// The choice of the first brings a card, beside which the map moves: not before the second tap.
	await page.route('**/*.js', () => {});
	await tapQuickly(page, [first, second]);
	await expect(page.locator('html')).toHaveAttribute('data-selected', second.id);
});

test('a tap on a mark right after one beside it chooses', async ({ page }) => {
	await openExplorer(page, `/?at=${CROWD}`);
	const [mark, beside] = await edge(page);
	await tapQuickly(page, [beside, mark]);
	await expect(page.locator('html')).toHaveAttribute('data-selected', mark.id);
});

test('two quick taps on a mark choose it and do not zoom @core', async ({ page }) => {
	await openExplorer(page, `/?at=${CROWD}`);
	const [mark] = await neighbours(page);
	const scale = await scaleOf(page);
	await page.route('**/*.js', () => {});
	await tapQuickly(page, [mark, mark]);
	await expect(page.locator('html')).toHaveAttribute('data-selected', mark.id);
	expect(await scaleOf(page)).toBe(scale);
});

test('two quick taps on the empty map zoom', async ({ page }) => {
	await openExplorer(page, `/?at=${HILLS}`);
	const middle = await middleOfMap(page);
	await tapQuickly(page, [middle, middle]);
	await expect.poll(() => zoomOf(page)).toBe(15.5);
	await expect(page.locator('html')).not.toHaveAttribute('data-selected');
});

test('a tap beside a mark soon after one on it does not zoom', async ({ page }) => {
	await openExplorer(page, `/?at=${CROWD}`);
	const [mark, beside] = await edge(page);
	const scale = await scaleOf(page);
	await page.route('**/*.js', () => {});
	await tapQuickly(page, [mark, beside]);
	// The second may have met a line.
	await expect(page.locator('html')).toHaveAttribute('data-selected');
	expect(await scaleOf(page)).toBe(scale);
});

for (const motion of ['reduce', 'no-preference'] as const)
	test.describe(`motion: ${motion}`, () => {
		test.use({ contextOptions: { reducedMotion: motion } });

		test('quick taps on the zoom buttons all count', async ({ page }) => {
			await openExplorer(page, `/?at=${HILLS}`);
			const button = await page.getByRole('button', { name: '放大' }).boundingBox();
			const point = { x: (button?.x ?? 0) + 22, y: (button?.y ?? 0) + 22 };
			await tapQuickly(page, [point, point]);
			await expect.poll(() => zoomOf(page)).toBe(16.5);
		});
	});

interface Mark {
	id: string;
	x: number;
	y: number;
}

/** Two marks so close that the engine would take taps on them for one gesture. */
async function neighbours(page: Page): Promise<[Mark, Mark]> {
	const marks = await marksInReach(page);
	for (const one of marks)
		for (const other of marks) {
			const near = Math.hypot(one.x - other.x, one.y - other.y);
			if (near > CLEAR && near < 28 && isAlone(one, marks, CLEAR) && isAlone(other, marks, CLEAR))
				return [one, other];
		}
	throw new Error('No two marks stand 9 to 28 pixels apart: another view is needed.');
}

/** A mark, and a point out of its reach but near enough for a double tap. */
async function edge(page: Page): Promise<[Mark, { x: number; y: number }]> {
	const marks = await marksInReach(page);
	for (const mark of marks)
		for (const [dx, dy] of [
			[26, 0],
			[-26, 0],
			[0, 26],
			[0, -26]
		] as const) {
			const beside = { x: mark.x + dx, y: mark.y + dy };
			if (isAlone(mark, marks, 30) && marks.every((one) => distance(one, beside) > 24))
				return [mark, beside];
		}
	throw new Error('Every mark has a neighbour: another view is needed.');
}

function isAlone(mark: Mark, marks: readonly Mark[], reach: number): boolean {
	return marks.every((one) => one.id === mark.id || distance(one, mark) > reach);
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
	return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Marks that a finger can reach: in sight, and under no control. */
async function marksInReach(page: Page): Promise<Mark[]> {
	await expectCameraAtRest(page);
	const marks = Object.entries(await marksOf(page)).map(([id, point]) => ({ id, ...point }));
	const reached = await page.evaluate(
		(all) => all.map(({ x, y }) => document.elementFromPoint(x, y)?.closest('.mark') != null),
		marks
	);
	return marks.filter((_, i) => reached[i]);
}

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
	const box = await page.locator('section.map').boundingBox();
	if (!box) throw new Error('There is no map.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How large the map is, before the address tells. */
async function scaleOf(page: Page): Promise<string> {
	return page
		.locator('.plane')
		.evaluate((plane: HTMLElement) => plane.style.getPropertyValue('--u'));
}

async function zoomOf(page: Page): Promise<number> {
	const at = await page.evaluate(() => new URL(location.href).searchParams.get('at'));
	return Number(at?.split(',')[2]);
}
