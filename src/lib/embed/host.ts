import { loadFinder } from './finder';
import { liveText, type LiveText } from './live-text';
import type { EmbedMessage, HostMessage, Request } from './protocol';

/** One embed in the page of a publisher. */
export interface Embed {
	readonly iframe: HTMLIFrameElement;
	/** Asks the embed for something; resolves when it is done, rejects with what the embed says. */
	send(message: HostMessage): Promise<void>;
	/** Hears what the embed tells; returns what stops it. */
	on<T extends EmbedMessage['type']>(
		type: T,
		hear: (message: Extract<EmbedMessage, { type: T }>) => void
	): () => void;
	/** Takes the embed out again and leaves the page as it was. */
	destroy: () => void;
}

/** Attributes `data-…` that go into the address as they are; docs/embed.md says what each does. */
const PARAMETERS =
	'site p at off dim base overlay date compare status topic kind precision promise near area q theme panels interaction'.split(
		' '
	);

/** Higher than any embed wants to be; CSS pixels. */
const HIGHEST = 3000;

let requests = 0;

/**
 * Makes an embed of an element (an iframe is put into it) or of an iframe that shows one already.
 * `base` is the address of the atlas, with a slash at its end. Throws if the iframe shows something
 * else.
 */
export function embed(element: HTMLElement, base: string): Embed {
	const { dataset } = element;
	const isFrame = element instanceof HTMLIFrameElement;
	const iframe = isFrame ? element : document.createElement('iframe');
	const before = ['src', 'style', 'loading'].map(
		(name) => [name, iframe.getAttribute(name)] as const
	);
	const gone = new AbortController();
	const hearers = new Set<(message: EmbedMessage) => void>();
	const waiting: (() => void)[] = [];
	let isReady = false;
	let text: LiveText | null = null;
	let at = 0;

	const page = dataset['lang'] === 'en' ? 'en/embed/' : 'embed/';
	const address = isFrame ? new URL(iframe.src) : new URL(page, base);
	if (!address.href.startsWith(base))
		throw new Error(`The iframe shows ${address.href}: give it an embed of ${base}.`);
	for (const name of PARAMETERS) {
		const value = dataset[name];
		if (value) address.searchParams.set(name, value);
	}
	address.searchParams.set('host', location.origin);

	window.addEventListener('message', hear, { signal: gone.signal });
	if (!isFrame) {
		iframe.title = dataset['title'] ?? (dataset['lang'] === 'en' ? 'Map' : '地图');
		iframe.loading = 'lazy';
		iframe.allow = 'fullscreen';
		iframe.style.cssText = `display:block;width:100%;border:0;height:${parseInt(dataset['height'] ?? '') || 480}px`;
	}
	// Loaded anew also if it is the same: it may have said that it is ready when nobody heard.
	iframe.src = address.href;
	if (!isFrame) element.append(iframe);
	const article = dataset['article'];
	if (article) void makeLive(article);

	return {
		iframe,
		send,
		on(type, hear) {
			const only = (message: EmbedMessage) => {
				if (message.type === type) hear(message as never);
			};
			hearers.add(only);
			return () => hearers.delete(only);
		},
		destroy() {
			gone.abort();
			text?.destroy();
			if (!isFrame) iframe.remove();
			else
				for (const [name, value] of before)
					if (value === null) iframe.removeAttribute(name);
					else iframe.setAttribute(name, value);
		}
	};

	function hear({ source, origin, data }: MessageEvent): void {
		if (source !== iframe.contentWindow || origin !== address.origin) return;
		if ((data as { atlas?: unknown } | null)?.atlas !== 1) return;
		const message = data as EmbedMessage;
		if (message.type === 'ready') {
			isReady = true;
			for (const go of waiting.splice(0)) go();
		} else if (message.type === 'height') grow(message.height);
		else if (message.type === 'selected') {
			text?.choose(message.site);
			if (message.by === 'reader') show(message.site, 0);
		} else if (message.type === 'scrollTo') show(message.site, at + message.step);
		for (const one of hearers) one(message);
	}

	function send(message: HostMessage): Promise<void> {
		const id = ++requests;
		return new Promise((resolve, reject) => {
			hearers.add(function settle(reply) {
				if (!('id' in reply) || reply.id !== id) return;
				hearers.delete(settle);
				if (reply.type === 'error') reject(new Error(`${reply.code}: ${reply.message}`));
				else resolve();
			});
			const request: Request & { atlas: 1 } = { atlas: 1, ...message, id };
			const go = () => iframe.contentWindow?.postMessage(request, address.origin);
			if (isReady) return go();
			waiting.push(go);
			iframe.loading = 'eager';
		});
	}

	/** Only higher: what stands below should not jump up under the reader's eyes. */
	function grow(height: number): void {
		if (height > iframe.clientHeight && height < HIGHEST) iframe.style.height = `${height}px`;
	}

	async function makeLive(selector: string): Promise<void> {
		try {
			const [root, find] = await Promise.all([appearing(selector, gone.signal), loadFinder(base)]);
			if (gone.signal.aborted) return;
			text = liveText(root, find, (site, k) => {
				at = k;
				text?.choose(site);
				tell(site);
			});
		} catch (error) {
			console.warn(error);
		}
	}

	function show(site: string | null, k: number): void {
		if (!text || site === null) return;
		at = text.reveal(site, k);
		tell(site);
	}

	/** Chooses a site in the embed, and says where the article stands. */
	function tell(site: string): void {
		const count = text?.count(site) ?? 0;
		const place = count > at && at >= 0 ? { mention: { index: at, count } } : {};
		send({ type: 'select', site, ...place }).catch(console.warn);
	}
}

/** The element of a selector, also if a script of the page makes it later. */
function appearing(selector: string, gone: AbortSignal): Promise<Element> {
	return new Promise((resolve) => {
		const find = () => {
			const element = document.querySelector(selector);
			if (!element) return;
			observer.disconnect();
			resolve(element);
		};
		const observer = new MutationObserver(find);
		observer.observe(document, { childList: true, subtree: true });
		gone.addEventListener('abort', () => observer.disconnect());
		find();
	});
}
