import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/**
 * Flags of every headless run, so that all tests draw with the same software renderer. WebGL is
 * drawn by SwiftShader; pages are painted without it, which takes half the time.
 */
export const BROWSER_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--enable-unsafe-swiftshader',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];

/** The same engine without windows and settings; the tests take a quarter less time in it. */
const SHELL = '/usr/bin/chromium-headless-shell';
const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * Path of a Chromium to test in: `$CHROMIUM`, one found on the machine, Playwright's own, or
 * (Linux x64) the one that comes in the package @sparticuz/chromium. Throws with what to do
 * where there is none.
 */
export async function findBrowser(): Promise<string> {
	const named = process.env['CHROMIUM'];
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`$CHROMIUM is ${named}, but there is no such file. Correct or unset it.`);
	}
	const installed = [SHELL, ...INSTALLED, chromium.executablePath()].find((path) =>
		existsSync(path)
	);
	return installed ?? unpackBrowser();
}

/** Path of a Chromium of the machine that can have windows and reads its settings; null without. */
export function fullBrowser(): string | null {
	return INSTALLED.find((path) => existsSync(path)) ?? null;
}

async function unpackBrowser(): Promise<string> {
	if (process.platform !== 'linux' || process.arch !== 'x64')
		throw new Error('No Chromium found. Install Chrome or Chromium, or set $CHROMIUM to its path.');
	const { default: packaged } = await import('@sparticuz/chromium');
	const manifest = JSON.parse(
		readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')
	) as { version: string };
	// It unpacks into TMPDIR and takes what it finds there: one folder for each version.
	const folder = join(tmpdir(), `district-atlas-chromium-${manifest.version}`);
	await mkdir(folder, { recursive: true });
	process.env['TMPDIR'] = folder;
	return packaged.executablePath();
}
