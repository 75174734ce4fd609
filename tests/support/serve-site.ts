import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { CONTENT_TYPES } from './content-types';

/** A plain web server of files, of which another version can be put in place. */
export interface SiteServer {
	/** Address of the site's folder, with a slash at its end. */
	url: string;
	/** The folder that it serves; may be changed. */
	folder: string;
	/** Paths that it was asked for, within the site. */
	requests: string[];
	/** What it gives instead of a file, by path. */
	instead: Map<string, string>;
	close(): Promise<void>;
}

/** @param under path of the site's folder on the server */
export async function serveSite(folder: string, under = '/'): Promise<SiteServer> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (!pathname.startsWith(under)) return void response.writeHead(404).end();
		const path = decodeURI(pathname.slice(under.length));
		site.requests.push(path);
		const file = join(site.folder, path, path === '' || path.endsWith('/') ? 'index.html' : '');
		if (existsSync(file) && statSync(file).isDirectory())
			return void response.writeHead(301, { location: `${pathname}/` }).end();
		const isThere = existsSync(file);
		const bytes = Buffer.from(
			site.instead.get(path) ?? readFileSync(isThere ? file : join(site.folder, '404.html'))
		);
		response.setHeader(
			'content-type',
			CONTENT_TYPES[extname(isThere ? file : '.html')] ?? 'text/plain'
		);
		response.setHeader('x-served', 'by the host');
		response.writeHead(isThere ? 200 : 404).end(bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const { port } = server.address() as AddressInfo;
	const site: SiteServer = {
		url: `http://localhost:${port}${under}`,
		folder,
		requests: [],
		instead: new Map(),
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
	return site;
}
