import type { Facet, Filter } from '../../view/filter';
import type { Strings } from '../strings/en';

/** What the values of a filter's lists are called. */
export function facetWords(strings: Strings): { [F in Facet]: Record<Filter[F][number], string> } {
	return {
		status: strings.statuses,
		theme: strings.themes,
		kind: strings.kinds,
		precision: strings.precisions,
		promise: strings.outcomes
	};
}
