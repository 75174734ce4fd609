import type { Mention } from '../text/mentions';
import type { Find } from './finder';

/** The mentions of sites in a publisher's own text, which can be chosen there. */
export interface LiveText {
	/** All mentions of this site are marked as chosen (null: none). */
	choose(site: string | null): void;
	/** How many mentions of the site the text has now. */
	count(site: string): number;
	/**
	 * Marks the site's k-th mention (from 0, around at both ends) as the present one and scrolls it
	 * to the middle of the view. Returns the k it went to, or -1 where the site has no mention.
	 */
	reveal(site: string, k: number): number;
	/** Undoes all of it: the same nodes with the same text as if it had never been. */
	destroy(): void;
}

/** A stretch of text that nothing interrupts: what a name may run through. */
interface Run {
	/** As a reader sees it; UTF-16 offsets. */
	text: string;
	parts: Part[];
}

/** A text node of the host, where in its run it stands, and the `display` of its parent. */
interface Part {
	node: Text;
	start: number;
	end: number;
	display: string;
}

/** What of a text node belongs to a mention: from, to, site, whether the mention starts here. */
type Cut = [from: number, to: number, site: string, isHead: boolean];

/**
 * Stands behind a text node of the host with all its text from the first mention on. Other copies of
 * this script see `original` too, and what the host clones does not have it.
 */
interface TailElement extends HTMLElement {
	original?: Text;
}

interface Tail {
	element: TailElement;
	/** The whole text of the node. */
	text: string;
	/** The cuts it was made by. */
	key: string;
}

// Names of our own, which no style of the host means
const TAIL = 'atlas-text';
const MENTION = 'atlas-mention';

/** What a reader sees, but whose text is not ours to touch. */
const CLOSED =
	'script,style,noscript,template,textarea,input,select,option,button,iframe,svg,math,[contenteditable],a[href],[hidden],[aria-hidden=true],[data-atlas-embed],[data-atlas-skip]';

// `all` against rules of the host such as `p > *` and `:not(:defined)`: layout stays as it was
const STYLE = `${TAIL},${MENTION}{all:unset!important}
${MENTION}{text-decoration:underline dotted!important;text-underline-offset:.25em!important;cursor:pointer!important}
${MENTION}[data-chosen]{background:#f9e1d8!important;color:#26221d!important;box-shadow:0 0 0 2px #f9e1d8!important}
${MENTION}[data-present]{box-shadow:0 0 0 2px #c4351d!important}
${MENTION}:focus-visible{outline:2px solid!important;outline-offset:2px!important}
@media(forced-colors:active){${MENTION}[data-chosen]{background:Highlight!important;color:HighlightText!important;forced-color-adjust:none!important}}`;

/**
 * Finds the mentions of sites in all text under `root`, also in what comes or changes later, and
 * calls `onChoose` with a site and the index of its mention, in document order, when a reader
 * clicks one or presses Enter or Space on it. The host's text nodes stay where they are, each with
 * its text before the first mention. Throws where the browser has no constructable style sheets.
 */
