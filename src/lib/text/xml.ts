/**
 * A text as the content of an element, or of an attribute in double quotes, in XML 1.0 and HTML.
 * XML has no place for most control characters, and reads a carriage return as a line feed unless
 * it is written by its number.
 */
export function escapeXml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\r', '&#13;')
		.replace(FORBIDDEN, '');
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
