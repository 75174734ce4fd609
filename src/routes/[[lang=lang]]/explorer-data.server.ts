import atlas from '$built/atlas.json';
import { briefOf } from '$lib/atlas/brief';
import { namePlan } from '$lib/style/name-plan';

/** What goes into a page with the map: enough for text, list and map, so that they need no request. */
export function explorerData(params: { lang?: string; article?: string }) {
	const lang = params.lang === 'en' ? 'en' : 'zh';
	return {
		atlas: briefOf(atlas, lang, params.article),
		names: namePlan(atlas.sites, lang, atlas.bounds).sites
	};
}
