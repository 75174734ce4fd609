import type { Bilingual } from '../atlas/schema';
import type { Issue, SourceData } from '../source/types';
import type { Place } from './walk';

/** What a rule found, and where; line and column follow from the place. */
export interface Finding extends Place {
	message: Bilingual;
	fix: Bilingual;
}

/** One thing that the data must obey across its files. */
export interface Rule {
	/** As docs/data.md lists it. */
	name: string;
	/** Why it matters, in one line. */
	why: Bilingual;
	severity: Issue['severity'];
	/**
	 * Everything that breaks the rule; pure.
	 *
	 * @param today the day of the check, for what grows old by itself
	 */
	find: (data: SourceData, today: Date) => Finding[];
}
