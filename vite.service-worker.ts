import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { currentFolders } from './src/pipeline/folders.js';
import { studioFiles } from './vite.studio-files.ts';
import { DIGEST_BYTES, isKept, type Manifest } from './src/lib/offline/manifest.ts';

const BUILT = currentFolders().site;
const FILE = 'service-worker.js';
const ENTRY = 'src/lib/offline/worker.ts';

/**
 * Writes `service-worker.js` beside the pages, once all of them are there: it carries the digest of
 * each. The dev server has none. That of `vite preview` takes it from the built site; it serves all
 * else from the folder of Kit that the site is a copy of.
 */
export function serviceWorker(): Plugin {
	let isOurs = false;
	return {
		name: 'service-worker',
		configResolved({ command, build }) {
			// Kit builds for the browser from within the build for the server, and copies after both.
			isOurs = command === 'build' && Boolean(build.ssr);
		},
		configurePreviewServer({ middlewares }) {
			middlewares.use(`/${FILE}`, (_request, response, next) => {
				if (!existsSync(join(BUILT, FILE))) return next();
				response.setHeader('content-type', 'text/javascript');
				response.setHeader('cache-control', 'no-cache');
				response.end(readFileSync(join(BUILT, FILE)));
			});
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			async handler(error?: Error) {
				if (isOurs && !error) await writeServiceWorker(BUILT);
			}
		}
	};
}

/**
 * Writes the service worker of a built site.
 *
 * @param folder with all files of the site
 */
export async function writeServiceWorker(folder: string): Promise<void> {
	const output = (await build({
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2022',
			lib: { entry: resolve(ENTRY), formats: ['iife'], name: 'worker' }
		}
	})) as Rolldown.RolldownOutput[];
	const [chunk] = output.flatMap((one) => one.output);
	if (chunk?.type !== 'chunk') throw new Error(`${ENTRY} did not build.`);
	const manifest = JSON.stringify(manifestOf(folder));
	writeFileSync(join(folder, FILE), `const MANIFEST = ${manifest};\n${chunk.code}`);
}

/**
 * What a built site consists of.
 *
 * @throws Error if the folder has no `_app/version.json`
 */
export function manifestOf(folder: string): Manifest {
	const { version: app } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const ofStudio = studioFiles(folder);
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => ({ path: path.replaceAll(sep, '/'), found: statSync(join(folder, path)) }))
		.filter(({ path, found }) => {
			return found.isFile() && isKept(path, found.size) && !ofStudio.has(path);
		})
		.map(({ path }) => path)
		.sort();
	const files = Object.fromEntries(
		paths.map((path) => [path, shortDigest(readFileSync(join(folder, path)))])
	);
	return { version: shortDigest(JSON.stringify(files)), app, files };
}

/** As `digest` of the worker's side. */
function shortDigest(content: string | Buffer): string {
	return createHash('sha256')
		.update(content)
		.digest()
		.subarray(0, DIGEST_BYTES)
		.toString('base64url');
}
