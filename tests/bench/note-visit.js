/**
 * Put before the scripts of a visited page: notes what its browser tells. Plain JavaScript, since
 * nothing may be added to it on its way there.
 *
 * @param {() => boolean} areSitesThere
 * @param {() => boolean} isReady
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- called by what is put behind it
function noteVisit(areSitesThere, isReady) {
	if (window.top !== window) return;
	/** @type {import('./visit').Noted} */
	const noted = { firstPaint: 0, largestPaint: 0, shift: 0, long: [], sites: 0, ready: 0 };
	Object.assign(window, { noted });
	/** @typedef {PerformanceEntry & { value: number }} Entry */
	const watch = (/** @type {string} */ type, /** @type {(entry: Entry) => void} */ take) =>
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) take(/** @type {Entry} */ (entry));
		}).observe({ type, buffered: true });
	watch('paint', ({ name, startTime }) => {
		if (name === 'first-contentful-paint') noted.firstPaint = startTime;
	});
	watch('largest-contentful-paint', ({ startTime }) => (noted.largestPaint = startTime));
	watch('layout-shift', ({ value }) => (noted.shift += value));
	watch('longtask', ({ startTime, duration }) => noted.long.push([startTime, duration]));
	const look = (/** @type {number} */ time) => {
		if (!noted.sites && areSitesThere()) noted.sites = time;
		if (noted.sites && isReady()) noted.ready = time;
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
