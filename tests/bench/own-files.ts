import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { preview } from 'vite';
import { atlas } from '../support/atlas';
import { BROWSER_FLAGS, findBrowser } from '../support/browser';
import { dragMap } from './frames';
import { spreadOf } from './spread';
import { ownPixels } from '../support/own-pixels';

/**
 * Drops a file of 100,000 features on the built site and prints how long it takes until all is
 * drawn, what memory the tab needs at its peak, and how long frames take while the map is dragged:
 * `npm run build && npm run bench:files`. A miss of a budget makes the exit code 1.
 */
const FEATURES = 100_000;
const BUDGET = { seconds: 6, mb: 600 };
const PORT = Number(process.env['PORT'] ?? 4521);

const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch({
	executablePath: await findBrowser(),
	args: BROWSER_FLAGS
});
try {
	const page = await browser.newPage({
		viewport: { width: 1440, height: 900 },
		locale: 'zh-CN',
		reducedMotion: 'reduce'
	});
	await page.goto(`http://localhost:${PORT}/`);
	await page.waitForSelector('html[data-map="ready"]');
	const before = await memoryOf(browser);
	const bare = await dragMap(page);
	const seconds = await drop(page);
	const frames = await dragMap(page);
	const after = await memoryOf(browser);
	console.log(`${FEATURES.toLocaleString('en')} features (points, lines, areas)`);
	report('drawn', seconds, 's', BUDGET.seconds);
	if (after === null) console.log('memory: not measured, there is no /proc');
	else report(`tab at its peak (${Math.round(before ?? 0)} MB before)`, after, 'MB', BUDGET.mb);
	console.log(`frames while dragging, drawn by software: ${framesIn(frames)}`);
	console.log(`the same before, without the file: ${framesIn(bare)}`);
} finally {
	await browser.close();
	await server.close();
}

function report(what: string, value: number, unit: string, budget: number): void {
	const isMissed = value > budget;
	console.log(
		`${what}: ${value.toFixed(1)} ${unit}; budget ${budget} ${unit}${isMissed ? ' MISSED' : ''}`
	);
	if (isMissed) process.exitCode = 1;
}

function framesIn(gaps: readonly number[]): string {
	const { median, p95, most } = spreadOf(gaps);
	const [a, b, c] = [median, p95, most].map((time) => time.toFixed(0));
	return `median ${a} ms, 95 % below ${b} ms, longest ${c} ms (${gaps.length} frames)`;
}

/** Seconds from the drop to the first of two pictures that show the same. */
async function drop(page: Page): Promise<number> {
	const path = join(mkdtempSync(join(tmpdir(), 'bench-files-')), 'bench.geojson');
	writeFileSync(path, madeFile());
	await page.evaluate(
		"document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'bench' }))"
	);
	await page.locator('#bench').setInputFiles(path);
	const file = await page.evaluateHandle(() => {
		const transfer = new DataTransfer();
		const [chosen] = document.querySelector<HTMLInputElement>('#bench')?.files ?? [];
		if (chosen) transfer.items.add(chosen);
		return transfer;
	});
	const start = performance.now();
	await page.locator('.explorer').dispatchEvent('drop', { dataTransfer: file });
	let last = { pixels: 0, at: start };
	for (;;) {
		const pixels = await ownPixels(page, 'placed');
		const at = performance.now();
		if (pixels > 0 && pixels === last.pixels) return (last.at - start) / 1000;
		last = { pixels, at };
		if (at - start > 120_000) throw new Error('The features were not drawn within two minutes.');
	}
}

/** Features all over the first view, the same each time. */
function madeFile(): string {
	const [west, south, east, north] = atlas.home;
	let seed = 1;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
	const features = Array.from({ length: FEATURES }, (_, i) => {
		const x = west + random() * (east - west);
		const y = south + random() * (north - south);
		const path = [0, 1, 2, 3].map((k) => [x + Math.cos(k) / 2000, y + Math.sin(k) / 2000]);
		const properties = { name: `要素${i}`, kind: `k${i % 7}`, value: i };
		return { type: 'Feature', properties, geometry: geometryOf(path, i % 5) };
	});
	return JSON.stringify({ type: 'FeatureCollection', features });
}

function geometryOf(path: number[][], kind: number) {
	if (kind < 3) return { type: 'Point', coordinates: path[0] };
	return kind === 3
		? { type: 'LineString', coordinates: path }
		: { type: 'Polygon', coordinates: [[...path, path[0]]] };
}

/** Peak resident memory of the largest page process in MB; `null` where it can't be read. */
async function memoryOf(from: Browser): Promise<number | null> {
	const session = await from.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	const peaks = processInfo
		.filter(({ type }) => type === 'renderer')
		.flatMap(({ id }) => peakOf(id) ?? []);
	return peaks.length ? Math.max(...peaks) : null;
}

function peakOf(pid: number): number | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
	} catch {
		return null;
	}
}
