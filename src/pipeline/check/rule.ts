import type { Issue, SourceData } from '../types';

/** What a rule found: an issue without the rule's own name and severity. */
export type Finding = Omit<Issue, 'rule' | 'severity'>;

/** One thing that the data must obey across its files. */
export interface Rule {
	/** As docs/data.md lists it. */
	name: string;
	/** Why it matters, in one line. */
	why: string;
	severity: Issue['severity'];
	/** Everything that breaks the rule; pure. */
	find: (data: SourceData) => Finding[];
}
