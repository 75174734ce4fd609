import { passageAt, passagesInSight, readingLine, type Extent } from './reading-line';

/** Where scrolling engines do not say that it rests: so long without a scroll means rest. */
const REST_MS = 150;
const SCROLL_KEYS = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' '];

interface Reader {
	/** The passage at the reading line, whoever scrolled. */
	onread: (n: number | null) => void;
	/** The reader's own scrolling came to rest: the passage there and all that are in sight. */
	onrest: (n: number | null, inSight: number[]) => void;
}

/**
 * Watches the scrolling of the text. A scroll is the reader's own if it began with a wheel, a
 * finger, a scrolling key or the scroll bar; any other press of a key or the pointer takes
 * that back, so that what a choice brings into sight is never taken for reading.
 */
export function watchReading(box: HTMLElement, { onread, onrest }: Reader): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const options = { passive: true, signal };
	const saysRest = 'onscrollend' in box;
	let isOwn = false;
	let fingers = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let width = box.clientWidth;
	/** The passage at the upper edge, and how much of it is above. */
	let held: { n: number; share: number } | null = null;

	const own = () => (isOwn = true);
	box.addEventListener('wheel', own, options);
	box.addEventListener('touchmove', own, options);
	box.addEventListener('touchstart', countFingers, options);
	box.addEventListener('touchend', countFingers, options);
	box.addEventListener('touchcancel', countFingers, options);
	box.addEventListener('scroll', read, options);
	if (saysRest) box.addEventListener('scrollend', rest, options);
	const resizes = new ResizeObserver(keep);
	resizes.observe(box);
	addEventListener('pointerdown', press, { capture: true, signal });
	addEventListener('keydown', press, { capture: true, signal });
	addEventListener('click', press, { capture: true, signal });
	read();
	return () => {
		stop.abort();
		resizes.disconnect();
		clearTimeout(timer);
	};

	function press(event: MouseEvent | KeyboardEvent) {
		const target = event.target as Node;
		const isInside = box.contains(target);
		if ('key' in event)
			isOwn = SCROLL_KEYS.includes(event.key) && (isInside || target.contains(box));
		// The scroll bar belongs to the box itself; the middle button scrolls by moving.
		else isOwn = target === box || (isInside && event.button === 1);
	}

	function countFingers(event: TouchEvent) {
		fingers = event.touches.length;
		wait();
	}

	function read() {
		if (box.clientHeight === 0) return;
		// A turn may scroll before the observer tells of it.
		if (box.clientWidth !== width) return keep();
		const all = extents();
		onread(passageAt(readingLine(box), all));
		const first = all.find(({ bottom }) => bottom > 0);
		held = first ? { n: first.n, share: first.top / (first.bottom - first.top) } : null;
		wait();
	}

	/** A phone that is turned breaks the lines elsewhere: what was at the upper edge stays there. */
	function keep() {
		if (box.clientHeight === 0 || box.clientWidth === width) return;
		width = box.clientWidth;
		const { n, share } = held ?? {};
		const part = extents().find((one) => one.n === n);
		if (part && share !== undefined) box.scrollTop += part.top - share * (part.bottom - part.top);
		read();
	}

	function wait() {
		clearTimeout(timer);
		if (!saysRest && fingers === 0) timer = setTimeout(rest, REST_MS);
	}

	function rest() {
		if (!isOwn) return;
		isOwn = false;
		const all = extents();
		onrest(passageAt(readingLine(box), all), passagesInSight(box.clientHeight, all));
	}

	function extents(): Extent[] {
		const { top: edge } = box.getBoundingClientRect();
		return [...box.querySelectorAll<HTMLElement>('[data-passage]')].map((passage) => {
			const { top, bottom } = passage.getBoundingClientRect();
			return { n: Number(passage.dataset['passage']), top: top - edge, bottom: bottom - edge };
		});
	}
}
