import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pagesOf, pathOf } from '../../src/lib/pages/addresses';
import { atlas } from '../support/atlas';

/** The ready settings of servers, which must send the same (docs/deploy.md). */

const nginx = readFileSync('deploy/nginx.conf', 'utf8');
const caddy = readFileSync('deploy/Caddyfile', 'utf8');
const netlify = readFileSync('deploy/_headers', 'utf8');

const EVERYWHERE = [
	'X-Content-Type-Options',
	'Referrer-Policy',
	'Permissions-Policy',
	'Access-Control-Allow-Origin'
];

/** What `_headers` sends of a header for a path: rules of all patterns that it meets. */
function sentByNetlify(path: string, name: string): string[] {
	const rules = netlify.split(/\n\n+/).map((rule) => rule.split('\n').filter((l) => !/^#/.test(l)));
	return rules.flatMap(([pattern = '', ...headers]) => {
		const source = pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*');
		if (!new RegExp(`^${source}$`).test(path)) return [];
		return headers.flatMap((header) => {
			const [, key, value = ''] = /^\s+([\w-]+): (.*)$/.exec(header) ?? [];
			return key === name ? [value] : [];
		});
	});
}

/** What nginx's `map` gives for a path: its first pattern, else its default. */
function mappedByNginx(variable: string, path: string): string {
	const [, body = ''] = new RegExp(`map \\$uri \\$${variable} \\{([^}]*)\\}`).exec(nginx) ?? [];
	const lines = [...body.matchAll(/^\s*(default|"~[^"]*") "([^"]*)";$/gm)];
	const hit = lines.find(
		([, key = '']) => key !== 'default' && new RegExp(key.slice(2, -1)).test(path)
	);
	const value = (hit ?? lines.find(([, key]) => key === 'default'))?.[2];
	if (value === undefined) throw new Error(`nginx.conf maps ${path} to no ${variable}.`);
	return value;
}

/** What Caddy's matchers give for a path. */
function framesByCaddy(path: string): string[] {
	const matches = (name: string) => {
		const [, not, pattern = ''] =
			new RegExp(`@${name} (not )?path_regexp (\\S+)`).exec(caddy) ?? [];
		return new RegExp(pattern).test(path) !== Boolean(not);
	};
	return [...caddy.matchAll(/header @(\w+) Content-Security-Policy "([^"]*)"/g)].flatMap(
		([, name = '', value = '']) => (matches(name) ? [value] : [])
	);
}

describe.each(EVERYWHERE)('%s', (name) => {
	test('is the same on each server', () => {
		const [inNginx] = nginx.match(new RegExp(`(?<=add_header ${name} ")[^"]*`)) ?? [];
		const [inCaddy] = caddy.match(new RegExp(`(?<=header ${name} ")[^"]*`)) ?? [];
		expect(inNginx).toBeTruthy();
		expect(inCaddy).toBe(inNginx);
		expect(sentByNetlify('/anything', name)).toEqual([inNginx]);
	});
});

describe('who may frame a page', () => {
	const self = [...pagesOf(atlas)];
	const rows = (['zh', 'en'] as const).flatMap((lang) => [
		...self.map((page) => ({ path: `/${pathOf(page, lang)}`, sent: ["frame-ancestors 'self'"] })),
		...['studio/', 'studio/preview/'].map((page) => ({
			path: `/${pathOf(page, lang)}`,
			sent: ["frame-ancestors 'none'"]
		})),
		...['embed/', 'embed/demo/'].map((page) => ({ path: `/${pathOf(page, lang)}`, sent: [] }))
	]);

	test.each(rows)('$path', ({ path: folder, sent }) => {
		for (const path of [folder, `${folder}index.html`]) {
			expect(sentByNetlify(path, 'Content-Security-Policy')).toEqual(sent);
			expect([mappedByNginx('atlas_frame_ancestors', path)].filter(Boolean)).toEqual(sent);
			expect(framesByCaddy(path)).toEqual(sent);
		}
	});
});

test('only files whose name changes with them are kept without asking', () => {
	for (const [path, forever] of [
		['/_app/immutable/chunks/a.js', true],
		['/atlas/_app/immutable/a.css', true],
		['/', false],
		['/service-worker.js', false],
		['/data/basemap.pmtiles', false]
	] as const)
		expect(/immutable/.test(mappedByNginx('atlas_cache', path)), path).toBe(forever);
	expect(sentByNetlify('/_app/immutable/a.js', 'Cache-Control')).toEqual([
		'public, max-age=31536000, immutable'
	]);
	expect(sentByNetlify('/service-worker.js', 'Cache-Control')).toEqual(['no-cache']);
});
