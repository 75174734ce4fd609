import type { Lang } from '../../../atlas/atlas';
import type { LineBrief, SiteBrief, SiteDetails } from '../../../atlas/brief';
import type { StatusOn } from '../../../shown/status-on';
import type { Strings } from '../../strings/en';

/** What the cells of a table are made from, besides the sites. */
export interface Known {
	lang: Lang;
	strings: Strings;
	lines: readonly LineBrief[];
	/** The day that is shown, `YYYY-MM-DD`; `null`: the present. */
	day: string | null;
	/** Ids of the sites that the filter keeps only perhaps. */
	perhaps: ReadonlySet<string>;
	statusOf: (site: SiteBrief) => StatusOn;
	/** `null` where they could not be loaded. */
	detailsOf: (id: string) => SiteDetails | null;
}
