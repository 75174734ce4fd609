import { readFileSync } from 'node:fs';
import { chromium, type CDPSession, type Page } from 'playwright';
import { BROWSER_FLAGS, findBrowser } from '../support/browser';
import type { CompressedSite, Sent } from './serve-compressed';

/** Network in bytes a second and milliseconds a request; `cpu` is how many times slower. */
export const PROFILES = {
	/** As Lighthouse's: a slow 4G and a processor of a cheap phone. */
	mobile: {
		viewport: { width: 412, height: 823 },
		deviceScaleFactor: 1.75,
		isMobile: true,
		hasTouch: true,
		slow: { cpu: 4, latency: 150, down: (1600 * 1024) / 8, up: (750 * 1024) / 8 }
	},
	desktop: {
		viewport: { width: 1350, height: 940 },
		deviceScaleFactor: 1,
		isMobile: false,
		hasTouch: false,
		slow: null
	}
} as const;
export type Profile = keyof typeof PROFILES;

/** What is visited, and by what it is known how far it is. */
export interface Subject {
	site: CompressedSite;
	path: string;
	/** Scripts for the page, true once all sites stand in it, or the map has drawn all. */
	sites: string;
	ready: string;
	/** Whether an answer is code of the live map. */
	isMapCode?: (sent: Sent) => boolean;
}

/** Times in milliseconds since the navigation began, sizes in kB (1000 bytes) as sent. */
export interface Visit {
	requests: number;
	kB: number;
	scriptKB: number;
	/** Sent before the first code of the live map. */
	kBBeforeMap: number;
	firstPaint: number;
	largestPaint: number;
	/** Cumulative layout shift. */
	shift: number;
	/** What long tasks after the first paint took above 50 ms each, until the map was ready. */
	blocked: number;
	/** All sites in the page, and something painted. */
	sites: number;
	ready: number;
	/** JavaScript heap in MB, after the collector has run. */
	heapMB: number;
}

/** What `note-visit.js` leaves in the page. */
export interface Noted {
	firstPaint: number;
	largestPaint: number;
	shift: number;
	long: [start: number, duration: number][];
	sites: number;
	ready: number;
}

const NOTE_VISIT = readFileSync('tests/bench/note-visit.js', 'utf8');

/** More than any of these pages takes on a slow machine: it ends a visit that hangs. */
const TIMEOUT = 120_000;

/** Opens a page in a browser of its own, with an empty cache, and notes what happens. */
export async function visit(subject: Subject, profile: Profile): Promise<Visit> {
	const { slow, ...device } = PROFILES[profile];
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: BROWSER_FLAGS
	});
	try {
		const context = await browser.newContext({ ...device, locale: 'zh-CN' });
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await startProcesses(page, subject.site.url);
		await page.addInitScript(
			`${NOTE_VISIT}noteVisit(() => ${subject.sites}, () => ${subject.ready})`
		);
		if (slow) await slowDown(session, slow);
		subject.site.sent.length = 0;
		await page.goto(subject.site.url + subject.path, { waitUntil: 'commit', timeout: TIMEOUT });
		await page.waitForFunction(
			() => (window as unknown as { noted?: Noted }).noted?.ready,
			undefined,
			{ timeout: TIMEOUT }
		);

		await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		const { timeOrigin, ...noted } = await page.evaluate(() => ({
			...(window as unknown as { noted: Noted }).noted,
			timeOrigin: performance.timeOrigin
		}));
		// The service worker begins at that moment to fetch the whole site.
		const sent = subject.site.sent.filter(({ at }) => at <= timeOrigin + noted.ready);
		return { ...sizesIn(sent, subject), ...timesIn(noted), heapMB: await heapOf(session) };
	} finally {
		await browser.close();
	}
}

/** JavaScript heap in use, in MB, after the collector has run twice. */
export async function heapOf(session: CDPSession): Promise<number> {
	await session.send('Performance.enable');
	for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value / 1e6;
}

/** The browser's own start, of which no page is guilty: its processes, fonts and WebGL. */
async function startProcesses(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/there-is-no-such-page`);
	await page.setContent('<h1>warm 暖</h1><canvas></canvas>');
	await page.evaluate(async () => {
		const gl = document.querySelector('canvas')?.getContext('webgl2');
		gl?.clear(gl.COLOR_BUFFER_BIT);
		gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
		await new Promise(requestAnimationFrame);
	});
}

async function slowDown(
	session: CDPSession,
	{ cpu, latency, down, up }: NonNullable<(typeof PROFILES)[Profile]['slow']>
): Promise<void> {
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency,
		downloadThroughput: down,
		uploadThroughput: up
	});
	await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

function timesIn(noted: Noted) {
	const { firstPaint, largestPaint, shift, long, sites, ready } = noted;
	const blocked = long
		.map(([start, duration]) => Math.min(duration, start + duration - firstPaint) - 50)
		.reduce((sum, over) => sum + Math.max(0, over), 0);
	return { firstPaint, largestPaint, shift, blocked, sites: Math.max(sites, firstPaint), ready };
}

function sizesIn(sent: readonly Sent[], { isMapCode }: Subject) {
	const kB = (some: readonly Sent[]) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
	const firstOfMap = isMapCode ? sent.findIndex(isMapCode) : -1;
	return {
		requests: sent.length,
		kB: kB(sent),
		scriptKB: kB(sent.filter(({ type }) => type === 'text/javascript')),
		kBBeforeMap: kB(firstOfMap < 0 ? sent : sent.slice(0, firstOfMap))
	};
}
