import { json } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import stations from '$built/stations.json';
import { FEEDS } from '$lib/pages/addresses';
import { feedOf } from '$lib/pages/feed';
import { jsonFeedOf } from '$lib/pages/json-feed';
import { newsOf } from '$lib/pages/news';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = ({ params }) => {
	const lang = params.lang === 'en' ? 'en' : 'zh';
	const feed = feedOf(atlas, newsOf(atlas, stations), lang);
	return json(feed && jsonFeedOf(feed), { headers: { 'content-type': FEEDS.json.type } });
};
