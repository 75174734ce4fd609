import type { CoordinateColumns } from '../../../files/csv-columns';
import type { Answer, Request } from '../../../files/messages';
import type { OwnDatum } from '../../../files/own-file';
import type { KnownPlace } from '../../../files/suspect-datum';
import type { Bounds } from '../../../atlas/schema';

/** What the worker compares a file with. */
export interface Surroundings {
	known: readonly KnownPlace[];
	/** Bounds of the map. */
	extent: Bounds;
}

/** A file in the hands of a worker of its own, until it ends. */
export class Reading {
	readonly #worker = new Worker(new URL('../../../files/read-worker.ts', import.meta.url), {
		type: 'module'
	});

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

	/** What it was doing is never answered. */
	end(): void {
		this.#worker.terminate();
	}

	#ask(request: Request): Promise<Answer> {
		return new Promise((resolve, reject) => {
			this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
			this.#worker.onerror = ({ message }) => reject(new Error(message || 'The worker failed.'));
			this.#worker.onmessageerror = () =>
				reject(new Error('What was read could not be passed on.'));
			this.#worker.postMessage(request);
		});
	}
}
