import stations from '$built/stations.json';
import type { Lang } from '../../atlas/atlas';
import type { SiteBrief } from '../../atlas/brief';
import type { Filter } from '../../view/filter';
import type { Strings } from '../strings/en';
import { filterWords } from './filter-words';

interface Told {
	lang: Lang;
	/** Of that language. */
	strings: Strings;
	sites: readonly Pick<SiteBrief, 'id' | 'name'>[];
}

/** `filterWords`, with the names of the site or the station that distances are measured from. */
export function filterText(filter: Filter, { lang, strings, sites }: Told): string {
	return filterWords(filter, {
		lang,
		strings,
		nameOf(origin) {
			const [id, named] =
				'site' in origin ? [origin.site, sites] : ([origin.station, stations] as const);
			return named.find((one) => one.id === id)?.name[lang] ?? id;
		}
	});
}
