/** A parameter of an address, whose name is in any case; `null` if it is not there. */
export function parameterOf(address: string, name: string): string | null {
	const found = pairsOf(address).find((pair) => nameOf(pair) === name.toLowerCase());
	if (found === undefined) return null;
	const [, value = ''] = /=([^]*)$/.exec(found) ?? [];
	try {
		return decodeURIComponent(value.replaceAll('+', ' '));
	} catch {
		return value;
	}
}

/**
 * An address with these parameters instead of any of the same names. Values stand there as they
 * are: they may be places for numbers (`{z}`).
 */
export function withParameters(address: string, wanted: Record<string, string>): string {
	const [, path = '', hash = ''] = /^([^?#]*)[^#]*(#[^]*)?$/.exec(address) ?? [];
	const names = Object.keys(wanted).map((name) => name.toLowerCase());
	const kept = pairsOf(address).filter((pair) => !names.includes(nameOf(pair)));
	const own = Object.entries(wanted).map(([name, value]) => `${name}=${value}`);
	return `${path}?${[...kept, ...own].join('&')}${hash}`;
}

function pairsOf(address: string): string[] {
	const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(address) ?? [];
	return query.split('&').filter(Boolean);
}

function nameOf(pair: string): string {
	return (pair.split('=')[0] ?? '').toLowerCase();
}
