import { chromium, type LaunchOptions } from 'playwright';
import type { Driver } from './driver';

/** Starts a Chromium without a window. Puppeteer can't: Chromium 107 is too old for it. */
export async function driveByPlaywright(options: LaunchOptions): Promise<Driver> {
	// Readers’ browsers keep the page that is left for when they come back.
	const ignoreDefaultArgs = ['--disable-back-forward-cache'];
	const browser = await chromium.launch({ ...options, ignoreDefaultArgs });
	const page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
	return {
		go: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
		goBack: async () => void (await page.goBack({ waitUntil: 'commit' })),
		evaluate: (expression) => page.evaluate(expression),
		clickAt: (x, y) => page.mouse.click(x, y),
		press: (key) => page.keyboard.press(key),
		type: (text) => page.keyboard.type(text),
		resize: (width, height) => page.setViewportSize({ width, height }),
		screenshot: async () => (await page.screenshot()).toString('base64'),
		close: () => browser.close()
	};
}
