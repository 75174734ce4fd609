import { envelope, parseRequest, type EmbedMessage, type Request } from './protocol';

/** The way to the page that holds the embed. */
export interface HostLink {
	send(message: EmbedMessage): void;
	close(): void;
}

/**
 * Exchanges messages with the page around this frame, as long as it has the origin that the
 * embed was given. Whatever else posts messages is not heard, and nobody else hears ours.
 */
export function linkToHost(origin: string, answer: (request: Request) => void): HostLink {
	const { parent } = window;
	function hear(event: MessageEvent) {
		if (event.source !== parent || event.origin !== origin) return;
		const request = parseRequest(event.data);
		if (request) answer(request);
	}
	window.addEventListener('message', hear);
	return {
		send: (message) => parent.postMessage(envelope(message), origin),
		close: () => window.removeEventListener('message', hear)
	};
}
