import { resolve } from '$app/paths';
import type { Lang } from '../atlas/atlas';
import { pathOf } from './addresses';

/** A link to a page of the site, from wherever the page that holds it stands. */
export function hrefOf(page: string, lang: Lang): string {
	// The type knows routes; that each address leads somewhere is tested on the built site.
	return resolve(`/${pathOf(page, lang)}` as '/');
}
