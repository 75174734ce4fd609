import type { OwnDatum } from './own-file';

const NAMES: readonly [RegExp, OwnDatum][] = [
	[/gcj-?_?02|火星|高德|amap/i, 'GCJ-02'],
	[/bd-?_?09|百度|baidu/i, 'BD-09'],
	[/cgcs-?_?2000|国家2000/i, 'CGCS2000'],
	[/wgs-?_?84/i, 'WGS-84']
];

/** The datum that the name of a file or of its columns tells; `null`: none, or several. */
export function datumNamed(name: string): OwnDatum | null {
	const named = NAMES.filter(([pattern]) => pattern.test(name));
	return named.length === 1 ? (named[0]?.[1] ?? null) : null;
}
