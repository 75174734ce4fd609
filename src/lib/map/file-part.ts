/** A file on the host of the page. */
interface ServedFile {
	url: string;
	/** Its size, as the page was built with it. */
	bytes: number;
}

/** Bytes of a file. */
export interface Part {
	bytes: ArrayBuffer;
	/** Whether it is all of the file. */
	isWhole: boolean;
}

/**
 * The bytes from `start` to before `end`, or the whole file where the host knows no ranges.
 *
 * @throws Error if the host refuses, or has another file than the one that the page was built with
 */
export async function fetchPart(file: ServedFile, start: number, end: number): Promise<Part> {
	const { url, bytes: size } = file;
	const isWhole = start === 0 && end >= size;
	const range = `bytes=${start}-${end - 1}`;
	const response = await fetch(url, isWhole ? {} : { headers: { range } });
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	const bytes = await response.arrayBuffer();
	if (response.status !== 206) return { bytes, isWhole: true };
	const got = response.headers.get('content-range');
	if (bytes.byteLength !== end - start || got !== `${range.replace('=', ' ')}/${size}`)
		throw new Error(`${url}: ${got} came for ${range} of ${size}. Is the page older? Reload it.`);
	return { bytes, isWhole: false };
}
