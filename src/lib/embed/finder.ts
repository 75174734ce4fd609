import type { Mention } from '../text/mentions';
import type { Api } from './script';

/** Finds the mentions of the atlas's sites in a text. */
export type Find = (text: string) => Mention[];

declare global {
	interface Window {
		/** The one global of ours: `data/gazetteer.js` leaves `find` here, `embed.js` the rest. */
		DistrictAtlas?: { find?: Find } & Partial<Api>;
	}
}

const loading = new Map<string, Promise<Find>>();

/**
 * The gazetteer of the atlas at `base`, once for the page. It comes as a script, since a fetch
 * would need leave of the atlas's server. Rejects if it does not load; the next call asks again.
 */
export function loadFinder(base: string): Promise<Find> {
	let find = loading.get(base);
	if (!find) {
		loading.set(base, (find = load(`${base}data/gazetteer.js`)));
		find.catch(() => loading.delete(base));
	}
	return find;
}

function load(src: string): Promise<Find> {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		const end = () => {
			script.remove();
			const find = window.DistrictAtlas?.find;
			if (find) resolve(find);
			else reject(new Error(`${src} did not load: the article stays as it is.`));
		};
		script.onload = script.onerror = end;
		script.src = src;
		document.head.append(script);
	});
}
