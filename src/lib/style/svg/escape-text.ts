/** A text as it must stand in markup, also between double quotes. */
export function escapeText(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
