import type { Lang } from '../../atlas/atlas';
import { FACETS, type Facet, type Filter, type Origin } from '../../view/filter';
import { isolated } from '../../text/isolated';
import { formatList, formatMetres } from '../format';
import type { Strings } from '../strings/en';
import { facetWords } from './facet-words';
import { toolStrings } from './strings';

const words = {
	en: {
		pair: (name: string, values: string) => `${name}: ${values}`,
		near: (place: string, metres: string) => `within ${metres} of ${place}`,
		point: (lng: number, lat: number) => `${lng}, ${lat} (longitude, latitude)`,
		area: 'in the drawn area',
		text: (part: string) => `name contains “${isolated(part)}”`,
		between: '; '
	},
	zh: {
		pair: (name: string, values: string) => `${name}：${values}`,
		near: (place: string, metres: string) => `距${place}不超过${metres}`,
		point: (lng: number, lat: number) => `经度${lng}、纬度${lat}处`,
		area: '在手绘范围内',
		text: (part: string) => `名称包含“${isolated(part)}”`,
		between: '；'
	}
} satisfies Record<Lang, unknown>;

interface Languages {
	lang: Lang;
	strings: Strings;
	/** What a site or a station is called in the language. */
	nameOf: (origin: Exclude<Origin, { at: unknown }>) => string;
}

/** What a filter asks for, in words; empty for one that leaves nothing out. */
export function filterWords(filter: Filter, { lang, strings, nameOf }: Languages): string {
	const own = words[lang];
	const { near, area, text } = filter;
	const facets = (Object.keys(FACETS) as Facet[])
		.filter((facet) => filter[facet].length > 0)
		.map((facet) => {
			const names: Record<string, string> = facetWords(strings)[facet];
			const values = filter[facet].map((value) => names[value] ?? value);
			return own.pair(toolStrings[lang].facets[facet], formatList(values, lang));
		});
	const place = near && ('at' in near.origin ? own.point(...near.origin.at) : nameOf(near.origin));
	return [
		...facets,
		...(near && place !== null ? [own.near(place, formatMetres(near.metres, lang))] : []),
		...(area ? [own.area] : []),
		...(text ? [own.text(text)] : [])
	].join(own.between);
}
