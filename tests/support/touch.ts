import type { CDPSession, Page } from '@playwright/test';

interface Point {
	x: number;
	y: number;
}

/** How far apart the taps of one hand are, in seconds: well within a double tap. */
const QUICK = 0.15;

/**
 * Taps points one after the other, as quick as a hand: the touches say so themselves, however long
 * the machine takes for each.
 */
export async function tapQuickly(page: Page, points: readonly Point[]): Promise<void> {
	const touch: CDPSession = await page.context().newCDPSession(page);
	const start = Date.now() / 1000;
	const events = points.flatMap(({ x, y }, i) => [
		touch.send('Input.dispatchTouchEvent', {
			type: 'touchStart',
			touchPoints: [{ x, y }],
			timestamp: start + i * QUICK
		}),
		touch.send('Input.dispatchTouchEvent', {
			type: 'touchEnd',
			touchPoints: [],
			timestamp: start + i * QUICK + QUICK / 3
		})
	]);
	await Promise.all(events);
	await touch.detach();
}
