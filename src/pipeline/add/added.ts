import type { Placed } from './place';

/** A feature that was added. */
export interface Added {
	/** Counted from 1 in the order of the file. */
	number: number;
	id: string;
	/** Chinese, where it has a name. */
	name: string | null;
}

/** A feature that seems to be the same as something that is there, or before it in the file. */
export interface Doubled {
	number: number;
	name: string | null;
	/** Id of what it is the same as, or `feature 3` of the file. */
	of: string;
	why: string;
	/** Metres between the two; `null` if one has no place. */
	metres: number | null;
	/** Whether it was added all the same. */
	isKept: boolean;
}

/** A feature with what is known of it besides its place. */
export interface Read {
	placed: Placed;
	values: ReadonlyMap<string, unknown>;
}

/** Whether a duplicate is to be added all the same. */
export type Keep = (doubled: Omit<Doubled, 'isKept'>) => Promise<boolean>;
