import { OutsideFault } from './fault';

/** First bytes of PNG, JPEG, GIF and WebP; AVIF has its name behind a length. */
const STARTS = [
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x47, 0x49, 0x46, 0x38],
	[0x52, 0x49, 0x46, 0x46]
];
const FTYP = [0x66, 0x74, 0x79, 0x70];

/**
 * Lets pictures through, and empty tiles. Services answer with a text, and status 200, when they
 * draw nothing.
 *
 * @throws OutsideFault with that text
 */
export function checkPicture(bytes: ArrayBuffer): ArrayBuffer {
	const head = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 12));
	const isAt = (start: readonly number[], at: number) =>
		start.every((byte, i) => head[at + i] === byte);
	if (head.length === 0 || STARTS.some((start) => isAt(start, 0)) || isAt(FTYP, 4)) return bytes;
	const text = new TextDecoder().decode(bytes.slice(0, 2000)).trim();
	if (/^<(?:\?xml|ServiceException|ows:Exception|Exception)/.test(text) || text.startsWith('{'))
		throw new OutsideFault('service', text.replaceAll(/<[^>]*>/g, ' '));
	throw new OutsideFault('not-image', text.slice(0, 40));
}
