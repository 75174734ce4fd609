import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CONTENT_TYPES } from '../support/content-types';

const COMPRESSED = /\.(html|m?js|css|json|geojson|webmanifest|svg)$/;

/** One answer of the server. */
export interface Sent {
	path: string;
	type: string;
	/** When it was asked for, as `Date.now()` has it. */
	at: number;
	/** Body and head, as they go over the line with HTTP/1.1. */
	bytes: number;
}

/** A host of files as they are published: with brotli, with ranges, on this machine only. */
export interface CompressedSite {
	/** Without a slash at its end. */
	url: string;
	/** All answers since it was last emptied. */
	sent: Sent[];
	close(): Promise<void>;
}

/**
 * Serves a folder. A file is compressed when it is first asked for, and kept: the first visit pays
 * for that, and must not count.
 */
export async function serveCompressed(folder: string): Promise<CompressedSite> {
	const packed = new Map<string, Buffer>();
	const compressed = (file: string, content: Buffer) => {
		const known = packed.get(file) ?? brotliCompressSync(content);
		packed.set(file, known);
		return known;
	};
	const sent: Sent[] = [];
	const server = createServer((request, response) => {
		const at = Date.now();
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = resolve(join(folder, decodeURIComponent(pathname)));
		const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
		const content = existsSync(file) ? readFileSync(file) : null;
		const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
		const send = (status: number, head: Record<string, string>, body: Buffer) => {
			const all = {
				'content-type': type,
				'content-length': `${body.length}`,
				// As hosts do: files with a digest in their name would even be kept for good.
				'cache-control': extname(file) === '.html' ? 'no-store' : 'public, max-age=600',
				...head
			};
			const headBytes = Object.entries(all).reduce((n, [k, v]) => n + k.length + v.length + 4, 20);
			sent.push({ path: pathname, type, at, bytes: headBytes + body.length });
			response.writeHead(status, all).end(body);
		};
		if (!content) return send(404, { 'content-type': 'text/plain' }, Buffer.from('not found'));
		const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
		if (range) {
			const [from, to] = [Number(range[1]), Math.min(Number(range[2]), content.length - 1)];
			const part = content.subarray(from, to + 1);
			return send(206, { 'content-range': `bytes ${from}-${to}/${content.length}` }, part);
		}
		if (COMPRESSED.test(file) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
			const head = { 'content-encoding': 'br', vary: 'accept-encoding' };
			return send(200, head, compressed(file, content));
		}
		return send(200, { 'accept-ranges': 'bytes' }, content);
	});
	await new Promise<void>((done) => server.listen(0, 'localhost', done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		sent,
		close: () =>
			new Promise((done) => {
				server.closeAllConnections();
				server.close(() => done());
			})
	};
}
