import type { Bounds } from '../../../atlas/schema';
import type { CoordinateColumns } from '../../../files/csv-columns';
import type { Answer, Numbered, Request } from '../../../files/messages';
import type { OwnDatum } from '../../../files/own-file';
import type { KnownPlace } from '../../../files/suspect-datum';

/** What the worker compares a file with. */
export interface Surroundings {
	known: readonly KnownPlace[];
	/** Bounds of the map. */
	extent: Bounds;
}

interface Asked {
	resolve: (answer: Answer) => void;
	reject: (error: Error) => void;
}

/** A file in the hands of a worker of its own, which reads it and cuts its tiles, until it ends. */
export class Reading {
	readonly #worker = new Worker(new URL('../../../files/read-worker.ts', import.meta.url), {
		type: 'module'
	});
	readonly #asked = new Map<number, Asked>();
	#count = 0;
	#hasEnded = false;

	constructor() {
		this.#worker.onmessage = ({ data }: MessageEvent<Numbered<Answer>>) => {
			this.#asked.get(data.number)?.resolve(data.content);
			this.#asked.delete(data.number);
		};
		this.#worker.onerror = ({ message }) => this.#reject(message || 'The worker failed.');
		this.#worker.onmessageerror = () => this.#reject('What was read could not be passed on.');
	}

	/** Rejects if the worker itself can't be loaded or fails. */
	read(
		file: File,
		{ known, extent }: Surroundings,
		columns: CoordinateColumns | undefined
	): Promise<Answer> {
		return this.#ask({ kind: 'read', file, columns, known, extent });
	}

	place(datum: OwnDatum): Promise<Answer> {
		return this.#ask({ kind: 'place', datum });
	}

	/**
	 * A vector tile of what was placed last; `null` if nothing is there. The map may ask for tiles of
	 * a file that has just been taken away: no failure of the map, there is nothing any more.
	 */
	readonly tile = async (z: number, x: number, y: number): Promise<ArrayBuffer | null> => {
		if (this.#hasEnded) return null;
		try {
			const answer = await this.#ask({ kind: 'tile', z, x, y });
			return answer.kind === 'tile' ? answer.data : null;
		} catch (error) {
			if (this.#hasEnded) return null;
			throw error;
		}
	};

	/** What it was doing is answered no more. */
	end(): void {
		this.#hasEnded = true;
		this.#worker.terminate();
		this.#reject('The file was left.');
	}

	#ask(content: Request): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const number = this.#count++;
			this.#asked.set(number, { resolve, reject });
			const message: Numbered<Request> = { number, content };
			this.#worker.postMessage(message);
		});
	}

	#reject(message: string): void {
		for (const { reject } of this.#asked.values()) reject(new Error(message));
		this.#asked.clear();
	}
}
