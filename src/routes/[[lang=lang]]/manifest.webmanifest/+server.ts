import { json } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import { manifestOf } from '$lib/pages/manifest';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = ({ params }) =>
	json(manifestOf(atlas, params.lang === 'en' ? 'en' : 'zh'), {
		headers: { 'content-type': 'application/manifest+json' }
	});
