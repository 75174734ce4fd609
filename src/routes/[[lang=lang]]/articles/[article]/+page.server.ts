import { error } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import { explorerData } from '../../explorer-data.server';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The first article stands at `/`. */
const others = atlas.articles.slice(1);

/** Each other article in both languages. */
export const entries: EntryGenerator = () =>
	others.flatMap(({ id }) => [{ article: id }, { article: id, lang: 'en' }]);

export const load: PageServerLoad = ({ params }) => {
	if (!others.some(({ id }) => id === params.article)) error(404);
	return explorerData(params);
};
