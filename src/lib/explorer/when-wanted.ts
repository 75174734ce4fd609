/** So long the page around an embed has to itself, once the map is in sight; milliseconds. */
const SETTLE_MS = 2000;

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Runs `work` once: at the first touch of `element` by pointer, key or wheel, or when it is in
 * sight and the browser has been left idle. Who saves data must touch. Returns what calls it off.
 */
export function whenWanted(element: HTMLElement, work: () => void): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const start = () => {
		stop.abort();
		work();
	};
	for (const touch of TOUCHES)
		element.addEventListener(touch, start, { signal, passive: true, capture: true });
	if (!savesData()) {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const observer = new IntersectionObserver((entries) => {
			clearTimeout(timer);
			if (entries.at(-1)?.isIntersecting)
				timer = setTimeout(() => whenIdle(start, signal), SETTLE_MS);
		});
		observer.observe(element);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			observer.disconnect();
		});
	}
	return () => stop.abort();
}

function whenIdle(work: () => void, signal: AbortSignal): void {
	const unlessStopped = () => {
		if (!signal.aborted) work();
	};
	// Safari has no requestIdleCallback.
	if (typeof requestIdleCallback === 'function') requestIdleCallback(unlessStopped);
	else unlessStopped();
}

function savesData(): boolean {
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData === true;
}
