import { launch, type LaunchOptions } from 'puppeteer-core';
import type { Driver } from './driver';

/** Starts a Firefox, and speaks WebDriver BiDi with it. */
export async function driveByPuppeteer(options: LaunchOptions): Promise<Driver> {
	const browser = await launch({ ...options, browser: 'firefox' });
	const page = await browser.newPage();
	return {
		go: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
		// Its own waits for a page to be read, which one that was kept is already.
		goBack: async () => void (await page.evaluate('void setTimeout(() => history.back())')),
		evaluate: (expression) => page.evaluate(expression),
		clickAt: (x, y) => page.mouse.click(x, y),
		press: (key) => page.keyboard.press(key),
		type: (text) => page.keyboard.type(text),
		resize: (width, height) => page.setViewport({ width, height }),
		screenshot: () => page.screenshot({ encoding: 'base64' }),
		close: () => browser.close()
	};
}
