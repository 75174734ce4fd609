import type { Lang } from '../../atlas/atlas';
import type { Source } from '../../atlas/schema';
import type { Draft } from '../../draft/draft';
import { jsonOf } from '../../draft/find-files';

/** A citation as lists show it. */
export interface Citation {
	id: string;
	/** Which one of sources.json it is, counted from 0. */
	index: number;
	/** Publisher and title, as far as they are known. */
	name: string;
}

/** The citations of sources.json that have an id, in its order. */
export function citations(draft: Draft, lang: Lang): Citation[] {
	const items = jsonOf(draft, 'sources.json').root?.members?.get('sources')?.items ?? [];
	return items.flatMap(({ value }, index) => {
		const source = value as Partial<Source> | null;
		if (typeof source?.id !== 'string') return [];
		const parts = [source.publisher?.[lang], source.title ?? source.about?.[lang], source.date];
		const name = parts.filter((part) => typeof part === 'string' && part).join(' · ');
		return [{ id: source.id, index, name: name || source.id }];
	});
}

/** Everything that cites a source: a file, and the record in it where it has an id. */
export function citing(draft: Draft, id: string): { file: string; record: string }[] {
	return [...draft].flatMap(([file, text]) => {
		if (!/json$/.test(file) || !text.includes(JSON.stringify(id))) return [];
		const found: string[] = [];
		walk(jsonOf(draft, file).root?.value, '', (key, value, record) => {
			if (/^sources?$/.test(key) && (value === id || (Array.isArray(value) && value.includes(id))))
				found.push(record);
		});
		return [...new Set(found)].map((record) => ({ file, record }));
	});
}

function walk(
	value: unknown,
	record: string,
	tell: (key: string, value: unknown, record: string) => void
): void {
	if (typeof value !== 'object' || value === null) return;
	const id: unknown = (value as { id?: unknown }).id;
	const own = typeof id === 'string' ? id : record;
	for (const [key, inner] of Object.entries(value)) {
		tell(key, inner, own);
		walk(inner, own, tell);
	}
}
