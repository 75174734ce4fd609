/**
 * What the reader chose on an earlier visit, if it is one of the known values. Storage may be
 * refused (private mode, sandboxed frame): then nothing is remembered.
 */
export function recall<T extends string>(key: string, known: readonly T[]): T | null {
	try {
		const kept = localStorage.getItem(key);
		return known.find((value) => value === kept) ?? null;
	} catch {
		return null;
	}
}

/** Keeps a choice for the next visit; where storage is refused it lasts for the page. */
export function remember(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// Kept for this page only.
	}
}
