/** Scrolls an element into sight where it is not, when it comes and when `_what` it tells changes. */
export function intoSight(_what: unknown): (element: Element) => void {
	return (element) => element.scrollIntoView({ block: 'nearest' });
}
