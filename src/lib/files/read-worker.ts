import type { Geometry } from 'geojson';
import type { Bounds } from '../atlas/schema';
import { FileFault } from './fault';
import { LIMITS } from './limits';
import type { Answer, Numbered, Request } from './messages';
import { COMPARED, type OwnDatum, type Placed } from './own-file';
import { isMoved, placeFeatures } from './place-features';
import { readFile } from './read-file';
import { suspectDatum } from './suspect-datum';
import { tiler, type CutTile } from './tile-features';

/** Reads one file beside the page, places what it holds, and cuts it into tiles for the map. */
let asRead: readonly (Geometry | null)[] = [];
let extent: Bounds = [-180, -90, 180, 90];
let cut: CutTile = () => null;

self.addEventListener('message', ({ data }: MessageEvent<Numbered<Request>>) => {
	void answer(data.content)
		.catch((error: unknown): Answer => ({ kind: 'fault', fault: faultOf(error) }))
		.then((content) => {
			const message: Numbered<Answer> = { number: data.number, content };
			const isTile = content.kind === 'tile' && content.data;
			self.postMessage(message, { transfer: isTile ? [isTile] : [] });
		});
});

async function answer(request: Request): Promise<Answer> {
	if (request.kind === 'place') return { kind: 'placed', placed: place(request.datum) };
	if (request.kind === 'tile') {
		const { z, x, y } = request;
		return { kind: 'tile', data: cut(z, x, y)?.slice().buffer ?? null };
	}
	const { file, columns, known } = request;
	extent = request.extent;
	// Before it is read: a film would not fit into memory.
	if (file.size > LIMITS.bytes)
		throw new FileFault('too-big', {}, `${Math.ceil(file.size / 2 ** 20)} MB`);
	const read = await readFile(file.name, new Uint8Array(await file.arrayBuffer()), columns);
	if ('header' in read) return { kind: 'columns', ask: read };
	const { features, ...rest } = read;
	asRead = features.map(({ geometry }) => geometry);
	const suspicion = suspectDatum(features, known);
	const content = {
		...rest,
		rows: features.map(({ properties }) => properties),
		types: asRead.map((geometry) => geometry && geometry.type)
	};
	return {
		kind: 'read',
		content,
		suspicion,
		placed: place(read.named ?? suspicion.datum ?? 'WGS-84')
	};
}

function place(datum: OwnDatum): Placed {
	const { layer, placed } = placeFeatures(asRead, datum, extent);
	const compared = () => placeFeatures(asRead.slice(0, COMPARED), 'WGS-84', extent).layer;
	cut = tiler({ placed: layer, ...(isMoved(datum) && { 'as-read': compared() }) });
	return placed;
}

function faultOf(error: unknown) {
	if (error instanceof FileFault) return error.fault;
	return new FileFault('unexpected', {}, error instanceof Error ? error.message : error).fault;
}
