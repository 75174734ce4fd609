import { encode } from 'uqr';

/** Empty modules on each side, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** A QR code: the dark modules as one path, in a square box of so many modules. */
export interface Qr {
	d: string;
	side: number;
}

/** The QR code of a text, with error correction of level M. Throws if it is too long for any. */
export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
	const rows = data.map((row, y) => {
		const runs = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []));
		return runs.map((x) => {
			const end = row.indexOf(false, x);
			return `M${x} ${y}h${end - x}v1h${x - end}z`;
		});
	});
	return { d: rows.flat().join(''), side: size };
}
