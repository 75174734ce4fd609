addEventListener('load', () => {
	const root = document.documentElement;
	const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
	if (self !== top || connection?.saveData || !('CompressionStream' in self)) return;
	const watcher = new MutationObserver(keepWhenSettled);
	watcher.observe(root, { attributes: true });
	keepWhenSettled();

	function keepWhenSettled() {
		const { textOnly, map = '' } = root.dataset;
		const hasMap = document.getElementById('map-code') && textOnly === undefined;
		if (hasMap && !/ready|unavailable/.test(map)) return;
		watcher.disconnect();
		// After the frame that shows the live map, which a site full of requests would hold up.
		requestAnimationFrame(() => void keep().catch(() => {}));
	}

	async function keep() {
		const icon = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="icon"]'));
		const script = new URL('service-worker.js', icon.href);
		await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
	}
});
