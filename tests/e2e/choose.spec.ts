import { expect, test } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	expectCameraAtRest,
	expectChosen,
	followLink,
	openExplorer,
	SIZES,
	watch
} from '../support/explorer-page';

const placed = atlas.sites.filter(({ anchor }) => anchor);

for (const [size, viewport] of Object.entries(SIZES)) {
	test.describe(`at the size of a ${size}`, () => {
		test.use({ viewport });

		test('every site is chosen from the text', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page);
			for (const { id } of atlas.sites) {
				await page.locator(`[data-passage] a[data-site="${id}"]`).first().click();
				await expectChosen(page, id);
			}
			expect(faults).toEqual([]);
		});

		test('every site is chosen from the list', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page, '/?panel=sites');
			for (const { id } of atlas.sites) {
				await page.locator(`.list a[data-site="${id}"]`).click();
				await expectChosen(page, id);
			}
			expect(faults).toEqual([]);
		});

		test('every site with a place is chosen on the map', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page);
			for (const { id, anchor, introducedBy } of placed) {
				await followLink(page, `/?at=${anchor?.join()},13`);
				await expect(page.locator('html')).not.toHaveAttribute('data-selected');
				const box = await page.locator(`.map a[data-site="${id}"]`).boundingBox();
				if (!box) throw new Error(`No mark of ${id} on the map.`);
				await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
				await expectChosen(page, id);
				await expect(page.locator(`#p-${introducedBy}`)).toHaveAttribute('aria-current', 'true');
				await expect(
					page.locator(`#p-${introducedBy} a[data-site="${id}"]`).first()
				).toBeInViewport();
			}
			expect(faults).toEqual([]);
		});

		test('the chosen site is clear of the panels', async ({ page }) => {
			await openExplorer(page);
			for (const { id } of placed) {
				await followLink(page, `/?site=${id}`);
				await expectChosen(page, id);
				await expectCameraAtRest(page);
				const mark = await page.locator(`.map a[data-site="${id}"]`).boundingBox();
				const card = await page.locator('.card').boundingBox();
				const map = await page.locator('section.map').boundingBox();
				if (!mark || !card || !map) throw new Error(`${id}: mark, card or map is missing.`);
				const x = mark.x + mark.width / 2;
				const y = mark.y + mark.height / 2;
				expect(isInside(map, x, y), `${id} is on the map`).toBe(true);
				expect(isInside(card, x, y), `${id} is under its card`).toBe(false);
			}
		});
	});
}

test('every site is chosen by its link', async ({ page }) => {
	const faults = watch(page);
	for (const { id } of atlas.sites) {
		await page.goto(`/?site=${id}`);
		await expectChosen(page, id);
	}
	expect(faults).toEqual([]);
});

test('every site is reached by keyboard, in the order of the text', async ({ page }) => {
	await openExplorer(page);
	for (const { id } of atlas.sites) {
		await page.keyboard.press('n');
		await expectChosen(page, id);
	}
});

test('every mark on the map is reached by arrow keys and chosen by Enter', async ({ page }) => {
	await openExplorer(page);
	await page.locator('.map a[data-site][tabindex="0"]').focus();
	const seen = new Set<string>();
	for (const _ of placed) {
		await page.keyboard.press('Enter');
		const id = await page.locator('.map a[data-site]:focus').getAttribute('data-site');
		await expectChosen(page, id ?? '');
		seen.add(id ?? '');
		await page.keyboard.press('ArrowRight');
	}
	expect([...seen].sort()).toEqual(placed.map(({ id }) => id).sort());
});

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

function isInside({ x, y, width, height }: Box, atX: number, atY: number): boolean {
	return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
}
