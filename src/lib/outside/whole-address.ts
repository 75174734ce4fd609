import { withSubdomain } from '../view/address';

/**
 * An address as it is asked for, with places for numbers left as they are.
 *
 * @param site address of the site, which relative ones are relative to
 */
export function wholeAddress(address: string, site: string): string {
	if (/^https?:\/\//i.test(address)) return address;
	const [, path = '', rest = ''] = /^([^?#]*)([^]*)$/.exec(address) ?? [];
	const whole = new URL(path || '.', site).href;
	return `${whole.replaceAll('%7B', '{').replaceAll('%7D', '}')}${rest}`;
}

/** The host of a whole address, as readers are told it; where there are several, `*` for what differs. */
export function hostOf(whole: string): string {
	const { host } = new URL(withSubdomain(whole, 'a'));
	const [, written = ''] = /^https?:\/\/([^/?#]*)/i.exec(whole) ?? [];
	return written.includes('{s}') ? written.replaceAll('{s}', '*') : host;
}

/** Whether it is the page's own host, which may be asked without the reader's consent. */
export function isOwnHost(whole: string, site: string): boolean {
	return new URL(withSubdomain(whole, 'a')).origin === new URL(site).origin;
}
