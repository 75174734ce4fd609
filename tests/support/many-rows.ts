import { mount } from 'svelte';
import ManyRows from './ManyRows.svelte';

/** Puts the table of so many invented places into the page. */
export function mountTable(count: number): void {
	mount(ManyRows, { target: document.body, props: { count } });
}
