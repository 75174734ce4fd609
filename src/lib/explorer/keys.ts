import type { Explorer } from './explorer.svelte';

const ACTIONS: Record<string, (explorer: Explorer) => void> = {
	n: (explorer) => explorer.stepSite(1),
	p: (explorer) => explorer.stepSite(-1),
	j: (explorer) => explorer.stepPassage(1),
	k: (explorer) => explorer.stepPassage(-1),
	']': (explorer) => explorer.stepMention(1),
	'[': (explorer) => explorer.stepMention(-1),
	'/': (explorer) => {
		if (!explorer.hasText || explorer.draft) return;
		explorer.change({ panel: 'find' });
		document.getElementById('find')?.focus();
	},
	Escape: (explorer) => explorer.clear()
};

/**
 * Listens to keys for an explorer: n and p go through the places in the order of the text, ] and [
 * through the mentions of the chosen one, j and k through the passages, Escape lets go, / goes to the
 * search box. Not while
 * the reader types, composes, or holds a modifier, nor under a dialog, which has keys of its own.
 */
export function keyListener(explorer: Explorer): (event: KeyboardEvent) => void {
	return (event) => {
		const action = keyAction(event);
		if (!action) return;
		event.preventDefault();
		action(explorer);
	};
}

function keyAction(event: KeyboardEvent): ((explorer: Explorer) => void) | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
	if (document.querySelector('dialog[open]')) return null;
	const { target } = event;
	if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
		return null;
	return ACTIONS[event.key] ?? null;
}