export function liveText(
	root: Element,
	find: Find,
	onChoose: (site: string, k: number) => void
): LiveText {
	// A sheet and no style element: the host's content security policy has no say in it
	const sheet = new CSSStyleSheet();
	const tails = new Map<Text, Tail>();
	let chosen: string | null = null;

	/** The text of a host's node as if it had never been cut. */
	function fullText(node: Text): string {
		return tails.get(node)?.text ?? node.data;
	}

	/** Makes a text node whole again. */
	function restore(node: Text, text = fullText(node)) {
		const element = tails.get(node)?.element;
		if (element) {
			// The host may have it, and put it in again
			element.textContent = '';
			element.original = undefined;
			element.remove();
			tails.delete(node);
		}
		node.data = text;
	}

	/** Adds the runs in an element, and in the blocks in it that are new. */
	function read(parent: Element, runs: Run[], added: Set<Node>, isNew = added.has(parent)) {
		const { display, visibility, whiteSpace } = getComputedStyle(parent);
		const interrupt = () => runs.push({ text: '', parts: [] });
		for (const node of parent.childNodes) {
			const run = runs.at(-1)!;
			if (node instanceof Text) {
				// What another live text has taken stays with it
				const isTaken = originalOf(node.nextSibling) && !tails.has(node);
				if (visibility !== 'visible' || isTaken) interrupt();
				else {
					const text = fullText(node);
					const start = run.text.length;
					// In most text a line break of the source is a space to the reader
					run.text += /^(pre|break)/.test(whiteSpace) ? text : text.replace(/[\r\n]/g, ' ');
					run.parts.push({ node, start, end: run.text.length, display });
				}
			} else if (node instanceof Element && !originalOf(node)) {
				const kind = kindOf(node);
				const goesIn = isNew || added.has(node);
				if (node.localName === 'br' && kind !== 'gone') run.text += '\n';
				if (kind === 'block' || kind === 'closed') interrupt();
				if (kind === 'inline' || (kind === 'block' && goesIn)) read(node, runs, added, goesIn);
				if (kind === 'block') interrupt();
			}
		}
	}

	/** Makes the mentions of a run live; what is live already is left alone. */
	function write({ text, parts }: Run) {
		const mentions = text.trim() ? find(text) : [];
		for (const part of parts) {
			const cuts = cutsOf(part, text, mentions);
			const key = String(cuts);
			if (key === (tails.get(part.node)?.key ?? '')) continue;
			restore(part.node);
			if (key) cut(part, cuts, key);
		}
	}

	function cut({ node, display }: Part, cuts: Cut[], key: string) {
		const text = node.data;
		const element: TailElement = document.createElement(TAIL);
		// In a flex container each piece would be an item: there the tail has all of the text
		let at = /flex|grid/.test(display) ? 0 : (cuts[0]?.[0] ?? 0);
		node.data = text.slice(0, at);
		for (const [from, to, site, isHead] of cuts) {
			const mention = document.createElement(MENTION);
			mention.dataset['site'] = site;
			mention.textContent = text.slice(from, to);
			if (isHead) {
				mention.setAttribute('role', 'button');
				mention.tabIndex = 0;
			}
			// At first an empty text node: see `follow`
			element.append(text.slice(at, from), mention);
			at = to;
		}
		element.append(text.slice(at));
		node.after(element);
		tails.set(node, { element, text, key });
		element.original = node;
	}

	/** The nearest block around a node, or undefined where its text is not ours. */
	function blockOf(node: Node): Element | undefined {
		let block: Element | undefined;
		if (!root.contains(node)) return;
		for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
			const kind = at instanceof Element && kindOf(at);
			if (kind === 'gone' || kind === 'closed') return;
			if (kind === 'block') block ??= at as Element;
		}
		return block ?? root;
	}

	/** Makes live what is in the blocks around these nodes: first reads all, then writes all. */
	function scan(nodes: Iterable<Node>, added: Set<Node>) {
		const runs: Run[] = [];
		try {
			// What the host has cloned, as by `innerHTML`, is plain text again
			for (const tail of root.querySelectorAll(TAIL)) {
				if (!originalOf(tail)) tail.replaceWith(tail.textContent);
			}
			for (const block of new Set(Array.from(nodes, blockOf))) {
				runs.push({ text: '', parts: [] });
				if (block) read(block, runs, added);
			}
			runs.forEach(write);
			choose(chosen);
		} finally {
			// Our own changes are none of the host's
			observer.takeRecords();
		}
	}

	/** Follows what the host has changed. */
	const follow = quietly((changes: MutationRecord[]) => {
		const touched = new Set<Node>();
		const added = new Set<Node>();
		const written = new Set<Node>();
		for (const { type, target, addedNodes, removedNodes, nextSibling } of changes) {
			const around = target instanceof Element ? target : target.parentElement;
			const tail = around?.closest(TAIL);
			touched.add(target).add(originalOf(tail) ?? target);
			if (type === 'characterData') written.add(tail ?? target);
			for (const node of addedNodes) added.add(node);
			for (const node of removedNodes) touched.add(originalOf(node) ?? node);
			// Where it was put between a node and its tail
			touched.add(originalOf(nextSibling) ?? target);
		}
		for (const [node, { element }] of tails) {
			if (!touched.has(node) && root.contains(node)) continue;
			// Who takes something out of the tail too is `normalize()`: no text goes with the node
			if (touched.has(element) && !node.isConnected) element.before(element.textContent);
			// Who writes to the tail too converts all text; to the node alone, who knows no tail
			if (written.has(element)) restore(node, node.data + element.textContent);
			else restore(node, written.has(node) ? node.data : undefined);
		}
		scan(touched, added);
	});
	const observer = new MutationObserver(follow);

	/** The mentions' elements in document order. */
	function elements(): HTMLElement[] {
		return [...root.querySelectorAll<HTMLElement>(MENTION)].filter(({ parentNode }) =>
			tails.has(originalOf(parentNode)!)
		);
	}

	/** The elements of each mention of a site as the text is now. */
	function mentionsOf(site: string | undefined): HTMLElement[][] {
		follow(observer.takeRecords());
		const mentions: HTMLElement[][] = [];
		for (const element of elements()) {
			if (element.dataset['site'] !== site) continue;
			if (element.hasAttribute('role')) mentions.push([]);
			mentions.at(-1)?.push(element);
		}
		return mentions;
	}

	function choose(site: string | null) {
		chosen = site;
		for (const element of elements()) {
			element.toggleAttribute('data-chosen', element.dataset['site'] === site);
		}
	}

	const act = quietly((event: Event) => {
		// A click has no key
		const { key, target } = event as KeyboardEvent;
		if (key ? key !== 'Enter' && key !== ' ' : !getSelection()?.isCollapsed) return;
		const element = (target as Element).closest<HTMLElement>(MENTION);
		const site = element?.dataset['site'];
		const k = mentionsOf(site).findIndex((mention) => mention.includes(element!));
		if (!site || k < 0) return;
		if (key) event.preventDefault();
		onChoose(site, k);
	});

	sheet.replaceSync(STYLE);
	scan([root], new Set([root]));
	// Behind the scan, which would else wait for the styles of all the page
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	observer.observe(root, { childList: true, characterData: true, subtree: true });
	root.addEventListener('click', act);
	root.addEventListener('keydown', act);

	return {
		choose,
		count: (site) => mentionsOf(site).length,
		reveal(site, k) {
			const mentions = mentionsOf(site);
			const { length } = mentions;
			const at = length ? ((k % length) + length) % length : -1;
			for (const element of elements()) {
				element.toggleAttribute('data-present', !!mentions[at]?.includes(element));
			}
			mentions[at]?.[0]?.scrollIntoView({
				block: 'center',
				behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'instant' : 'smooth'
			});
			return at;
		},
		destroy() {
			follow(observer.takeRecords());
			observer.disconnect();
			for (const node of tails.keys()) restore(node);
			root.removeEventListener('click', act);
			root.removeEventListener('keydown', act);
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		}
	};
}

