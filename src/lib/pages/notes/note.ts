import type { Lang } from '../../atlas/atlas';

/** What the publisher says of the site itself, in both languages. */
export type Note = Record<
	Lang,
	{
		/** Also the name of the links to it. */
		title: string;
		lead: string;
		parts: readonly { heading: string; points: readonly string[] }[];
		/** Before the ways to reach the editors; left out where the atlas has none. */
		contact: string;
	}
>;
