import { OWN_FOLDER, type Draft } from './draft';

/** The texts of a folder by path, as they stand on the disk or were last seen there. */
export type FolderTexts = ReadonlyMap<string, string>;

/** What saving a draft into its folder comes to. */
export interface SavePlan {
	/** Files to write, with their texts. */
	write: Map<string, string>;
	/** Files to take away. */
	remove: string[];
	/** Files that somebody else has changed since they were seen, and that the draft has otherwise. */
	conflicts: Conflict[];
	/** Files that somebody else has changed and the draft has not: theirs can be taken in. */
	theirs: Map<string, string | null>;
}

export interface Conflict {
	path: string;
	/** `null`: the draft, or the disk, no longer has it. */
	mine: string | null;
	theirs: string | null;
}

/**
 * What to do so that a folder holds a draft, without overwriting what somebody else has written.
 *
 * @param seen the texts as they were last seen in the folder
 * @param onDisk as they stand there now
 */
export function savePlan(draft: Draft, seen: FolderTexts, onDisk: FolderTexts): SavePlan {
	const plan: SavePlan = { write: new Map(), remove: [], conflicts: [], theirs: new Map() };
	const paths = new Set([...draft.keys(), ...seen.keys(), ...onDisk.keys()]);
	for (const path of [...paths].sort()) {
		if (path.startsWith(OWN_FOLDER)) continue;
		const mine = draft.get(path) ?? null;
		const before = seen.get(path) ?? null;
		const theirs = onDisk.get(path) ?? null;
		if (mine === theirs) continue;
		if (theirs !== before && mine !== before) plan.conflicts.push({ path, mine, theirs });
		else if (theirs !== before) plan.theirs.set(path, theirs);
		else if (mine === null) plan.remove.push(path);
		else plan.write.set(path, mine);
	}
	return plan;
}

/** Files that a folder has otherwise than a draft, as far as was last seen. */
export function unsaved(draft: Draft, seen: FolderTexts): string[] {
	const { write, remove } = savePlan(draft, seen, seen);
	return [...write.keys(), ...remove];
}
