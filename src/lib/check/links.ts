import type { JsonPath } from '../source/json-path';
import { walk } from './walk';

/** A source that a record names, and where. */
export interface SourceLink {
	id: string;
	path: JsonPath;
}

/** All sources that a record names: in any list `sources`, and as an article's own `source`. */
export function linksIn(record: unknown): SourceLink[] {
	const links: SourceLink[] = [];
	walk(record, (value, key, path) => {
		if (typeof value === 'string' && (key === 'sources' || key === 'source')) {
			links.push({ id: value, path });
		}
	});
	return links;
}
