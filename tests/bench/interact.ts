import { chromium, type Page } from 'playwright';
import { atlas } from '../support/atlas';
import { BROWSER_FLAGS, findBrowser } from '../support/browser';
import { dragMap } from './frames';
import type { CompressedSite } from './serve-compressed';
import { spreadOf, toldSpread } from './spread';
import { table } from './table';
import { heapOf } from './visit';

/** Typed letter by letter: pinyin, which asks every name for its readings. */
const TYPED = 'chongqingdong';
/** Choices after which the heap is told again: what only grows would show. */
const CHOICES = 50;

interface Round {
	/** Milliseconds from a click in the text to the paint that has card and mark. */
	selects: number[];
	/** The same for the first click, which also loads the card. */
	firstSelect: number;
	/** Milliseconds from each key in the search box to the paint that follows. */
	keys: number[];
	/** Milliseconds between frames while the map is dragged. */
	frames: number[];
	heapAtReady: number;
	heapAfter: number;
}

/**
 * Prints what a reader waits for on a desk, with all layers on: the paint after a click and after a
 * key, frames while the map is dragged, and the heap before and after many choices. WebGL is drawn
 * by software here: the frames are for comparing two builds, not for readers.
 */
export async function benchInteract(site: CompressedSite, runs: number): Promise<void> {
	const rounds: Round[] = [];
	for (let i = 0; i <= runs; i++) {
		const round = await measureRound(site);
		if (i > 0) rounds.push(round);
	}
	const per = (name: string, values: readonly number[], unit: string, digits = 0) => {
		const spread = spreadOf(values);
		return [`${name}, ${unit}`, toldSpread(spread, digits), spread.p95.toFixed(digits)];
	};
	const rows = [
		per(
			'first choice: click to paint',
			rounds.map((round) => round.firstSelect),
			'ms'
		),
		per(
			'choice: click to paint',
			rounds.flatMap((round) => round.selects),
			'ms'
		),
		per(
			'search: key to paint',
			rounds.flatMap((round) => round.keys),
			'ms'
		),
		per(
			'frame while dragging',
			rounds.flatMap((round) => round.frames),
			'ms'
		),
		per(
			'heap, map ready',
			rounds.map((round) => round.heapAtReady),
			'MB',
			1
		),
		per(
			`heap, after ${CHOICES} choices`,
			rounds.map((round) => round.heapAfter),
			'MB',
			1
		)
	];
	console.log(`\n${runs} rounds: median (least–most), 95 % not above\n`);
	console.log(table(['', 'measured', '95 %'], rows));
}

async function measureRound(site: CompressedSite): Promise<Round> {
	const browser = await chromium.launch({
		executablePath: await findBrowser(),
		args: BROWSER_FLAGS
	});
	try {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			locale: 'zh-CN',
			reducedMotion: 'reduce',
			// It keeps the whole site in the background once the map is there.
			serviceWorkers: 'block'
		});
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await page.addInitScript({ path: 'tests/bench/note-paints.js' });
		await page.goto(`${site.url}/`);
		await page.waitForSelector('html[data-map="ready"]');
		const heapAtReady = await heapOf(session);
		const frames = await dragMap(page);
		const ids = Array.from(
			{ length: CHOICES + 1 },
			(_, i) => atlas.sites[i % atlas.sites.length]!.id
		);
		const [firstSelect, ...selects] = await inTurn(ids, (id) => choose(page, id));
		const heapAfter = await heapOf(session);
		const keys = await typeQuery(page);
		return { firstSelect: firstSelect!, selects, keys, frames, heapAtReady, heapAfter };
	} finally {
		await browser.close();
	}
}

async function inTurn<T>(ids: readonly string[], measure: (id: string) => Promise<T>) {
	const measured: T[] = [];
	for (const id of ids) measured.push(await measure(id));
	return measured;
}

function choose(page: Page, id: string): Promise<number> {
	const isMarked = atlas.sites.some((site) => site.id === id && site.anchor);
	const shown =
		`document.documentElement.dataset.selected === '${id}'` +
		` && document.querySelector('.card[data-site="${id}"]')?.getClientRects().length > 0` +
		(isMarked ? ` && document.querySelector('.map .mark[data-site="${id}"][aria-current]')` : '');
	return timed(page, 'click', shown, () =>
		page.locator(`[data-passage] a[data-site="${id}"]`).first().click()
	);
}

async function typeQuery(page: Page): Promise<number[]> {
	await page.keyboard.press('/');
	const box = page.getByRole('combobox', { name: '搜地点' });
	await box.fill('c');
	await page.getByRole('option').first().waitFor();
	await box.fill('');
	return inTurn([...TYPED], (letter) => timed(page, 'keydown', 'true', () => box.press(letter)));
}

/** Milliseconds from an event of the reader's to the first paint at which `shown` is true. */
async function timed(
	page: Page,
	event: 'click' | 'keydown',
	shown: string,
	act: () => Promise<void>
): Promise<number> {
	await page.evaluate(`notePaint('${event}', () => ${shown})`);
	await act();
	const measured = await page.waitForFunction(() => (window as unknown as Noting).painted);
	return (await measured.jsonValue())!;
}

interface Noting {
	painted: number | null;
}
