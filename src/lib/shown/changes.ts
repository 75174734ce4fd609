import type { SiteBrief } from '../atlas/brief';
import type { Shown } from './shown';
import type { StatusOn } from './status-on';

/** A site of which two days tell different things. */
export interface Change {
	site: SiteBrief;
	from: StatusOn;
	to: StatusOn;
}

/**
 * What changes from one day to another for the sites that the filter keeps on either: another
 * status, or a promise that falls due between them.
 *
 * @param from what the earlier day shows; `null`: everything, at present
 */
export function changesBetween(
	sites: readonly SiteBrief[],
	from: Shown | null,
	to: Shown | null
): Change[] {
	return sites.flatMap((site) => {
		if (from?.leftOut.has(site.id) && to?.leftOut.has(site.id)) return [];
		const change = { site, from: statusIn(from, site), to: statusIn(to, site) };
		const isSame =
			change.from.status === change.to.status &&
			(change.from.basis === 'promised') === (change.to.basis === 'promised');
		return isSame ? [] : [change];
	});
}

function statusIn(shown: Shown | null, { id, status }: SiteBrief): StatusOn {
	return shown?.statuses?.[id] ?? { status, basis: 'known' };
}
