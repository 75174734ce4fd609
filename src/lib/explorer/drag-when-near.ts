import type { DragOptions } from './drag-sheet';

/**
 * Makes the sheet drawable by its header. What draws it is loaded when a pointer first comes
 * near, not for the first paint. Returns what ends it.
 */
export function dragWhenNear(
	header: HTMLElement,
	options: Omit<DragOptions, 'signal'>
): () => void {
	const gone = new AbortController();
	const { signal } = gone;
	let isAsked = false;
	addEventListener('pointerdown', () => void load(), { once: true, signal });
	header.addEventListener('pointerenter', () => void load(), { signal });
	return () => gone.abort();

	async function load() {
		if (isAsked) return;
		isAsked = true;
		try {
			const { dragSheet } = await import('./drag-sheet');
			dragSheet(header, { ...options, signal });
		} catch {
			// The header's buttons move the sheet as well; who comes near again asks again.
			isAsked = false;
		}
	}
}
