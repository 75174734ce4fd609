/** The whole address of a link of this page: ASCII, with scheme and host. */
export function wholeAddress(href: string): string {
	return new URL(href, location.href).href;
}
