import { expect, type Page } from '@playwright/test';
import { atlas } from '../support/atlas';
import {
	expectCameraAtRest,
	expectChosen,
	followLink,
	openExplorer,
	routeScripts,
	SIZES,
	watch
} from '../support/explorer-page';
import { test } from '../support/test';

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
				await lookAt(page, anchor);
				await expect(page.locator('html')).not.toHaveAttribute('data-selected');
				const mark = await middleOf(page, `.map a[data-site="${id}"]`);
				await page.mouse.click(mark.x, mark.y);
				await expectChosen(page, id);
				await expect(page.locator(`#p-${introducedBy}`)).toHaveAttribute('aria-current', 'true');
				await expect(
					page.locator(`#p-${introducedBy} a[data-site="${id}"]`).first()
				).toBeInViewport();
				// Nothing is still to be written that the next look would take for its own arrival.
				await expectCameraAtRest(page);
			}
			expect(faults).toEqual([]);
		});

		test('the chosen site is clear of the panels', async ({ page }) => {
			await openExplorer(page);
			for (const { id } of placed) {
				await followLink(page, `/?site=${id}`);
				await expectChosen(page, id);
				await expectCameraAtRest(page);
				const mark = await middleOf(page, `.map a[data-site="${id}"]`);
				expect(isInside(await boxOf(page, 'section.map'), mark), `${id} is on the map`).toBe(true);
				expect(isInside(await boxOf(page, '.card'), mark), `${id} is under its card`).toBe(false);
			}
		});
	});
}

test.describe('with a finger', () => {
	test.use({ viewport: SIZES.phone, hasTouch: true, isMobile: true });

	test('every site with a place is chosen on the map', async ({ page }) => {
		const faults = watch(page);
		await openExplorer(page);
		for (const { id, anchor } of placed) {
			await lookAt(page, anchor);
			const mark = await middleOf(page, `.map a[data-site="${id}"]`);
			await page.touchscreen.tap(mark.x, mark.y);
			await expectChosen(page, id);
		}
		expect(faults).toEqual([]);
	});
});

test('every site is chosen by its link', async ({ page }) => {
	// A new page for each site: the live map, which has no part in it, would be opened 33 times.
	await page.addInitScript(() => {
		HTMLCanvasElement.prototype.getContext = () => null;
	});
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

interface Point {
	x: number;
	y: number;
}

interface Box extends Point {
	width: number;
	height: number;
}

async function boxOf(page: Page, selector: string): Promise<Box> {
	const box = await page.locator(selector).boundingBox();
	if (!box) throw new Error(`${selector} has no box on the page.`);
	return box;
}

async function middleOf(page: Page, selector: string): Promise<Point> {
	const { x, y, width, height } = await boxOf(page, selector);
	return { x: x + width / 2, y: y + height / 2 };
}

/** Looks at a position, or `east` degrees beside it, and waits until the camera is there. */
async function lookAt(page: Page, position: [number, number] | null, east = 0): Promise<void> {
	const [lng, lat] = position ?? [0, 0];
	// One digit more than the explorer writes: it writes the link anew when the camera rests.
	const link = `${(lng + east).toFixed(6)}1,${lat},13`;
	await followLink(page, `/?at=${link}`);
	await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBe(link);
}

function isInside({ x, y, width, height }: Box, point: Point): boolean {
	return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

test('a link to a site shows it beside its card, however late that is loaded @core', async ({
	page
}) => {
	await page.setViewportSize(SIZES.desk);
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await routeScripts(page, 'id="card-name"', async (route) => {
		await released;
		await route.continue();
	});
	await openExplorer(page, '/?site=jiangnan-tunnel');
	await expect(page.locator('.card')).toHaveCount(0);
	release();
	await expectChosen(page, 'jiangnan-tunnel');
	await expectCameraAtRest(page);
	const card = await page.locator('.card').boundingBox();
	const name = await page.locator('.map a.chosen .name').boundingBox();
	if (!card || !name) throw new Error('Card or name is not on the page.');
	expect(name.x).toBeGreaterThanOrEqual(card.x + card.width);
});
