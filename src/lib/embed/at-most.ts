/**
 * Wraps `work` so that calls run it at most once in `ms` milliseconds: the first at once, and
 * after a pause once more if there were others, so that the last state is never missed.
 */
export function atMost(ms: number, work: () => void): () => void {
	let isPausing = false;
	let isWanted = false;
	return function call() {
		if (isPausing) {
			isWanted = true;
			return;
		}
		isPausing = true;
		isWanted = false;
		work();
		setTimeout(() => {
			isPausing = false;
			if (isWanted) call();
		}, ms);
	};
}
