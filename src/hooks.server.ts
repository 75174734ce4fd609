import type { Handle } from '@sveltejs/kit';
import atlas from '$built/atlas.json';

/** Folder that the site is published in: `/`, or that of its address. */
const FOLDER = atlas.address ? new URL(atlas.address).pathname : '/';

/** Writes the language of the page into `<html lang>`, also while prerendering. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const page = html.replace('%lang%', event.params['lang'] === 'en' ? 'en' : 'zh-Hans');
			// It is served at any depth, where addresses that start from it would lead nowhere.
			return event.route.id === '/404' ? page.replaceAll(/(?<=(?:href|src)=")\.\//g, FOLDER) : page;
		}
	});
