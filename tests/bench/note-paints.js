/**
 * Put before the scripts of a page: `notePaint` waits for the reader's next event of a type and then
 * for the first frame at which something is shown. Plain JavaScript, since nothing may be added to
 * it on its way there. A frame is painted when a message sent in it arrives.
 */
Object.assign(window, {
	painted: null,
	/** @type {(type: string, isShown: () => unknown) => void} */
	notePaint(type, isShown) {
		Object.assign(window, { painted: null });
		const begin = (/** @type {Event} */ { timeStamp }) => {
			const look = () => {
				if (!isShown()) return void requestAnimationFrame(look);
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => Object.assign(window, { painted: performance.now() - timeStamp });
				port2.postMessage(null);
			};
			requestAnimationFrame(look);
		};
		window.addEventListener(type, begin, { capture: true, once: true });
	}
});
