import type { SiteBrief } from '../../../atlas/brief';
import { spanOf } from '../../../atlas/span';
import { OUTCOMES, PRECISIONS, STATUSES, THEMES } from '../../../atlas/terms';
import type { Column, Sort } from '../../../view/table';
import { cellOf, sourceCount, standingOfSite } from './cells';
import type { Known } from './known';
import { lineLength } from './line-length';

/** `null`: not known, which comes last in either direction. */
type Key = number | string | null;
type KeyOf = (site: SiteBrief, known: Known) => Key;

/** Columns that are sorted by something else than their words. */
const KEYS: Partial<Record<Column, KeyOf>> = {
	status: (site, { statusOf }) => rank(STATUSES, statusOf(site).status),
	since(site, known) {
		const standing = standingOfSite(site, known);
		return standing && dateKey(standing.date);
	},
	theme: ({ theme }) => rank(THEMES, theme),
	precision: ({ location }) => rank(PRECISIONS, location.precision),
	accuracy: ({ location }) => location.accuracy,
	promise({ id }, { detailsOf }) {
		const promise = detailsOf(id)?.promise;
		return promise ? dateKey(promise.by) : null;
	},
	outcome: ({ id }, { detailsOf }) => rank(OUTCOMES, detailsOf(id)?.promise?.outcome),
	length: lineLength,
	passages: ({ passages }) => passages[0] ?? null,
	lng: ({ anchor }) => anchor?.[0] ?? null,
	lat: ({ anchor }) => anchor?.[1] ?? null,
	sources({ id }, { detailsOf }) {
		const details = detailsOf(id);
		return details && sourceCount(details);
	}
};

/**
 * Sites as a table has them: Chinese by pinyin, numbers in names by their size, dates as they
 * became certain, unknown last; equals stay in the order of the text.
 */
export function sortSites(
	sites: readonly SiteBrief[],
	sort: Sort | null,
	known: Known
): readonly SiteBrief[] {
	if (!sort) return sites;
	const { column, descending } = sort;
	const keyOf = KEYS[column] ?? ((site) => cellOf(site, column, known).text || null);
	const rows = sites.map((site) => ({ site, key: keyOf(site, known) }));
	const inOrder = comparison(column, known.lang);
	const sign = descending ? -1 : 1;
	rows.sort((a, b) => {
		if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
		return sign * inOrder(a.key, b.key);
	});
	return rows.map(({ site }) => site);
}

function comparison(column: Column, lang: Known['lang']): (a: Key, b: Key) => number {
	const isChinese = (lang === 'zh') !== (column === 'other');
	const locale = isChinese ? 'zh-CN-u-co-pinyin' : 'en-GB';
	const { compare } = new Intl.Collator(locale, { numeric: true });
	return (a, b) =>
		typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
}

/** The place of a value in its list, in which unknown ones have none. */
function rank<T extends string>(list: readonly T[], value: T | undefined): number | null {
	if (value === undefined || value === 'unknown' || value === 'unlocated') return null;
	return list.indexOf(value);
}

/** By the last day that a date may mean; of those that end together the most exact first. */
function dateKey(date: string): number {
	const { start, end } = spanOf(date);
	return end + (end - start) / 1000;
}
