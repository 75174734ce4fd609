import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page of a publisher, on an origin of its own. */
export interface HostPage {
	url: string;
	close(): Promise<void>;
}

/** Serves one page on a free port, with these headers. */
export async function serveHost(
	html: string,
	headers: Record<string, string> = {}
): Promise<HostPage> {
	const server: Server = createServer((request, response) => {
		const isPage = request.url === '/';
		response.writeHead(isPage ? 200 : 204, {
			'content-type': 'text/html; charset=utf-8',
			...headers
		});
		response.end(isPage ? html : '');
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}/`,
		close: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
