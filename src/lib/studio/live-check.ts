import CheckWorker from '../draft/check-worker?worker';
import type { CheckAnswer, CheckRequest } from '../draft/check-worker';
import type { Draft } from '../draft/draft';
import type { Told } from '../draft/told';

/**
 * Checks drafts beside the page, one after another; of those that come while it is busy, only the
 * newest. A worker that failed, or did not load, is followed by another one at the next check.
 */
export class LiveCheck {
	#worker: Worker | null = null;
	readonly #tell: (told: Told[], draft: Draft) => void;
	readonly #fail: (reason: string) => void;
	/** What the worker knows. */
	#known: Draft = new Map();
	#isBusy = false;
	#waiting: Draft | null = null;

	/**
	 * @param fail is told why; without a reason if the worker did not load
	 */
	constructor(tell: (told: Told[], draft: Draft) => void, fail: (reason: string) => void) {
		this.#tell = tell;
		this.#fail = fail;
	}

	check(draft: Draft): void {
		if (this.#isBusy) this.#waiting = draft;
		else this.#ask(draft);
	}

	end(): void {
		this.#worker?.terminate();
	}

	#start(): Worker {
		const worker = new CheckWorker();
		worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => this.#take(data);
		// Of a script that does not load, the event has no message.
		worker.onerror = ({ message }: Partial<ErrorEvent>) => this.#lose(message ?? '');
		return worker;
	}

	#lose(reason: string): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#known = new Map();
		this.#fail(reason);
		this.#goOn();
	}

	#ask(draft: Draft): void {
		const worker = (this.#worker ??= this.#start());
		const gone = [...this.#known.keys()].filter((path) => !draft.has(path));
		const others = [...draft].filter(([path, text]) => this.#known.get(path) !== text);
		const changes = new Map<string, string | null>([
			...gone.map((path) => [path, null] as const),
			...others
		]);
		this.#known = draft;
		this.#isBusy = true;
		worker.postMessage({ changes } satisfies CheckRequest);
	}

	#take(answer: CheckAnswer): void {
		if ('told' in answer) this.#tell(answer.told, this.#known);
		else this.#fail(answer.failed);
		this.#goOn();
	}

	#goOn(): void {
		this.#isBusy = false;
		const next = this.#waiting;
		this.#waiting = null;
		if (next) this.#ask(next);
	}
}
