import type { Atlas, Station } from '../atlas/atlas';
import type { Draft } from '../draft/draft';
import { folderOf } from '../draft/told';
import { readFiles } from '../source/read';
import { compile } from './compile';
import { DraftTiles } from './draft-tiles';
import { stationsOf } from './stations';

/** What the explorer shows of an atlas that is not built. */
export interface CompiledDraft {
	atlas: Atlas;
	stations: Station[];
	tiles: DraftTiles;
}

/** @throws Error if the draft has errors, which `checkDraft` tells */
export function compileDraft(draft: Draft): CompiledDraft {
	const { data } = readFiles(folderOf(draft));
	if (!data) throw new Error('Files of the draft can’t be read; checkDraft tells which.');
	return { atlas: compile(data), stations: stationsOf(data), tiles: new DraftTiles(data) };
}
