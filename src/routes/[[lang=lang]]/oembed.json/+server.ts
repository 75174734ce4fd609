import { json } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import { oembedOf } from '$lib/pages/oembed';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = ({ params }) =>
	json(oembedOf(atlas, params.lang === 'en' ? 'en' : 'zh'));
