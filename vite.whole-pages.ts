/** What Kit writes: the scripts of all pages, each loaded when its page is shown. */
const PAGES = /\/generated\/client-optimized\/app\.js$/;
const LIST = /(?<=export const nodes = \[[^\]]*\])/;

/**
 * A script that comes empty is a module as good as any: Kit would put nothing in place of the page
 * that was served. Thrown instead, the page stays, and `say-what-failed.js` says what is missing.
 */
export function wholePages() {
	return {
		name: 'whole-pages',
		apply: 'build' as const,
		transform(code: string, id: string): string | null {
			if (!PAGES.test(id.replaceAll('\\', '/'))) return null;
			if (!LIST.test(code)) throw new Error(`${id} has no list of pages any more: see ${PAGES}.`);
			return code.replace(
				LIST,
				'.map((load) => async () => { const page = await load(); if (!page.component) throw Error("The script of the page came empty: reload it."); return page; })'
			);
		}
	};
}
