import type { Page, Route } from '@playwright/test';
import { basename } from 'node:path';

export type Answer = (route: Route) => Promise<void>;

/** What becomes of a request, and whether a browser that got this asks for a script again. */
export const FAULTS: Record<string, { answer: Answer; asksAgain: boolean }> = {
	'is missing': {
		answer: (route) => route.fulfill({ status: 404, body: 'gone' }),
		asksAgain: true
	},
	fails: {
		answer: (route) => route.fulfill({ status: 500, body: 'out of order' }),
		asksAgain: true
	},
	'is empty': {
		answer: (route) => {
			const [, type = ''] = /\.(css|js)$/.exec(route.request().url()) ?? [];
			const contentType = { css: 'text/css', js: 'text/javascript' }[type];
			return route.fulfill({ contentType: contentType ?? 'application/json', body: '' });
		},
		asksAgain: false
	},
	'is cut off': {
		answer: async (route) => {
			const { headers, body } = await served(route);
			// No browser keeps what broke off on the way.
			headers['cache-control'] = 'no-store';
			await route.fulfill({ headers, body: body.subarray(0, Math.floor(body.length / 2)) });
		},
		asksAgain: false
	},
	'is a page': {
		answer: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Hello' }),
		asksAgain: true
	},
	'finds no network': {
		answer: (route) => route.abort('internetdisconnected'),
		asksAgain: true
	}
};

async function served(route: Route): Promise<{ headers: Record<string, string>; body: Buffer }> {
	const response = await route.fetch();
	const { 'content-length': _, 'content-encoding': __, ...headers } = response.headers();
	return { headers, body: await response.body() };
}

/** Those that a browser tells of a worker: one that comes empty runs, and never answers. */
export const TOLD = Object.entries(FAULTS).filter(([what]) => what !== 'is empty');

/** Answers so for files of this atlas, by their names, while the switch is on. */
export async function failFiles(
	page: Page,
	answer: Answer,
	isMeant: (file: string) => boolean
): Promise<{ isOn: boolean }> {
	const failing = { isOn: true };
	await page.route(/\/(?:_app|data)\/|\/embed\.js$/, (route) => {
		const file = basename(new URL(route.request().url()).pathname);
		return failing.isOn && isMeant(file) ? answer(route) : route.fallback();
	});
	return failing;
}

/** Keeps files of this atlas waiting, by their names, until the returned function is called. */
export async function holdFiles(
	page: Page,
	isMeant: (file: string) => boolean
): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await failFiles(page, (route) => released.then(() => route.fallback()), isMeant);
	return release;
}

/** What nothing on the page caught, from now on. */
export function errorsOf(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	return errors;
}
