// Has the service worker keep the site, once the page is there: the explorer's map first, so that
// nothing competes with the first view. Not in frames, and not for who saves data. A browser that
// refuses goes on as before.
addEventListener('load', () => {
	const root = document.documentElement;
	const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
	if (self !== top || connection?.saveData || !('CompressionStream' in self)) return;
	const isSettled = () =>
		!document.getElementById('map-code') ||
		'textOnly' in root.dataset ||
		/ready|unavailable/.test(root.dataset.map ?? '');
	const settling = new MutationObserver(keepIfSettled);
	settling.observe(root, { attributes: true });
	keepIfSettled();

	function keepIfSettled() {
		if (!isSettled()) return;
		settling.disconnect();
		void keep().catch(() => {});
	}

	async function keep() {
		// It stands in the site's folder, which the page does not know otherwise.
		const icon = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="icon"]'));
		const script = new URL('service-worker.js', icon.href);
		await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
	}
});
