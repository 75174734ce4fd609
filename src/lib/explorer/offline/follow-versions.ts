import type { Hello, Standing } from '../../offline/messages';

/** A page that is open for long asks for a newer version when it is looked at again. */
const ASK_AGAIN_MS = 3_600_000;

/**
 * Tells the service worker which version this page is: if it came from the host, it gets what it
 * asks for from the worker from now on. Returns what ends it.
 *
 * @param app name of this page's version
 * @param onOutdated called when a newer one has been installed
 */
export function followVersions(app: string, onOutdated: () => void): () => void {
	const serviceWorker = serviceWorkers();
	if (!serviceWorker) return () => {};
	const stop = new AbortController();
	const { signal } = stop;
	let asked = Date.now();

	serviceWorker.addEventListener('controllerchange', greet, { signal });
	serviceWorker.addEventListener('message', hear, { signal });
	serviceWorker.startMessages();
	// Back from the history, the worker may have forgotten it.
	addEventListener('pageshow', greet, { signal });
	document.addEventListener('visibilitychange', askAgain, { signal });
	greet();
	return () => stop.abort();

	function greet() {
		const hello: Hello = { type: 'hello', app };
		serviceWorker?.controller?.postMessage(hello);
	}

	function hear({ data }: MessageEvent<Standing>) {
		if (data.type === 'standing' && data.isOutdated) onOutdated();
	}

	function askAgain() {
		if (document.visibilityState !== 'visible' || Date.now() - asked < ASK_AGAIN_MS) return;
		asked = Date.now();
		void ask().catch(() => {});
	}

	async function ask() {
		const registration = await serviceWorker?.getRegistration();
		await registration?.update();
	}
}

/** Plain HTTP has none, and some browsers throw where storage is refused. */
function serviceWorkers(): ServiceWorkerContainer | null {
	try {
		return 'serviceWorker' in navigator ? navigator.serviceWorker : null;
	} catch {
		return null;
	}
}
