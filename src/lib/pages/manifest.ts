import type { Atlas, Lang } from '../atlas/atlas';
import { LANGUAGE_TAGS } from './addresses';

/**
 * The web app manifest of a language; its addresses are relative to its own.
 *
 * Format: https://www.w3.org/TR/appmanifest/
 */
export function manifestOf({ title, summary }: Atlas, lang: Lang): object {
	const icons = `${lang === 'en' ? '../' : ''}data/icons`;
	return {
		name: title[lang],
		short_name: title[lang],
		description: summary[lang],
		lang: LANGUAGE_TAGS[lang],
		// Also names the installed app: one for each language.
		start_url: './',
		// All of the site: who changes the language stays in the app.
		scope: lang === 'en' ? '../' : './',
		display: 'standalone',
		// `--paper` of app.css in light.
		background_color: '#fbf8f1',
		theme_color: '#fbf8f1',
		icons: [
			{ src: `${icons}/icon-192.png`, sizes: '192x192', type: 'image/png' },
			{ src: `${icons}/icon-512.png`, sizes: '512x512', type: 'image/png' },
			{ src: `${icons}/maskable-512.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' }
		]
	};
}
