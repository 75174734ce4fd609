import { expect } from '@playwright/test';
import { drawnMap, openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

test.use({ viewport: SIZES.desk });

const TIMES = 10;

test(`a context that is lost and given back ${TIMES} times leaves one map, one canvas and no notice`, async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	// Counts the contexts that the page asks for, and keeps each canvas that has one.
	await page.addInitScript(() => {
		// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the canvas below
		const { getContext } = HTMLCanvasElement.prototype;
		const withContext = new Set<HTMLCanvasElement>();
		Object.assign(window, { withContext });
		HTMLCanvasElement.prototype.getContext = function (
			this: HTMLCanvasElement,
			...args: unknown[]
		) {
			// The page also asks once, on a canvas of no document, whether there is WebGL at all.
			if (args[0] === 'webgl2' && this.isConnected) withContext.add(this);
			return (getContext as (...args: unknown[]) => unknown).apply(this, args);
		} as typeof getContext;
	});
	await openExplorer(page);
	const root = page.locator('html');
	const canvases = page.locator('section.map canvas');
	const count = await canvases.count();
	const context = await page.evaluateHandle(() => {
		const canvas = document.querySelector<HTMLCanvasElement>('section.map canvas');
		return canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
	});
	for (let time = 1; time <= TIMES; time++) {
		await context.evaluate((extension) => extension?.loseContext());
		await expect(root, `${time}`).toHaveAttribute('data-map', 'unavailable');
		await expect(page.locator('[data-problem="map"]')).toHaveCount(1);
		await expect(drawnMap(page)).toBeVisible();
		await context.evaluate((extension) => extension?.restoreContext());
		await expect(root, `${time}`).toHaveAttribute('data-map', 'ready');
		await expect(page.locator('[data-problem="map"]')).toHaveCount(0);
		await expect(drawnMap(page)).toBeHidden();
	}
	await expect(canvases).toHaveCount(count);
	const asked = await page.evaluate(
		() => (window as unknown as { withContext: Set<HTMLCanvasElement> }).withContext.size
	);
	expect(asked).toBe(1);
	expect(errors).toEqual([]);
});
