import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveSite, type SiteServer } from '../support/serve-site';

/**
 * Serves the built site, each page with a script before all others that notes what must not
 * happen. So it is the same in every engine, whatever its driver tells.
 */
export async function serveWatchedSite(): Promise<SiteServer> {
	const site = await serveSite('build');
	// tsx names functions by a helper that the page has not.
	const script = `<script>((__name) => (${noteFaults.toString()})())((it) => it)</script>`;
	for (const file of readdirSync('build', { recursive: true, encoding: 'utf8' })) {
		if (!file.endsWith('.html')) continue;
		const html = readFileSync(join('build', file), 'utf8').replace('<head>', `<head>${script}`);
		site.instead.set(file.replace(/(^|\/)index\.html$/, '$1'), html);
	}
	return site;
}

/** Faults that were noted since they were last taken, of all pages of the site. */
export const TAKE_FAULTS = `(() => {
	const faults = JSON.parse(sessionStorage.getItem('faults') ?? '[]');
	sessionStorage.removeItem('faults');
	return faults;
})()`;

/** Runs in the page, before all else; the name of a parameter takes WebGL away. */
function noteFaults(): void {
	// What is cut short because the page is left is no fault; Firefox tells of it.
	let isLeft = false;
	addEventListener('beforeunload', () => (isLeft = true));
	addEventListener('pageshow', () => (isLeft = false));
	const note = (fault: string) => {
		if (isLeft) return;
		// A frame tells the page around it, whose storage is another.
		if (parent !== self) return void parent.postMessage({ fault }, '*');
		const faults = JSON.parse(sessionStorage.getItem('faults') ?? '[]') as string[];
		sessionStorage.setItem('faults', JSON.stringify([...faults, fault]));
	};
	const log = console.error.bind(console);
	console.error = (...all: unknown[]) => {
		note(`console: ${all.map(String).join(' ')}`);
		log(...all);
	};
	addEventListener(
		'error',
		({ message, target }) => {
			const source = target instanceof Element ? target.outerHTML.slice(0, 200) : message;
			note(`page error: ${source}`);
		},
		true
	);
	addEventListener('unhandledrejection', ({ reason }) => note(`rejected: ${String(reason)}`));
	document.addEventListener('securitypolicyviolation', (event) =>
		note(`content security policy: ${event.violatedDirective} ${event.blockedURI}`)
	);
	new PerformanceObserver((list) => {
		for (const { name } of list.getEntries())
			if (/^https?:/.test(name) && new URL(name).hostname !== 'localhost')
				note(`request to another host: ${name}`);
	}).observe({ type: 'resource', buffered: true });
	// Keeping the whole site would cost every engine its time; tests/e2e/offline.spec.ts lets it.
	if ('serviceWorker' in navigator)
		navigator.serviceWorker.register = () => new Promise(() => undefined);
	if (new URLSearchParams(location.search).has('without-webgl'))
		HTMLCanvasElement.prototype.getContext = () => null;
}
