/** Whether a click on a link is for us: with a modifier or another button it is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
	const { ctrlKey, metaKey, shiftKey, altKey, button } = event;
	return !(ctrlKey || metaKey || shiftKey || altKey) && button === 0;
}
