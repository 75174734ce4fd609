import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { currentFolders } from './src/pipeline/folders.js';

const DATA = currentFolders().data;
const CLI = ['--import', 'tsx', 'src/pipeline/cli.ts', 'data', DATA];

/**
 * For the dev server: builds the data before it starts, and again when a file of it changes. Data
 * with errors leaves the last good build in place and says in the terminal and in the browser what
 * is wrong. It runs as a process of its own.
 */
export function atlasData(): Plugin {
	return {
		name: 'atlas-data',
		apply: (_config, { command, isPreview }) => command === 'serve' && !isPreview,
		async configureServer(server) {
			let last = rebuild(server);
			await last;
			server.watcher.add(DATA);
			server.watcher.on('all', (_event, file) => {
				// One after the other: two at a time would write the same files.
				if (!relative(DATA, file).startsWith('..')) last = last.then(() => rebuild(server));
			});
		}
	};
}

function rebuild(server: ViteDevServer): Promise<void> {
	return new Promise((done) => {
		const build = spawn(process.execPath, CLI, { stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		build.stdout.on('data', (part: Buffer) => (said += part.toString()));
		build.stderr.on('data', (part: Buffer) => (said += part.toString()));
		build.on('close', (code) => {
			if (code === 0) server.ws.send({ type: 'full-reload' });
			else {
				server.config.logger.error(`The data has problems; the last good build stays.\n\n${said}`);
				server.ws.send({ type: 'error', err: { message: said, stack: '' } });
			}
			done();
		});
	});
}
