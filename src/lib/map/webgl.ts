let answer: boolean | null = null;

/** Whether the browser can draw the live map. Asked once: each question costs a context. */
export function hasWebgl2(): boolean {
	return (answer ??= document.createElement('canvas').getContext('webgl2') !== null);
}
