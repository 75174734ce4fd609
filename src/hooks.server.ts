import type { Handle } from '@sveltejs/kit';
import atlas from '$built/atlas.json';

/** Folder that the site is published in: `/`, or that of its address. */
const FOLDER = atlas.address ? new URL(atlas.address).pathname : '/';

const PRELOADS = /\s*<link [^>]*rel="modulepreload"[^>]*>/g;

/**
 * Writes the language of the page into `<html lang>`, also while prerendering, and moves the
 * hints for scripts behind the content: on a slow line they would take their share of it before
 * the page's own text and map have come.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const preloads = (html.match(PRELOADS) ?? []).join('');
			const page = html
				.replace('%lang%', event.params['lang'] === 'en' ? 'en' : 'zh-Hans')
				.replace(PRELOADS, '')
				.replace(/(?=\s*<\/body>)/, () => preloads);
			// It is served at any depth, where addresses that start from it would lead nowhere.
			return event.route.id === '/404' ? page.replaceAll(/(?<=(?:href|src)=")\.\//g, FOLDER) : page;
		}
	});
