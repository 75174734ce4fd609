import { error } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import stations from '$built/stations.json';
import { nearestStations } from '$lib/measure/nearest-stations';
import type { EntryGenerator, PageServerLoad } from './$types';

export const csr = false;

/** Each site in both languages. */
export const entries: EntryGenerator = () =>
	atlas.sites.flatMap(({ id }) => [{ id }, { id, lang: 'en' }]);

const locators = import.meta.glob<string>('$built/locators/*.svg', {
	query: '?raw',
	import: 'default'
});

export const load: PageServerLoad = async ({ params }) => {
	const lang = params.lang === 'en' ? 'en' : 'zh';
	const site = atlas.sites.find(({ id }) => id === params.id);
	const locator = locatorOf(`${params.id}.${lang}.svg`);
	if (!site || !locator) error(404);
	return { site, locator: await locator(), stations: nearestStations(site, stations) };
};

/** Where the data was built decides what precedes the name of a file. */
function locatorOf(file: string) {
	const path = Object.keys(locators).find((one) => one.endsWith(`/locators/${file}`));
	return path && locators[path];
}
