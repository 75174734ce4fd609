import { OutsideFault, type OutsideFaultKind } from './fault';

/** A server that sends nothing for so long is given up. */
const PATIENCE_MS = 10_000;

interface Asking {
	/** The first byte and how many; all without it. */
	range?: { offset: number; length: number };
	/** Ends it when it is no longer wanted. */
	signal?: AbortSignal | undefined;
	/** Bytes that are taken at most. */
	limit: number;
}

/**
 * Asks another host for bytes, and sends no credentials with it. Of the page it learns the origin
 * alone, which some services ask for.
 *
 * @throws OutsideFault with the reason; an AbortError if it is no longer wanted
 */
export async function ask(url: string, { range, signal, limit }: Asking): Promise<ArrayBuffer> {
	checkProtocol(url);
	const patience = new Patience();
	const leave = () => patience.end();
	signal?.addEventListener('abort', leave);
	try {
		const response = await fetch(url, {
			credentials: 'omit',
			referrerPolicy: 'strict-origin-when-cross-origin',
			signal: patience.signal,
			...(range && {
				headers: { range: `bytes=${range.offset}-${range.offset + range.length - 1}` }
			})
		});
		if (!response.ok) throw new OutsideFault('http', response.status);
		if (range && response.status !== 206) throw new OutsideFault('no-ranges');
		return await bytesOf(response, limit, patience);
	} catch (error) {
		if (signal?.aborted || error instanceof OutsideFault) throw error;
		if (patience.isOver) throw new OutsideFault('timeout', PATIENCE_MS / 1000);
		throw new OutsideFault(await whyNot(url));
	} finally {
		signal?.removeEventListener('abort', leave);
		// What has not been read of an answer is not wanted either.
		patience.end();
	}
}

/** Ends a request when nothing has come for a while. */
class Patience {
	readonly #controller = new AbortController();
	#timer = this.#start();
	isOver = false;

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Something has come. */
	renew(): void {
		clearTimeout(this.#timer);
		this.#timer = this.#start();
	}

	end(): void {
		clearTimeout(this.#timer);
		this.#controller.abort();
	}

	#start() {
		return setTimeout(() => {
			this.isOver = true;
			this.#controller.abort();
		}, PATIENCE_MS);
	}
}

/** The policy of the page lets only these through (`svelte.config.js`); browsers would not say so. */
function checkProtocol(url: string): void {
	const { protocol, hostname, origin } = new URL(url);
	const isLocal = ['localhost', '127.0.0.1'].includes(hostname);
	if (protocol !== 'https:' && !isLocal && origin !== location.origin)
		throw new OutsideFault('insecure', origin);
}

async function bytesOf(response: Response, limit: number, patience: Patience) {
	const told = Number(response.headers.get('content-length'));
	if (told > limit) throw new OutsideFault('too-big', megabytes(told));
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		patience.renew();
		parts.push(part.value);
		length += part.value.length;
		if (length > limit) throw new OutsideFault('too-big', megabytes(length));
	}
	return new Blob(parts).arrayBuffer();
}

function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 2 ** 20)} MB`;
}

/**
 * Browsers don't tell a page why it got no answer. A server that answers a question whose answer
 * the page may not see is there, and only does not let other sites read it.
 */
async function whyNot(url: string): Promise<OutsideFaultKind> {
	if (!navigator.onLine) return 'offline';
	try {
		const signal = AbortSignal.timeout(PATIENCE_MS);
		await fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', signal });
		return 'cors';
	} catch {
		return 'unreachable';
	}
}
