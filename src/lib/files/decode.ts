import { FileFault, type FilePlace } from './fault';

const MARKS = [
	{ encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
	{ encoding: 'utf-16le', bytes: [0xff, 0xfe] },
	{ encoding: 'utf-16be', bytes: [0xfe, 0xff] }
];

/**
 * The text of a file: in the encoding of its byte order mark, else UTF-8, else GB18030, which
 * holds GBK and GB 2312.
 *
 * @throws FileFault if it is in none of them
 */
export function decode(bytes: Uint8Array, place: FilePlace = {}) {
	const mark = MARKS.find((one) => one.bytes.every((byte, i) => bytes[i] === byte));
	for (const encoding of mark ? [mark.encoding] : ['utf-8', 'gb18030']) {
		try {
			const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
			return { text, encoding };
		} catch {
			// The next one, if any.
		}
	}
	throw new FileFault('encoding', place, mark?.encoding ?? 'UTF-8, GB18030');
}
