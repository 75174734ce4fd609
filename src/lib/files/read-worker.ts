import type { Bounds } from '../atlas/schema';
import { FileFault } from './fault';
import { LIMITS } from './limits';
import type { Answer, Request } from './messages';
import type { OwnFeature } from './own-file';
import { placeFeatures } from './place-features';
import { readFile } from './read-file';
import { suspectDatum } from './suspect-datum';

/** Reads one file beside the page, and keeps what it holds to place it in another datum. */
let features: OwnFeature[] = [];
let extent: Bounds = [-180, -90, 180, 90];

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
	void answer(data)
		.catch((error: unknown): Answer => ({ kind: 'fault', fault: faultOf(error) }))
		.then((message) => self.postMessage(message));
});

async function answer(request: Request): Promise<Answer> {
	if (request.kind === 'place')
		return { kind: 'placed', placed: placeFeatures(features, request.datum, extent) };
	const { file, columns, known } = request;
	extent = request.extent;
	// Before it is read: a film would not fit into memory.
	if (file.size > LIMITS.bytes)
		throw new FileFault('too-big', {}, `${Math.ceil(file.size / 2 ** 20)} MB`);
	const read = await readFile(file.name, new Uint8Array(await file.arrayBuffer()), columns);
	if ('header' in read) return { kind: 'columns', ask: read };
	features = read.features;
	const suspicion = suspectDatum(features, known);
	const datum = read.named ?? suspicion.datum ?? 'WGS-84';
	return { kind: 'read', read, suspicion, placed: placeFeatures(features, datum, extent) };
}

function faultOf(error: unknown) {
	if (error instanceof FileFault) return error.fault;
	return new FileFault('unexpected', {}, error instanceof Error ? error.message : error).fault;
}
