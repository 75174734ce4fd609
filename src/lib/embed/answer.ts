import type { Camera } from '../geo/camera';
import type { LayerGroup } from '../style/groups';
import { parseDay } from '../view/day';
import type { EmbedMessage, ErrorCode, Place, Request } from './protocol';

/** What a host may do with an embed: the explorer's own verbs. */
export interface Commanded {
	siteOf(id: string): unknown;
	chooseSite(id: string): void;
	clear(): void;
	change(settings: { hidden: readonly LayerGroup[] } | { date: string | null }): void;
	aim: Camera | object | null;
	hostPlace: Place | null;
}

/** Does what a host asks; returns what to tell it, `null` if it wants no answer. */
export function answer(explorer: Commanded, request: Request): EmbedMessage | null {
	const problem = carryOut(explorer, request);
	const { id } = request;
	if (problem) return { type: 'error', ...(id === undefined ? {} : { id }), ...problem };
	return id === undefined ? null : { type: 'ack', id };
}

function carryOut(
	explorer: Commanded,
	request: Request
): { code: ErrorCode; message: string } | null {
	switch (request.type) {
		case 'select': {
			const { site, mention = null } = request;
			if (site === null) explorer.clear();
			else if (!explorer.siteOf(site))
				return { code: 'unknown-site', message: `No site has the id "${site}".` };
			else explorer.chooseSite(site);
			explorer.hostPlace = site === null ? null : mention;
			return null;
		}
		case 'setView': {
			const { center, zoom } = request;
			explorer.aim = { center, zoom };
			return null;
		}
		case 'setLayers':
			explorer.change({ hidden: request.off });
			return null;
		case 'setDate': {
			const { date } = request;
			const day = parseDay(date);
			if (date !== null && day === null)
				return { code: 'bad-date', message: `"${date}" is no day as YYYY-MM-DD.` };
			explorer.change({ date: day });
			return null;
		}
	}
}
