import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered to a request for a path: a body with its type, or a status alone. */
export type Answer =
	| { body: string | Uint8Array; type?: string; ranges?: boolean; cors?: boolean }
	| { status: number }
	/** Never. */
	| { silent: true };

/** A server of another origin: it counts what it is asked, and says nothing it is not told to. */
export interface StandIn {
	/** `http://localhost:<port>` */
	origin: string;
	/** `localhost:<port>` */
	host: string;
	requests: { method: string; url: URL; headers: IncomingMessage['headers'] }[];
	/** What it answers, by path; the first that gives something counts. */
	answers: ((url: URL) => Answer | undefined)[];
	close(): Promise<void>;
}

export async function openStandIn(): Promise<StandIn> {
	const requests: StandIn['requests'] = [];
	const answers: StandIn['answers'] = [];
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
		requests.push({ method: request.method ?? '', url, headers: request.headers });
		const answer = answers.map((one) => one(url)).find((one) => one !== undefined);
		respond(request, response, answer ?? { status: 404 });
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		host: `localhost:${port}`,
		requests,
		answers,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
	if ('silent' in answer) return;
	const cors = !('cors' in answer) || answer.cors !== false;
	if (cors) {
		response.setHeader('access-control-allow-origin', '*');
		response.setHeader('access-control-allow-headers', 'range');
	}
	if (request.method === 'OPTIONS') return void response.writeHead(204).end();
	if ('status' in answer) return void response.writeHead(answer.status).end();
	const bytes = Buffer.from(answer.body as Uint8Array);
	response.setHeader('content-type', answer.type ?? 'application/octet-stream');
	const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
	if (from === undefined || answer.ranges === false) return void response.end(bytes);
	const part = bytes.subarray(Number(from), Number(to) + 1);
	response.setHeader(
		'content-range',
		`bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`
	);
	response.writeHead(206).end(part);
}
