import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { currentFolders } from './src/pipeline/folders.js';

const folders = currentFolders();

/** All that the site is built from; the data as `atlas data` has written it. */
const INPUTS = [
	'src',
	folders.assets,
	folders.app,
	'package-lock.json',
	/^(svelte|vite)\..*[jt]s$/
];

/**
 * A digest of all that the site is built from: two builds of one commit are byte-identical, and
 * whatever makes a build another one also gives it another name.
 */
function version() {
	const digest = createHash('sha256');
	const inputs = INPUTS.flatMap((input) =>
		typeof input === 'string' ? filesIn(input) : readdirSync('.').filter((file) => input.test(file))
	);
	for (const file of inputs.sort())
		digest.update(`${relative('.', file).replaceAll('\\', '/')}\n`).update(readFileSync(file));
	return digest.digest('hex').slice(0, 12);
}

/**
 * A file, or all files in a folder; none before `atlas data` has written it.
 *
 * @param {string} path
 */
function filesIn(path) {
	const state = statSync(path, { throwIfNoEntry: false });
	if (!state?.isDirectory()) return state ? [path] : [];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'));
}

/** What the policy allows of inline scripts besides Kit's own. */
function inlineScriptHashes() {
	const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
	const [, inPage] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
	if (inPage === undefined) throw new Error('src/app.html has no inline script to allow.');
	const ofFiles = [
		'load-after-paint',
		'say-what-failed',
		'keep-press',
		'keep-offline',
		'download-kept'
	].map((name) => readFileSync(new URL(`src/${name}.js`, import.meta.url), 'utf8'));
	return [inPage, ...ofFiles].map(
		(script) =>
			/** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`)
	);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: folders.site, assets: folders.site }),
		alias: { $built: folders.app },
		files: { assets: folders.assets },
		outDir: folders.kit,
		version: { name: version(), pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', ...inlineScriptHashes()],
				'style-src': ['self'],
				// The one inline style is Kit's own route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				// Bases and layers from other addresses, which only the reader asks for: any host, but
				// encrypted, or the reader's own machine. Pictures are fetched too, so `img-src` stays.
				'connect-src': ['self', 'https:', 'http://localhost:*', 'http://127.0.0.1:*'],
				'worker-src': ['self'],
				'frame-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				// Strings become code or markup only through these: `app.html`, Svelte's templates, and the map
				// of the print sheet (`drawn-markup.ts`).
				'require-trusted-types-for': ['script'],
				'trusted-types': ['default', 'svelte-trusted-html', 'drawn-map']
			}
		},
		inlineStyleThreshold: 100_000,
		prerender: {
			// Of one article there is no page but `/`.
			handleUnseenRoutes({ routes, message }) {
				if (routes.some((route) => route !== '/[[lang=lang]]/articles/[article]'))
					throw new Error(message);
			},
			// All in Chinese, each site and article in both languages (its `entries`), and the rest in English.
			entries: [
				'*',
				'/en/',
				'/en/changes/',
				'/en/changes.atom',
				'/en/changes.json',
				'/en/progress/',
				'/en/data/',
				'/en/privacy/',
				'/en/accessibility/',
				'/en/embed/',
				'/en/embed/demo/',
				'/en/manifest.webmanifest',
				'/en/oembed.json',
				'/en/studio/',
				'/en/studio/preview/'
			]
		},
		typescript: {
			config: (config) => {
				config.include.push('../*.config.ts', '../vite.*.ts', '../tests/**/*.ts');
			}
		}
	}
};
