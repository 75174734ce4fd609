import type { Bilingual } from '../atlas/schema';
import { jsonOf } from './find-files';
import type { Draft } from './draft';

/** A citation that a statement can name. */
export interface SourceChoice {
	id: string;
	/** Its title as published, or what was taken from it. */
	title: Bilingual;
	/** All that it is found by, in lower case. */
	search: string;
}

/** The citations of sources.json in its order; what has no id is passed over. */
export function sourceChoices(draft: Draft): SourceChoice[] {
	const items = jsonOf(draft, 'sources.json').root?.members?.get('sources')?.items ?? [];
	return items.flatMap(({ value }) => {
		const { id, title, about, publisher } = (value ?? {}) as Record<string, unknown>;
		if (typeof id !== 'string') return [];
		const published = typeof title === 'string' ? title : null;
		const taken = bothOf(about);
		const by = bothOf(publisher);
		const search = [id, published, taken.zh, taken.en, by.zh, by.en].join('\n').toLowerCase();
		return [{ id, title: published ? { zh: published, en: published } : taken, search }];
	});
}

/** A text in both languages, as far as it is there. */
function bothOf(value: unknown): Bilingual {
	const { zh, en } = (value ?? {}) as Record<string, unknown>;
	return { zh: typeof zh === 'string' ? zh : '', en: typeof en === 'string' ? en : '' };
}
