import type { SiteBrief } from '../../../atlas/brief';
import { STATUSES, type Status } from '../../../atlas/terms';
import type { Known } from './known';
import { lineLength } from './line-length';

/** How many sites have a status, and how long the lines among them are together, in metres. */
export interface StatusSum {
	status: Status;
	count: number;
	metres: number;
	/** Of these metres, those of lines that only join known points. */
	schematicMetres: number;
}

/** Sums for each status that some site has, in the order of lists. */
export function sumsByStatus(
	sites: readonly SiteBrief[],
	statusOf: Known['statusOf']
): StatusSum[] {
	const sums = new Map<Status, StatusSum>(
		STATUSES.map((status) => [status, { status, count: 0, metres: 0, schematicMetres: 0 }])
	);
	for (const site of sites) {
		const sum = sums.get(statusOf(site).status);
		if (!sum) continue;
		const metres = lineLength(site) ?? 0;
		sum.count += 1;
		sum.metres += metres;
		if (site.location.schematic) sum.schematicMetres += metres;
	}
	return [...sums.values()].filter(({ count }) => count > 0);
}
