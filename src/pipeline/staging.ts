import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Makes a folder beside a place, `<place>.new-<process id>-…`, for what is to take that place; and
 * removes those that runs which were killed left there.
 *
 * @throws what Node throws if nothing can be written there
 */
export async function makeStaging(place: string): Promise<string> {
	await removeLeftovers(place);
	return mkdtemp(`${place}.new-${process.pid}-`);
}

async function removeLeftovers(place: string): Promise<void> {
	const [folder, start] = [dirname(place), `${basename(place)}.new-`];
	for (const found of await readdir(folder)) {
		const pid =
			found.startsWith(start) && /^(\d+)-\w{6}(\.|$)/.exec(found.slice(start.length))?.[1];
		if (pid && !isRunning(Number(pid)))
			await rm(join(folder, found), { recursive: true, force: true });
	}
}

/** Whether there is a process of this id. */
export function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
