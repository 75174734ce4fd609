import CheckWorker from '../draft/check-worker?worker';
import type { CheckAnswer, CheckRequest } from '../draft/check-worker';
import type { Draft } from '../draft/draft';
import type { Told } from '../draft/told';

/**
 * Checks drafts beside the page, one after another; of those that come while it is busy, only the
 * newest.
 */
export class LiveCheck {
	readonly #worker = new CheckWorker();
	readonly #tell: (told: Told[], draft: Draft) => void;
	readonly #fail: (reason: string) => void;
	/** What the worker knows. */
	#known: Draft = new Map();
	#isBusy = false;
	#waiting: Draft | null = null;

	constructor(tell: (told: Told[], draft: Draft) => void, fail: (reason: string) => void) {
		this.#tell = tell;
		this.#fail = fail;
		this.#worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => this.#take(data);
		this.#worker.onerror = (event) => fail(event.message);
	}

	check(draft: Draft): void {
		if (this.#isBusy) this.#waiting = draft;
		else this.#ask(draft);
	}

	end(): void {
		this.#worker.terminate();
	}

	#ask(draft: Draft): void {
		const gone = [...this.#known.keys()].filter((path) => !draft.has(path));
		const others = [...draft].filter(([path, text]) => this.#known.get(path) !== text);
		const changes = new Map<string, string | null>([
			...gone.map((path) => [path, null] as const),
			...others
		]);
		this.#known = draft;
		this.#isBusy = true;
		this.#worker.postMessage({ changes } satisfies CheckRequest);
	}

	#take(answer: CheckAnswer): void {
		this.#isBusy = false;
		if ('told' in answer) this.#tell(answer.told, this.#known);
		else this.#fail(answer.failed);
		const next = this.#waiting;
		this.#waiting = null;
		if (next) this.#ask(next);
	}
}
