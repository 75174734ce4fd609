import type { Kind } from '../atlas/terms';
import { OWN_FOLDER, type Draft } from './draft';
import { jsonOf } from './find-files';

/** What an editor has said of the places that an article's text seems to name. */
export interface ArticleNotes {
	/** Names that are no places. */
	notPlaces: string[];
	/** Names that the editor picked in the text. */
	picked: string[];
	/** What is written of a name before it is a place. */
	forms: Partial<Record<string, NameForm>>;
}

/** Of a proposed place, as far as the editor has written it. */
export interface NameForm {
	/** Its name in the other language. */
	other?: string;
	id?: string;
	kind?: Kind;
}

/** Where the notes on an article are kept; they never leave the device. */
export function articleNotesPath(slug: string): string {
	return `${OWN_FOLDER}${slug}.json`;
}

/** The notes on an article; only the studio writes them. */
export function articleNotes(draft: Draft, slug: string): ArticleNotes {
	const notes = jsonOf(draft, articleNotesPath(slug)).root?.value as
		Partial<ArticleNotes> | undefined;
	return {
		notPlaces: notes?.notPlaces ?? [],
		picked: notes?.picked ?? [],
		forms: notes?.forms ?? {}
	};
}
