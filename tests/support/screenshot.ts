import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { BROWSER_FLAGS, findBrowser } from './browser';

/** Takes the README's screenshots of the built site: `npm run build && npm run screenshot`. */
const SHOTS = [
	{ file: 'docs/images/desk.png', path: '/?site=chongqing-east-station', width: 1440, height: 900 },
	{ file: 'docs/images/phone.png', path: '/?site=chongqing-east-station', width: 390, height: 844 }
];

mkdirSync('docs/images', { recursive: true });
const server = await preview({ preview: { port: 4519, strictPort: true } });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
try {
	for (const { file, path, width, height } of SHOTS) {
		const page = await browser.newPage({
			serviceWorkers: 'block',
			viewport: { width, height },
			locale: 'zh-CN',
			reducedMotion: 'reduce'
		});
		await page.goto(`http://localhost:4519${path}`);
		await page.waitForSelector('html[data-map="ready"]');
		await page.waitForFunction(() => new URL(location.href).searchParams.has('at'));
		await page.waitForLoadState('networkidle');
		await page.screenshot({ path: file });
		console.log(`${file} ${width}×${height}`);
		await page.close();
	}
} finally {
	await browser.close();
	await server.close();
}
