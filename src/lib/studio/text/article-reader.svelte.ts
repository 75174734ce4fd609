import type { Retelling } from '../../atlas/atlas';
import type { Proposal } from '../../propose/proposals';
import type { Anchor } from '../../text/anchor';
import type { Mention } from '../../text/mentions';
import TextWorker from './text-worker?worker';
import type { ArticleInDraft, TextAnswer, TextRequest } from './text-worker';

/**
 * Finds places in an article's text beside the page. A worker that failed, or did not load, is
 * followed by another one at the next request.
 */
export class ArticleReader {
	#worker: Worker | null = null;
	/** What `again` asks for. */
	#asked: TextRequest | null = null;
	#mentions = $state.raw<Mention[][]>([]);
	/** The lines that they are found in. */
	#lines = $state.raw<readonly string[]>([]);
	/** What else looks like a place; `null` before the first answer. */
	proposals = $state.raw<readonly Proposal[] | null>(null);
	isReading = $state(false);
	/** Why it can't say more; empty if its worker did not load. */
	failed = $state<string | null>(null);
	/** Where the passages fit, since somebody asked. */
	anchors = $state.raw<readonly Anchor[] | null>(null);

	/** The known places of a line; none while they are those of another text. */
	mentionsOf(index: number, line: string): readonly Mention[] {
		return this.#lines[index] === line ? (this.#mentions[index] ?? []) : [];
	}

	/**
	 * @param picked names that the editor picked
	 */
	read(article: ArticleInDraft, picked: readonly string[]): void {
		this.#asked = { ask: 'places', ...article, picked };
		this.again();
	}

	/** Asks once more for what was read last. */
	again(): void {
		if (!this.#asked) return;
		this.isReading = true;
		this.failed = null;
		this.#ask(this.#asked);
	}

	anchor(article: ArticleInDraft, retelling: Retelling): void {
		this.anchors = null;
		this.#ask({ ask: 'anchors', ...article, retelling });
	}

	end(): void {
		this.#worker?.terminate();
	}

	#ask(request: TextRequest): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(request);
	}

	#start(): Worker {
		const worker = new TextWorker();
		worker.onmessage = ({ data }: MessageEvent<TextAnswer>) => this.#take(data);
		// Of a script that does not load, the event has no message.
		worker.onerror = ({ message }: Partial<ErrorEvent>) => {
			worker.terminate();
			this.#worker = null;
			this.#fail(message ?? '');
		};
		return worker;
	}

	#take(answer: TextAnswer): void {
		if ('mentions' in answer) {
			this.#mentions = answer.mentions;
			this.#lines = answer.lines;
		} else if ('proposals' in answer) {
			this.proposals = answer.proposals;
			this.failed = answer.noDictionary;
			this.isReading = false;
		} else if ('anchors' in answer) this.anchors = answer.anchors;
		else this.#fail(answer.failed);
	}

	#fail(reason: string): void {
		this.isReading = false;
		this.failed = reason;
	}
}
