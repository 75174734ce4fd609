import { expect, type Locator, type Page } from '@playwright/test';
import { expectChosen, openExplorer, watch } from '../support/explorer-page';
import { test } from '../support/test';

const PHONES = [
	{ width: 360, height: 740 },
	{ width: 390, height: 844 },
	{ width: 430, height: 932 }
];

test.use({ hasTouch: true, isMobile: true });

/** What a reader may have before them: how it is called, its address, and what is done then. */
const STATES: [string, string, ((page: Page) => Promise<void>)?][] = [
	['the article', '/'],
	['the list', '/?panel=sites'],
	['the text alone', '/?map=off&site=jiangnan-tunnel', awaitCard],
	['a chosen place', '/?site=jiangnan-tunnel', awaitCard],
	[
		'its card, opened',
		'/?site=jiangnan-tunnel',
		async (page) => {
			await awaitCard(page);
			const more = page.getByRole('button', { name: '详情' });
			if (await more.isVisible()) await more.tap();
		}
	],
	[
		'most of the map',
		'/',
		async (page) => {
			const grip = page.getByRole('slider', { name: '文字面板的高度' });
			if (await grip.isVisible()) await grip.press('Home');
		}
	],
	['a table', '/?panel=tools&tool=table'],
	[
		'the legend',
		'/',
		async (page) => {
			await page.getByRole('button', { name: '图例与图层' }).tap();
			await expect(page.locator('.legend.open')).toBeVisible();
		}
	],
	[
		'a day',
		'/?date=2025-06-01',
		(page) => expect(page.locator('.map input[type="range"]')).toBeVisible()
	],
	[
		'the share dialog',
		'/',
		async (page) => {
			await page.getByRole('button', { name: '分享' }).first().tap();
			await expect(page.getByRole('dialog')).toBeVisible();
		}
	]
];

async function awaitCard(page: Page): Promise<void> {
	await expect(page.locator('.card')).toBeVisible();
}

for (const viewport of PHONES)
	test.describe(`turning a phone of ${viewport.width} × ${viewport.height}`, () => {
		test.use({ viewport });

		const turn = async (page: Page) => {
			const { width = 0, height = 0 } = page.viewportSize() ?? {};
			await page.setViewportSize({ width: height, height: width });
		};

		test('keeps the passage at the upper edge, on each side and back', async ({ page }) => {
			const faults = watch(page);
			await openExplorer(page);
			await page.locator('#p-33').evaluate(
				(passage) =>
					// Told by the page before anything can turn it.
					new Promise((resolve) => {
						passage.closest('.text')!.addEventListener('scroll', resolve, { once: true });
						passage.scrollIntoView();
					})
			);
			const place = await upperEdge(page);
			for (let turns = 0; turns < 2; turns += 1) {
				await turn(page);
				await expect.poll(() => upperEdge(page)).toBe(place);
			}
			expect(faults).toEqual([]);
		});

		test('keeps the chosen place in sight and its card open', async ({ page }) => {
			await openExplorer(page, '/?site=jiangnan-tunnel');
			await expectChosen(page, 'jiangnan-tunnel');
			await page.getByRole('button', { name: '详情' }).tap();
			const body = page.locator('.card .body');
			await expect(body).toBeVisible();
			const mark = page.locator('.mark[data-site="jiangnan-tunnel"]');
			for (let turns = 0; turns < 2; turns += 1) {
				await turn(page);
				await expect(body).toBeVisible();
				expect((await body.boundingBox())?.height).toBeGreaterThan(100);
				await expect.poll(() => isInTheClear(mark)).toBe(true);
			}
			await expectChosen(page, 'jiangnan-tunnel');
		});

		test('keeps the stop of the sheet and what is typed into a tool', async ({ page }) => {
			await openExplorer(page, '/?panel=tools&tool=filter');
			await page.getByRole('slider', { name: '文字面板的高度' }).focus();
			await page.keyboard.press('End');
			const field = page.getByLabel('名称包含');
			await field.fill('隧');
			for (let turns = 0; turns < 2; turns += 1) {
				await turn(page);
				await expect(field).toHaveValue('隧');
			}
			await expect(page.locator('.explorer')).toHaveAttribute('data-sheet', 'full');
		});

		test('keeps a dialog, with all of it in reach', async ({ page }) => {
			await openExplorer(page);
			await page.getByRole('button', { name: '分享' }).first().tap();
			const dialog = page.getByRole('dialog');
			await dialog.getByRole('tab', { name: '嵌入框' }).tap();
			for (let turns = 0; turns < 2; turns += 1) {
				await turn(page);
				await expect(dialog.getByRole('tab', { name: '嵌入框', selected: true })).toBeVisible();
				await dialog.getByRole('button', { name: '复制' }).scrollIntoViewIfNeeded();
				await expect(dialog.getByRole('button', { name: '复制' })).toBeInViewport({ ratio: 1 });
				await expect(dialog.getByRole('button', { name: '关闭' })).toBeInViewport({ ratio: 1 });
			}
		});
	});

