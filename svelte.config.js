import adapter from '@sveltejs/adapter-static';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The commit, so that two builds of one commit are byte-identical; `dev` outside a checkout. */
function version() {
	try {
		return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
	} catch {
		return 'dev';
	}
}

/** What the policy allows of inline scripts besides Kit's own. */
function inlineScriptHashes() {
	const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
	const [, inPage] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
	if (inPage === undefined) throw new Error('src/app.html has no inline script to allow.');
	const ofMap = readFileSync(new URL('src/load-after-paint.js', import.meta.url), 'utf8');
	return [inPage, ofMap].map(
		(script) =>
			/** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`)
	);
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		alias: { $built: '.atlas' },
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
				'form-action': ['none']
			}
		},
		inlineStyleThreshold: 100_000,
		prerender: {
			// All in Chinese, each site in both languages (its `entries`), and the rest in English.
			entries: [
				'*',
				'/en/',
				'/en/changes/',
				'/en/changes.atom',
				'/en/changes.json',
				'/en/progress/',
				'/en/data/',
				'/en/embed/',
				'/en/embed/demo/',
				'/en/manifest.webmanifest',
				'/en/oembed.json'
			]
		},
		typescript: {
			config: (config) => {
				config.include.push('../*.config.ts', '../vite.*.ts', '../tests/**/*.ts');
			}
		}
	}
};
