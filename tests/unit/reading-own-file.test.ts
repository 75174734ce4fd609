import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reading } from '../../src/lib/explorer/tools/files/reading';

/** A worker that never answers by itself. */
class SilentWorker {
	static last: SilentWorker;
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	isTerminated = false;

	constructor() {
		SilentWorker.last = this;
	}
	postMessage(): void {}
	terminate(): void {
		this.isTerminated = true;
	}
}

beforeEach(() => void vi.stubGlobal('Worker', SilentWorker));
afterEach(() => {
	vi.unstubAllGlobals();
	expect(SilentWorker.last.isTerminated).toBe(true);
});

test('a tile that is asked for while its file is taken away is no failure of the map', async () => {
	const reading = new Reading();
	const asked = reading.tile(12, 1, 2);
	reading.end();
	expect(await asked).toBeNull();
	expect(await reading.tile(12, 1, 3)).toBeNull();
});

test('a tile whose worker fails is one, and so is a file that was left', async () => {
	const reading = new Reading();
	const tile = reading.tile(12, 1, 2);
	SilentWorker.last.onerror?.({ message: 'out of memory' });
	await expect(tile).rejects.toThrow('out of memory');
	const placed = reading.place('GCJ-02');
	reading.end();
	await expect(placed).rejects.toThrow('left');
});

test('each answer goes to its question', async () => {
	const reading = new Reading();
	const tiles = [reading.tile(12, 1, 2), reading.tile(12, 1, 3)];
	const data = [new ArrayBuffer(1), new ArrayBuffer(2)];
	for (const number of [1, 0])
		SilentWorker.last.onmessage?.({
			data: { number, content: { kind: 'tile', data: data[number] } }
		});
	expect(await Promise.all(tiles)).toEqual(data);
	reading.end();
});