/** The first words in sight of the text. */
async function upperEdge(page: Page): Promise<string> {
	return page.locator('[data-panel="article"]').evaluate((box) => {
		const { top } = box.getBoundingClientRect();
		const passages = [...box.querySelectorAll('[data-passage]')];
		return passages.find((one) => one.getBoundingClientRect().bottom > top)?.id ?? '';
	});
}

/** Whether what is seen at the middle of an element and around it is on the map, not on a panel. */
async function isInTheClear(mark: Locator): Promise<boolean> {
	return mark.evaluate((element) => {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		return [
			[left, top],
			[right, top],
			[left, bottom],
			[right, bottom]
		].every(([x = 0, y = 0]) =>
			document.elementFromPoint(x, y)?.closest('.map .plane, .map canvas')
		);
	});
}

for (const [way, viewport, insets] of [
	['upright', { width: 390, height: 844 }, { top: 47, right: 0, bottom: 34, left: 0 }],
	['on its side', { width: 844, height: 390 }, { top: 0, right: 47, bottom: 21, left: 47 }],
	['on its side, large', { width: 932, height: 430 }, { top: 0, right: 59, bottom: 21, left: 59 }]
] as const)
	test.describe(`a phone with a notch, ${way}`, () => {
		test.use({ viewport });

		for (const [state, path, act] of STATES)
			test(`has no control under notch and home bar: ${state}`, async ({ page }) => {
				const device = await page.context().newCDPSession(page);
				await device.send('Emulation.setSafeAreaInsetsOverride', { insets });
				// There is no map to wait for beside the text alone.
				await (path.includes('map=off') ? page.goto(path) : openExplorer(page, path));
				await act?.(page);
				expect(await controlsOutside(page, insets)).toEqual([]);
			});
	});

/** Controls that can be pressed, of which something lies where the device has no glass. */
async function controlsOutside(
	page: Page,
	insets: { top: number; right: number; bottom: number; left: number }
): Promise<string[]> {
	return page.evaluate(({ top, right, bottom, left }) => {
		const safe = { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
		const controls = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, [role="slider"], summary'
		);
		return [...controls].flatMap((control) => {
			const box = seenOf(control);
			const x = (box.left + box.right) / 2;
			const y = (box.top + box.bottom) / 2;
			const hit = document.elementFromPoint(x, y);
			// A place on the map is where it is, also half behind its edge.
			if (!hit || !control.contains(hit) || control.matches('.mark')) return [];
			const isSafe =
				box.left >= safe.left - 1 &&
				box.top >= safe.top - 1 &&
				box.right <= safe.right + 1 &&
				box.bottom <= safe.bottom + 1;
			const name = control.getAttribute('aria-label') ?? control.textContent.trim();
			return isSafe ? [] : [`${name}: ${[box.left, box.top, box.right, box.bottom].join(' ')}`];
		});

		/** Without what the boxes that it scrolls in cut off. */
		function seenOf(element: HTMLElement) {
			let { left, top, right, bottom } = element.getBoundingClientRect();
			for (let box = element.parentElement; box; box = box.parentElement) {
				if (getComputedStyle(box).overflow === 'visible') continue;
				const edge = box.getBoundingClientRect();
				left = Math.max(left, edge.left);
				top = Math.max(top, edge.top);
				right = Math.min(right, edge.right);
				bottom = Math.min(bottom, edge.bottom);
			}
			return { left, top, right, bottom };
		}
	}, insets);
}
