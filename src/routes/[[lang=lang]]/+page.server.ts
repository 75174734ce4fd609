import atlas from '$built/atlas.json';
import type { Lang } from '$lib/atlas/atlas';
import { briefOf } from '$lib/atlas/brief';
import { namePlan } from '$lib/style/name-plan';
import type { PageServerLoad } from './$types';

/** What goes into the page: enough for text, list and map, so that they need no request. */
export const load: PageServerLoad = ({ params }) => {
	const lang: Lang = params.lang === 'en' ? 'en' : 'zh';
	return {
		atlas: briefOf(atlas, lang),
		names: namePlan(atlas.sites, lang, atlas.bounds).sites
	};
};
