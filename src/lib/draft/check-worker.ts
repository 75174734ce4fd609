import type { Changes } from './draft';
import { checkDraft, type Told } from './told';

/** What the worker is asked: the texts that are others than the last time. */
export interface CheckRequest {
	changes: Changes;
}

/** What it answers, in the order of the requests. */
export type CheckAnswer = { told: Told[] } | { failed: string };

const draft = new Map<string, string>();

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
	for (const [path, text] of data.changes) {
		if (text === null) draft.delete(path);
		else draft.set(path, text);
	}
	postMessage(answer());
});

function answer(): CheckAnswer {
	try {
		return { told: checkDraft(draft, new Date()) };
	} catch (error) {
		return { failed: String(error) };
	}
}
