import { expect, type Locator, type Page, type Route } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const SIZES = {
	phone: { width: 390, height: 844 },
	tablet: { width: 768, height: 1024 },
	desk: { width: 1440, height: 900 }
} as const;

/** What must not happen on any page; each entry says what did. */
export function watch(page: Page): string[] {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(`console: ${message.text()}`);
	});
	page.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost')
			faults.push(`request to another host: ${request.url()}`);
	});
	return faults;
}

/** Opens a page of the explorer and waits until its map has drawn everything. */
export async function openExplorer(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
}

/** The drawn map, which stands until the GL map has drawn everything and wherever it can't. */
export function drawnMap(page: Page): Locator {
	return page.locator('section.map .ground > svg');
}

/** Answers for the code of the map engine; all else is served as it is. */
export function routeEngine(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
	return routeScripts(page, 'maplibregl', answer);
}

/** Answers for the built scripts that have a text in them; all else is served as it is. */
export async function routeScripts(
	page: Page,
	text: string,
	answer: (route: Route) => Promise<void>
): Promise<void> {
	const folder = 'build/_app/immutable';
	const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(text)
	);
	if (scripts.length === 0) throw new Error(`No script of ${folder} has “${text}” in it.`);
	const files = new Set(scripts.map((file) => basename(file)));
	await page.route(({ pathname }) => files.has(basename(pathname)), answer);
}

/** Keeps the map engine from loading until the returned function is called. */
export async function holdEngine(page: Page): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await routeEngine(page, async (route) => {
		await released;
		await route.continue();
	});
	return release;
}

/** Middles of the marks on the map, by site. */
export async function marksOf(page: Page): Promise<Record<string, { x: number; y: number }>> {
	return page.locator('.map a.mark').evaluateAll((marks) =>
		Object.fromEntries(
			marks.map((mark) => {
				const { x, y, width, height } = mark.getBoundingClientRect();
				return [mark.getAttribute('data-site') ?? '', { x: x + width / 2, y: y + height / 2 }];
			})
		)
	);
}

/** Waits until a site is chosen, in every place that says so. */
export async function expectChosen(page: Page, id: string): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-selected', id);
	await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
	expect(new URL(page.url()).searchParams.get('site')).toBe(id);
}

/** Waits until the camera of the last choice is in the address, which says that it rests. */
export async function expectCameraAtRest(page: Page): Promise<void> {
	await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBeNull();
}

/** Waits until the live map, where there is one, has taken the size of its place. */
export async function expectMapFitted(page: Page): Promise<void> {
	const isFitted = () =>
		page.locator('section.map').evaluate((place) => {
			const canvas = place.querySelector('canvas');
			return canvas === null || canvas.clientHeight === place.clientHeight;
		});
	await expect.poll(isFitted).toBe(true);
}

/** Goes to another view of the open page, as the history does: nothing is loaded again. */
export async function followLink(page: Page, path: string): Promise<void> {
	await page.evaluate((url) => {
		const state: unknown = history.state;
		history.pushState(state, '', url);
		dispatchEvent(new PopStateEvent('popstate', { state }));
	}, path);
}
