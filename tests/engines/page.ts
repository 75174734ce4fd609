import type { Driver } from './driver';
import { TAKE_FAULTS } from './watched-site';

/** How long a check waits for what must happen, in milliseconds; software rendering is slow. */
const PATIENCE = 60_000;

/** A page in some engine, as the checks use it. */
export class EnginePage {
	constructor(
		readonly driver: Driver,
		/** Address of the site, with a slash at its end. */
		readonly site: string
	) {}

	/** Goes to a page of the site. */
	async open(path: string): Promise<void> {
		await this.driver.go(new URL(path, this.site).href);
	}

	/** Goes to the explorer, and waits until its live map has drawn everything. */
	async openExplorer(path = ''): Promise<void> {
		await this.open(path);
		await this.see('the live map', () => document.documentElement.dataset['map'] === 'ready');
	}

	/** Calls a function in the page, with arguments that JSON can carry. */
	async run<A extends unknown[], T>(call: (...args: A) => T, ...args: A): Promise<Awaited<T>> {
		// tsx names functions by a helper that the page has not.
		const source = `((__name) => (${call.toString()})(...${JSON.stringify(args)}))((it) => it)`;
		return (await this.driver.evaluate(source)) as Awaited<T>;
	}

	/** Waits until a function in the page gives something true, and returns it. */
	async see<A extends unknown[], T>(
		what: string,
		call: (...args: A) => T,
		...args: A
	): Promise<NonNullable<Awaited<T>>> {
		const end = Date.now() + PATIENCE;
		for (;;) {
			const value = await this.run(call, ...args);
			if (value) return value;
			if (Date.now() > end)
				throw new Error(`waited ${PATIENCE / 1000} s for ${what} at ${await this.address()}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	/** Waits for an element that can be seen. */
	async seeElement(selector: string): Promise<void> {
		await this.see(
			selector,
			(wanted) => [...document.querySelectorAll(wanted)].some((one) => one.getClientRects().length),
			selector
		);
	}

	/** Waits until a site is chosen, in every place that says so. */
	async seeChosen(id: string): Promise<void> {
		await this.see(
			`${id} chosen`,
			(wanted) =>
				document.documentElement.dataset['selected'] === wanted &&
				document.querySelector(`.card[data-site="${wanted}"]`) !== null &&
				new URLSearchParams(location.search).get('site') === wanted,
			id
		);
	}

	/** Clicks, by the mouse, the first element that can be seen, once it rests and is uncovered. */
	async click(selector: string): Promise<void> {
		const { x, y } = await this.see(`${selector} to click`, middleAtRest, selector);
		await this.driver.clickAt(x, y);
	}

	/** Clicks the button that has this text. */
	async clickButton(text: string, within = 'body'): Promise<void> {
		await this.see(
			`the button ${text}`,
			(wanted, room) => {
				const button = [...document.querySelectorAll(`${room} button, ${room} summary`)].find(
					(one) =>
						one.getClientRects().length > 0 &&
						[one.textContent.trim(), one.getAttribute('aria-label')].some((name) =>
							name?.startsWith(wanted)
						)
				);
				document.querySelector('[data-to-click]')?.removeAttribute('data-to-click');
				button?.setAttribute('data-to-click', '');
				return button !== undefined;
			},
			text,
			within
		);
		await this.click('[data-to-click]');
	}

	async address(): Promise<string> {
		return this.run(() => location.href);
	}

	/** What must not happen and did, since this was last asked. */
	async takeFaults(): Promise<string[]> {
		return (await this.driver.evaluate(TAKE_FAULTS)) as string[];
	}
}

/** Middle of the first part of an element, once that is where it was a frame ago; else null. */
async function middleAtRest(selector: string): Promise<{ x: number; y: number } | null> {
	const element = [...document.querySelectorAll(selector)].find(
		(one) => one.getClientRects().length
	);
	if (!element) return null;
	const before = element.getClientRects()[0];
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	const box = element.getClientRects()[0];
	if (!before || !box || before.x !== box.x || before.y !== box.y) return null;
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	const top = document.elementFromPoint(x, y);
	if (top && (element.contains(top) || top.closest('label')?.contains(element))) return { x, y };
	// Out of sight, or under something: the next look finds it in the middle.
	element.scrollIntoView({ block: 'center', behavior: 'instant' });
	return null;
}
