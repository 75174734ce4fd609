/** Focus goes to the heading of what has just been opened, for who can't see that it was. */
export function focusOnOpen(heading: HTMLElement): void {
	heading.focus();
}
