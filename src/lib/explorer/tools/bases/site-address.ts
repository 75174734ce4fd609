import { asset } from '$app/paths';

/** Where the site stands, with a slash at its end: addresses without a host are relative to it. */
export function siteAddress(): string {
	return new URL(asset('/'), location.href).href;
}
