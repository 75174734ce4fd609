import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Driver, Key } from './driver';

/** Private characters that stand for keys: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<Key, string> = { Home: '\uE011', Enter: '\uE007', Escape: '\uE00C' };

/**
 * Starts a driver program that speaks W3C WebDriver, and a browser with it.
 * @param program path of the driver, which takes `--port`
 */
export async function driveByWebDriver(program: string): Promise<Driver> {
	const port = await freePort();
	const server = spawn(program, [`--port=${port}`], { stdio: 'ignore' });
	const root = `http://127.0.0.1:${port}`;
	await answering(root, server);
	const { sessionId } = (await ask(root, 'POST', '/session', {
		capabilities: {}
	}).catch((error: unknown) => {
		server.kill();
		throw error;
	})) as { sessionId: string };
	const send = (path: string, body: object) =>
		ask(root, 'POST', `/session/${sessionId}${path}`, body);
	const evaluate = async (expression: string) => {
		const [value, fault] = (await send('/execute/async', {
			script: `const tell = arguments[0];
				(async () => (${expression}))().then(
					(value) => tell([value ?? null, null]),
					(error) => tell([null, String(error)])
				);`,
			args: []
		})) as [unknown, string | null];
		if (fault) throw new Error(fault);
		return value;
	};
	const seen = async () => (await evaluate('({ width: innerWidth, height: innerHeight })')) as Size;
	const act = (type: string, actions: object[], parameters = {}) =>
		send('/actions', { actions: [{ type, id: type, actions, ...parameters }] });
	const strike = (keys: string[]) =>
		act(
			'key',
			keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })))
		);
	return {
		go: async (url) => void (await send('/url', { url })),
		goBack: async () => void (await send('/back', {})),
		evaluate,
		clickAt: async (x, y) =>
			void (await act(
				'pointer',
				[
					{ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
					{ type: 'pointerDown', button: 0 },
					{ type: 'pointerUp', button: 0 }
				],
				{ parameters: { pointerType: 'mouse' } }
			)),
		press: async (key) => void (await strike([KEYS[key]])),
		type: async (text) => void (await strike([...text])),
		async resize(width, height) {
			// The window has a frame, as wide as what the page does not see of it.
			const outer = (await ask(root, 'GET', `/session/${sessionId}/window/rect`)) as Size;
			const inner = await seen();
			const frame = { width: outer.width - inner.width, height: outer.height - inner.height };
			const given = (await send('/window/rect', {
				width: width + frame.width,
				height: height + frame.height
			})) as Size;
			// The window may be no narrower; the page learns its size a little later.
			while ((await seen()).width !== given.width - frame.width)
				await new Promise((resolve) => setTimeout(resolve, 50));
		},
		screenshot: async () => (await ask(root, 'GET', `/session/${sessionId}/screenshot`)) as string,
		async close() {
			await ask(root, 'DELETE', `/session/${sessionId}`).finally(() => server.kill());
		}
	};
}

interface Size {
	width: number;
	height: number;
}

async function ask(root: string, method: string, path: string, body?: object): Promise<unknown> {
	const answer = await fetch(root + path, {
		method,
		...(body ? { body: JSON.stringify(body) } : {})
	});
	const { value } = (await answer.json()) as { value: unknown };
	if (answer.ok) return value;
	const { error, message } = value as { error: string; message: string };
	throw new Error(`WebDriver ${method} ${path}: ${error}: ${message}`);
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** Resolves once the driver answers; rejects if it ends before that. */
async function answering(root: string, server: ReturnType<typeof spawn>): Promise<void> {
	let end: string | undefined;
	server.once('error', (error) => (end = error.message));
	server.once('exit', (code) => (end = `it ended with ${code}`));
	for (;;) {
		if (end !== undefined) throw new Error(`${server.spawnfile} did not start: ${end}`);
		if (
			await fetch(`${root}/status`).then(
				({ ok }) => ok,
				() => false
			)
		)
			return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
