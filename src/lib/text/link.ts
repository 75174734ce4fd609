/** Of the web, of mail, and of map apps, whose links are plain addresses but for `geo:`. */
const SCHEMES = ['http:', 'https:', 'mailto:', 'geo:'];

/** No address has these: white space, control characters, what nobody sees, and what ends markup. */
const FORBIDDEN = /[\s<>"\\\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * Whether a text may be the target of a link: a whole address of a scheme that can run nothing,
 * written so that every browser reads the same scheme. Never throws.
 */
export function isLink(text: string): boolean {
	if (FORBIDDEN.test(text) || !URL.canParse(text)) return false;
	const { protocol, host } = new URL(text);
	const isWeb = protocol === 'http:' || protocol === 'https:';
	// `https:x` is read as `https://x` by some and as a relative address by others.
	return SCHEMES.includes(protocol) && (!isWeb || (host !== '' && /^https?:\/\/[^/]/i.test(text)));
}
