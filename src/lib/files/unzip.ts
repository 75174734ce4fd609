import { Unzip, UnzipInflate } from 'fflate';
import { FileFault } from './fault';
import { joinBytes } from './join-bytes';
import { LIMITS } from './limits';

/** Packed bytes that are unpacked at a time; deflate makes at most 1,032 of one. */
const STEP = 2 ** 16;

/**
 * The wanted files of a ZIP archive, by name. It unpacks step by step and counts what comes out,
 * whatever sizes the archive states.
 *
 * @throws FileFault if it is broken, or past the limits
 */
export function unzip(
	bytes: Uint8Array,
	isWanted: (name: string) => boolean
): Map<string, Uint8Array> {
	const unpacked = new Map<string, Uint8Array>();
	const open = new Set<string>();
	let entries = 0;
	let total = 0;
	const archive = new Unzip((file) => {
		if (++entries > LIMITS.entries)
			throw new FileFault('too-many-entries', {}, `> ${LIMITS.entries}`);
		const { name } = file;
		if (!isWanted(name)) return;
		const parts: Uint8Array[] = [];
		open.add(name);
		file.ondata = (error, part, isLast) => {
			if (error) throw asFault(error, name);
			total += part.length;
			if (total > LIMITS.unpacked)
				throw new FileFault('bomb', { entry: name }, `> ${LIMITS.unpacked / 2 ** 20} MB`);
			parts.push(part);
			if (!isLast) return;
			open.delete(name);
			unpacked.set(name, joinBytes(parts));
		};
		file.start();
	});
	archive.register(UnzipInflate);
	try {
		for (let at = 0; at < bytes.length; at += STEP)
			archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
	} catch (error) {
		throw asFault(error, [...open].at(-1));
	}
	const [cutOff] = open;
	if (cutOff !== undefined) throw new FileFault('zip', { entry: cutOff, byte: bytes.length });
	return unpacked;
}

function asFault(error: unknown, entry?: string): FileFault {
	if (error instanceof FileFault) return error;
	const message = error instanceof Error ? error.message : error;
	return new FileFault('zip', entry === undefined ? {} : { entry }, message);
}
