import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';

/**
 * Where things of one atlas stand; all paths are absolute.
 *
 * @typedef {object} Folders
 * @property {string} data what editors write
 * @property {string} app what the pages import, written by `atlas data`
 * @property {string} assets what is served as it is; `data/` in it is written by `atlas data`
 * @property {string} kit what SvelteKit writes while it builds
 * @property {string} cache of the dev server
 * @property {string} site the built site
 */

/** The data that the checkout carries. */
export const OWN_DATA = 'geodata';

/**
 * The folders of an atlas. Only those of the checkout's own stand where one looks for them; those
 * of any other go by the place of its data, so that two never write into one another.
 *
 * @param {string} [data] the folder of its data, `geodata` unless given
 * @param {string} [checkout] the folder that everything else stands in
 * @returns {Folders}
 */
export function foldersOf(data = OWN_DATA, checkout = process.cwd()) {
	const folder = resolve(checkout, data);
	const at = (/** @type {string} */ name) => join(checkout, name);
	if (folder === at(OWN_DATA))
		return {
			data: folder,
			app: at('.atlas'),
			assets: at('static'),
			kit: at('.svelte-kit'),
			cache: at('node_modules/.vite'),
			site: at('build')
		};
	const digest = createHash('sha256').update(folder).digest('hex').slice(0, 8);
	const own = at(join('.atlases', `${basename(folder)}-${digest}`));
	return {
		data: folder,
		app: join(own, 'app'),
		assets: join(own, 'static'),
		kit: join(own, 'kit'),
		cache: join(own, 'vite'),
		site: `${folder}-site`
	};
}

/**
 * Those of the atlas that is built or served now: the CLI says which one in `ATLAS_DATA`, and in
 * `ATLAS_SITE` where a build puts the site until it is whole.
 */
export function currentFolders() {
	const folders = foldersOf(process.env['ATLAS_DATA'] || OWN_DATA);
	return { ...folders, site: process.env['ATLAS_SITE'] || folders.site };
}
