/** Bytes of a file: from `start` to before `end`. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * The part that a `Range` header asks for. `null`: all of it is to be given, since the header is
 * none that we know, or asks for several parts.
 *
 * Rules: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 *
 * @param size bytes of the file
 */
export function byteRange(header: string, size: number): ByteRange | 'beyond' | null {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
	if (first === '' && last === '') return null;
	if (first === '') {
		const start = Math.max(0, size - Number(last));
		return start < size ? { start, end: size } : 'beyond';
	}
	const start = Number(first);
	if (last !== '' && Number(last) < start) return null;
	if (start >= size) return 'beyond';
	return { start, end: last === '' ? size : Math.min(Number(last) + 1, size) };
}

/** Answers with the part of a whole file that a `Range` header asks for. */
export async function partOf(whole: Response, header: string): Promise<Response> {
	const bytes = await whole.arrayBuffer();
	const range = byteRange(header, bytes.byteLength);
	const headers = new Headers(whole.headers);
	if (range === null) return new Response(bytes, { headers });
	if (range === 'beyond') {
		headers.set('content-range', `bytes */${bytes.byteLength}`);
		return new Response(null, { status: 416, headers });
	}
	const { start, end } = range;
	headers.set('content-range', `bytes ${start}-${end - 1}/${bytes.byteLength}`);
	headers.set('content-length', String(end - start));
	return new Response(bytes.slice(start, end), { status: 206, headers });
}
