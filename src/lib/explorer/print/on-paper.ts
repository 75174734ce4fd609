import { mount, unmount } from 'svelte';
import { adoptStyles, dropStyles } from '../dialog/adopt-styles';
import type { Sheet } from './lay-out';
import { pageRule } from './paper';
import SheetPages from './SheetPages.svelte';

/**
 * Makes a sheet what the page prints, on its paper, instead of the page; the screen shows nothing
 * of it. It stands in the body: what lies in a dialog is cut off after one page.
 *
 * @returns what gives the paper back to the page
 */
export function putOnPaper(sheet: Sheet): () => void {
	const target = document.createElement('div');
	target.className = 'on-paper';
	document.body.append(target);
	const pages = mount(SheetPages, { target, props: { sheet, hasLinks: true } });
	const rule = pageRule(sheet.content.order.format);
	adoptStyles(rule);
	return () => {
		dropStyles(rule);
		void unmount(pages);
		target.remove();
	};
}

/** Whether there is printing at all: some web views lack it. */
export const CAN_PRINT = typeof window !== 'undefined' && typeof window.print === 'function';

/** Opens the browser's print dialog. Returns whether it did: some web views only pretend to. */
export function printPage(): boolean {
	let hasBegun = false;
	const begin = () => (hasBegun = true);
	addEventListener('beforeprint', begin, { once: true });
	window.print();
	removeEventListener('beforeprint', begin);
	return hasBegun;
}