function originalOf(node: Node | null | undefined): Text | undefined {
	return (node as TailElement | null | undefined)?.original;
}

/** What an element is to the text around it; gone is what stands there for no reader, or above it. */
function kindOf(element: Element): 'gone' | 'closed' | 'inline' | 'block' {
	const { display } = getComputedStyle(element);
	if (display === 'none' || /^r[tp]c?$/.test(element.localName)) return 'gone';
	if (element.matches(CLOSED)) return 'closed';
	return /^(inline$|contents|ruby)/.test(display) ? 'inline' : 'block';
}

/** The mentions' shares of a text node, in text order; offsets in the node. */
function cutsOf({ start, end, display }: Part, text: string, mentions: Mention[]): Cut[] {
	const cuts: Cut[] = [];
	for (const mention of mentions) {
		const from = Math.max(mention.start, start);
		const to = Math.min(mention.end, end);
		// White space between the columns of ruby would be one more column in an element
		if (from < to && (!display.includes('ruby') || text.slice(from, to).trim())) {
			cuts.push([from - start, to - start, mention.site, from === mention.start]);
		}
	}
	return cuts;
}

/** A callback that throws nothing into the page: whatever that has become, it goes on without us. */
function quietly<T>(act: (argument: T) => void): (argument: T) => void {
	return (argument) => {
		try {
			act(argument);
		} catch {
			// see above
		}
	};
}
