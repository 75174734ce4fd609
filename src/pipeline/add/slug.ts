/** An id made from a text: `Heron Station (north)` is `heron-station-north`; `''` if none can be. */
export function slug(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/[\p{M}'’]/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '');
}

/** The id, or the first of `id-2`, `id-3` … that is not taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
	for (let n = 1; ; n++) {
		const candidate = n === 1 ? id : `${id}-${n}`;
		if (!taken.has(candidate)) return candidate;
	}
}
