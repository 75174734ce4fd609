/**
 * A text in GB18030, which Node can only read: each character by trying its two bytes. Only for the
 * characters of GBK.
 */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
	const codes = pairs();
	return Uint8Array.from(
		[...text].flatMap((character) => {
			if (character < '\x80') return [character.charCodeAt(0)];
			const pair = codes.get(character);
			if (!pair) throw new Error(`"${character}" is not in GBK`);
			return pair;
		})
	);
}

let known: Map<string, [number, number]> | null = null;

function pairs(): Map<string, [number, number]> {
	if (known) return known;
	const decoder = new TextDecoder('gb18030');
	const found = new Map<string, [number, number]>();
	for (let lead = 0x81; lead < 0xff; lead++) {
		for (let trail = 0x40; trail < 0xff; trail++) {
			found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
		}
	}
	return (known = found);
}
