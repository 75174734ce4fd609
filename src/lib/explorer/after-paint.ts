/**
 * Runs `work` when the browser has painted what changed so far, so that the answer to a click
 * is seen before the map starts to draw. Returns what calls it off.
 */
export function afterPaint(work: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const frame = requestAnimationFrame(() => {
		timer = setTimeout(work);
	});
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
