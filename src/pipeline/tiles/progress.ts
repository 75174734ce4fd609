/** Seconds between two lines where they stay, as in a log. */
const PAUSE = 10;
/** Seconds between two states of the bar. */
const BLINK = 0.2;
const BAR = 30;

/** Tells people how far a long command is and how long it will take. */
export class Progress {
	readonly #start = performance.now();
	#told = this.#start;

	/** @param stream a bar on a terminal; elsewhere lines, of which short runs write none */
	constructor(readonly stream: NodeJS.WritableStream & { isTTY?: boolean }) {}

	/** @param share of all the work, from 0 to 1 */
	tell(share: number): void {
		const now = performance.now();
		const pause = this.stream.isTTY ? BLINK : PAUSE;
		if (now - this.#told < pause * 1000 || share <= 0) return;
		this.#told = now;
		// the last tiles, and putting all in order, are no part of it
		const told = Math.min(share, 0.99);
		const line = toldProgress(told, (now - this.#start) / 1000);
		this.stream.write(this.stream.isTTY ? `\r\u001B[K${barOf(told)} ${line}` : `${line}\n`);
	}

	/** Takes the bar away. */
	end(): void {
		if (this.stream.isTTY) this.stream.write('\r\u001B[K');
	}
}

/** "45 %, 1 min 20 s left", if the rest goes on as fast as what is done, which took `seconds`. */
export function toldProgress(share: number, seconds: number): string {
	const left = Math.ceil((seconds / share) * (1 - share));
	const time = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
	return `${Math.floor(share * 100)} %, ${time} left`;
}

function barOf(share: number): string {
	const done = Math.round(share * BAR);
	return `[${'#'.repeat(done)}${'.'.repeat(BAR - done)}]`;
}
