import { relative, resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { buildAtlas } from './build';
import { formatIssues } from './report';

const DATA = resolve('geodata');
const OUT = { app: resolve('.atlas'), public: resolve('static/data') };

/**
 * Builds the data before the dev server starts, and again when a file in `geodata/` changes.
 * Data with errors leaves the last good build in place and shows what is wrong in the browser.
 */
export function atlasData(): Plugin {
	return {
		name: 'atlas-data',
		apply: 'serve',
		async configureServer(server) {
			if (process.env['VITEST']) return;
			server.watcher.add(DATA);
			await rebuild(server);
			server.watcher.on('all', (_event, file) => {
				if (!relative(DATA, file).startsWith('..')) void rebuild(server);
			});
		}
	};
}

async function rebuild(server: ViteDevServer): Promise<void> {
	const issues = await buildAtlas(DATA, OUT);
	const errors = issues.filter((issue) => issue.severity === 'error');
	if (errors.length === 0) {
		server.ws.send({ type: 'full-reload' });
		return;
	}
	const message = formatIssues(errors);
	server.config.logger.error(message);
	server.ws.send({ type: 'error', err: { message, stack: '' } });
}
