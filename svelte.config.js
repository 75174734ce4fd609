import adapter from '@sveltejs/adapter-static';
import { execFileSync } from 'node:child_process';

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

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: '404.html' }),
		alias: { $built: '.atlas' },
		version: { name: version(), pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one inline style is Kit's own route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		},
		prerender: { entries: ['/', '/en/'], handleHttpError: 'warn' },
		inlineStyleThreshold: 100_000,
		typescript: {
			config: (config) => {
				config.include.push('../*.config.ts', '../vite.*.ts', '../tests/**/*.ts');
			}
		}
	}
};
