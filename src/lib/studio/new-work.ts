import type { Draft } from '../draft/draft';
import { newId } from './new-id';
import { titleOf } from './work.svelte';
import type { Origin, SavedFolder, WorksStore } from './works-store';

/** Keeps a new work on the device and returns its id. */
export async function newWork(
	store: WorksStore,
	texts: Draft,
	{ others = {}, folder = null }: { others?: Origin['others']; folder?: SavedFolder | null } = {}
): Promise<string> {
	const id = newId();
	await store.add({
		record: { id, title: titleOf(texts), at: 0, changed: new Date().toISOString(), owner: null },
		origin: { texts: Object.fromEntries(texts), others },
		steps: [],
		folder
	});
	return id;
}
