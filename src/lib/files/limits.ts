/** What a file may hold at most, so that reading it ends and the page stays usable. */
export const LIMITS = {
	/** Bytes of the file, and of all that an archive unpacks to. */
	bytes: 100 * 2 ** 20,
	unpacked: 200 * 2 ** 20,
	entries: 2000,
	features: 200_000,
	/** Positions of the whole file, and of one line or ring: a day's track has 86,400. */
	vertices: 3_000_000,
	part: 250_000,
	/** Geometry collections within one another. */
	depth: 8,
	/** Elements of XML within one another. */
	elements: 100,
	columns: 1000,
	/** UTF-16 units of a value; the rest is cut off. */
	text: 10_000
} as const;
