import type { SiteBrief, SiteDetails } from '../../../atlas/brief';
import { standingOn } from '../../../shown/standing-on';
import type { Column } from '../../../view/table';
import { formatDay, formatMetres } from '../../format';
import type { Known } from './known';
import { lineLength } from './line-length';
import { tableStrings } from './strings';

export interface Cell {
	/** Empty where nothing is known. */
	text: string;
	/** What limits it; may be empty. */
	note: string;
}

type Write = (site: SiteBrief, known: Known) => string | Cell;

const WRITE: Record<Column, Write> = {
	name: ({ id, name }, { lang, perhaps }) => ({
		text: name[lang],
		note: perhaps.has(id) ? tableStrings[lang].perhaps : ''
	}),
	other: ({ name }, { lang }) => name[lang === 'zh' ? 'en' : 'zh'],
	status(site, { strings, statusOf }) {
		const { status, basis } = statusOf(site);
		return { text: strings.statuses[status], note: strings.bases[basis] };
	},
	since(site, known) {
		const standing = standingOfSite(site, known);
		if (!standing) return '';
		const { strings, lang } = known;
		return strings.standing[standing.kind](formatDay(standing.date, lang));
	},
	theme: ({ theme }, { strings }) => strings.themes[theme],
	kind: ({ kind }, { strings }) => strings.kinds[kind],
	precision: ({ location }, { strings }) => strings.precisions[location.precision],
	accuracy: ({ location: { precision, accuracy } }, { lang }) =>
		accuracy === null
			? ''
			: {
					text: formatMetres(accuracy, lang),
					note: precision === 'area' ? tableStrings[lang].radius : ''
				},
	promise: told(({ promise }, { strings, lang }) =>
		promise ? `${strings.promiseBy(formatDay(promise.by, lang))} · ${promise.what[lang]}` : ''
	),
	outcome: told(({ promise }, { strings }) => (promise ? strings.outcomes[promise.outcome] : '')),
	line: ({ line }, { lines, lang }) => lines.find(({ id }) => id === line)?.name[lang] ?? '',
	length(site, { lang }) {
		const metres = lineLength(site);
		if (metres === null) return '';
		const note = site.location.schematic ? tableStrings[lang].schematic : '';
		return { text: (metres / 1000).toFixed(1), note };
	},
	passages: ({ passages }, { lang }) => passages.join(lang === 'zh' ? '、' : ', '),
	lng: ({ anchor }) => anchor?.[0].toFixed(6) ?? '',
	lat: ({ anchor }) => anchor?.[1].toFixed(6) ?? '',
	sources: told((details) => String(sourceCount(details)))
};

/** What stands in a column of a site's row, in the reader's language. */
export function cellOf(site: SiteBrief, column: Column, known: Known): Cell {
	const cell = WRITE[column](site, known);
	return typeof cell === 'string' ? { text: cell, note: '' } : cell;
}

/** Since when the shown status holds, or when it was last so; `null` where nothing says. */
export function standingOfSite(site: SiteBrief, { day, detailsOf }: Known) {
	const details = detailsOf(site.id);
	if (day === null || !details) return site.standing;
	const standing = standingOn(details.history, day);
	return standing && { date: standing.entry.date, kind: standing.kind };
}

/** How many sources tell of a site's place and status. */
export function sourceCount({ location, history }: SiteDetails): number {
	return new Set([...location.sources, ...history.flatMap(({ sources }) => sources)]).size;
}

/** A cell of what only the details tell. */
function told(write: (details: SiteDetails, known: Known) => string | Cell): Write {
	return ({ id }, known) => {
		const details = known.detailsOf(id);
		return details ? write(details, known) : tableStrings[known.lang].notLoaded;
	};
}
