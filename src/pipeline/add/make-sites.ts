import type { Geometry } from 'geojson';
import type { Bilingual, Location, SiteProperties } from '../../lib/atlas/schema';
import type { OwnDatum } from '../../lib/files/own-file';
import { isMoved } from '../../lib/files/place-features';
import { positionsOf } from '../../lib/geo/parts';
import type { SourceData } from '../../lib/source/types';
import type { Added, Doubled, Keep, Read } from './added';
import { sameSite } from './duplicates';
import { knownSites, KnownThings, type Known } from './known';
import type { Input } from './read-input';
import { nameIn } from './read-values';
import { freeId, slug } from './slug';

/** A feature for a file of sites. */
export interface SiteFeature {
	type: 'Feature';
	id: string;
	geometry: Geometry;
	properties: SiteProperties;
}

/** Where sites come from. */
export interface Origin {
	input: Pick<Input, 'name' | 'format'>;
	datum: OwnDatum;
	/** Id of the source. */
	source: string;
	/** Day of the import. */
	today: string;
}

/** Metres up to which a place may be called exact. */
const EXACT = 500;

/**
 * Makes drafts of sites: their status is unknown until somebody looks. One that is the same as
 * another is left to `keep`.
 *
 * @param read each with a name in both languages
 */
export async function makeSites(
	read: readonly Read[],
	data: SourceData,
	origin: Origin,
	keep: Keep
): Promise<{ sites: SiteFeature[]; added: Added[]; doubled: Doubled[] }> {
	const known = new KnownThings(knownSites(data));
	const taken = new Set(known.ids);
	const sites: SiteFeature[] = [];
	const added: Added[] = [];
	const doubled: Doubled[] = [];
	for (const one of read) {
		const { number, geometry } = one.placed;
		const properties = propertiesOf(one, origin);
		const { name, aliases, kind, location } = properties;
		const given = one.values.get('id');
		const wanted = typeof given === 'string' ? given : slug(name.en) || `site-${number}`;
		const names = [name.zh, name.en, ...aliases.zh, ...aliases.en];
		const called = `feature ${number}`;
		const accuracy = location.accuracy ?? 0;
		const self: Known = { called, id: wanted, names, geometry, kind, accuracy };
		const same = sameSite(self, known);
		if (same) {
			const is = { number, name: name.zh, ...same };
			const isKept = await keep(is);
			doubled.push({ ...is, isKept });
			if (!isKept) continue;
		}
		const id = freeId(wanted, taken);
		taken.add(id);
		known.add({ ...self, id });
		sites.push({ type: 'Feature', id, geometry, properties });
		added.push({ number, id, name: name.zh });
	}
	return { sites, added, doubled };
}

function propertiesOf({ placed, values }: Read, origin: Origin): SiteProperties {
	const name = nameIn(values);
	if (!name) throw new Error(`Feature ${placed.number} has come without its names`);
	const list = (key: string) => (values.get(key) ?? []) as string[];
	return {
		name,
		aliases: { zh: list('aliases.zh'), en: list('aliases.en') },
		kind: values.get('kind') as SiteProperties['kind'],
		theme: values.get('theme') as SiteProperties['theme'],
		location: locationOf(placed, values.get('accuracy') as number, origin),
		history: [{ date: origin.today, status: 'unknown', note: NOTE, sources: [origin.source] }],
		promise: null,
		checked: origin.today
	};
}

const NOTE: Bilingual = {
	zh: '由文件导入，现状尚未查证。',
	en: 'Imported from a file; its status has not been looked into yet.'
};

function locationOf(
	{ number, asRead, geometry }: Read['placed'],
	accuracy: number,
	{ input, datum, source }: Origin
): Location {
	const [lng, lat] = positionsOf(asRead)[0] ?? [];
	return {
		precision: accuracy <= EXACT ? 'exact' : 'approximate',
		accuracy,
		basis: basisOf(input, number, datum),
		sources: [source],
		...(geometry.type === 'Point' &&
			lng !== undefined &&
			lat !== undefined && {
				reading: { position: [lng, lat], datum: isMoved(datum) ? datum : ('WGS-84' as const) }
			})
	};
}

const HAN = /\p{Script=Han}/u;

/** A name in Chinese has no place in an English text. */
function basisOf({ name, format }: Origin['input'], number: number, datum: OwnDatum): Bilingual {
	const converted = isMoved(datum);
	const file = HAN.test(name) ? `a ${format} file` : `the file “${name}”`;
	return {
		zh: `文件“${name}”的第${number}个要素${converted ? `，由${datum}换算` : ''}。`,
		en: `Feature ${number} of ${file}${converted ? `, converted from ${datum}` : ''}.`
	};
}
