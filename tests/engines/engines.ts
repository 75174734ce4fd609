import { existsSync } from 'node:fs';
import { BROWSER_FLAGS, findBrowser, fullBrowser } from '../support/browser';
import type { Driver } from './driver';
import { oldestChromium } from './oldest-chromium';
import { driveByPlaywright } from './playwright';
import { driveByPuppeteer } from './puppeteer';
import { driveByWebDriver } from './webdriver';

/** A browser engine that the checks can run in. */
export interface Engine {
	name: string;
	/** What to do where it is not there; null where it is. */
	missing(): string | null;
	start(): Promise<Driver>;
}

const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';

export const ENGINES: readonly Engine[] = [
	{
		name: 'chromium',
		missing: () => null,
		start: async () =>
			driveByPlaywright({
				executablePath: fullBrowser() ?? (await findBrowser()),
				args: BROWSER_FLAGS
			})
	},
	{
		name: 'chromium-107',
		missing: () =>
			process.platform === 'linux' && process.arch === 'x64' ? null : 'a Linux on x64',
		start: () =>
			driveByPlaywright({
				executablePath: oldestChromium(),
				args: [
					'--no-sandbox',
					'--use-gl=angle',
					'--use-angle=swiftshader',
					'--ignore-gpu-blocklist'
				]
			})
	},
	{
		name: 'firefox',
		missing: () =>
			existsSync(FIREFOX) && process.env['DISPLAY']
				? null
				: 'apt-get install firefox-esr xvfb xauth libgl1-mesa-dri, then under xvfb-run',
		start: () =>
			driveByPuppeteer({
				executablePath: FIREFOX,
				// Without a window it has no WebGL where there is no graphics card.
				headless: false,
				extraPrefsFirefox: {
					'ui.prefersReducedMotion': 1,
					'intl.accept_languages': 'zh-CN, zh',
					// Software GL is enough.
					'webgl.force-enabled': true
				}
			})
	},
	{
		name: 'webkit',
		missing: () =>
			existsSync(WEBKIT_DRIVER) && process.env['DISPLAY']
				? null
				: 'apt-get install webkit2gtk-driver xvfb xauth, then under xvfb-run',
		start: () => driveByWebDriver(WEBKIT_DRIVER)
	}
];
