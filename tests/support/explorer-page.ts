import { expect, type Page } from '@playwright/test';

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

/** Goes to another view of the open page, as the history does: nothing is loaded again. */
export async function followLink(page: Page, path: string): Promise<void> {
	await page.evaluate((url) => {
		const state: unknown = history.state;
		history.pushState(state, '', url);
		dispatchEvent(new PopStateEvent('popstate', { state }));
	}, path);
}
