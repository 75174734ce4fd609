import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import atlas from '$built/atlas.json';
import { existsSync, readFileSync } from 'node:fs';
import downloadKept from './download-kept.js?raw';
import keepOffline from './keep-offline.js?raw';
import keepPress from './keep-press.js?raw';
import loadAfterPaint from './load-after-paint.js?raw';
import sayWhatFailed from './say-what-failed.js?raw';

/** Folder that the site is published in: `/`, or that of its address. */
const FOLDER = atlas.address ? new URL(atlas.address).pathname : '/';

/**
 * Has the service worker keep the site, after the explorer's map, so that nothing competes with
 * the first view. Not in frames, and not for who saves data; a browser that refuses goes on without.
 */
const KEEP_OFFLINE = `<script>${keepOffline}</script>`;

/**
 * Browsers ask the host for what a link has them download, past the service worker. Where that keeps
 * the site, it is asked instead, and gives a file for saving.
 */
const DOWNLOAD_KEPT = `<script>${downloadKept}</script>`;

/** Pages of others, and the one that shows how they look: nobody is made to keep the site by these. */
const OF_OTHERS = /\/embed\b/;

/** The pages of articles; and all whose buttons want scripts, which a press on them may precede. */
const EXPLORERS = new Set<string | null>(['/[[lang=lang]]', '/[[lang=lang]]/articles/[article]']);
const ANSWERS = new Set([...EXPLORERS, '/[[lang=lang]]/embed']);

/** What the client build made of each module; prerendering runs behind it. */
const MANIFEST = `${__KIT_FOLDER__}/output/client/.vite/manifest.json`;
const LIVE_MAP = 'src/lib/explorer/live-map.ts';

/** Map and headline in one first paint: one before them costs a slow phone a layout of its own. */
const WAIT_FOR_HEADLINE = '<link rel="expect" href="#headline" blocking="render">';

type Manifest = Record<string, { file: string; imports?: string[] }>;

/** Kit's hint for a script of the page: the folder of the site, and the file. */
const HINT = /<link href="([^"]*?)(_app\/[^"]*\.js)" rel="modulepreload">/g;

/**
 * Writes the language of the page into `<html lang>`, also while prerendering, and lets the hints
 * for scripts give way to the page's own text and map. Those for the live map wait for the first
 * paint, and the service worker for the map.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => {
			const isExplorer = EXPLORERS.has(event.route.id);
			const isStudio = /\/studio\b/.test(event.route.id ?? '');
			const isOurs = building && !OF_OTHERS.test(event.route.id ?? '');
			const page = withAllHints(html)
				.replace('%lang%', event.params['lang'] === 'en' ? 'en' : 'zh-Hans')
				.replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"')
				.replace(
					/(?=\s*<\/head>)/,
					() =>
						(ANSWERS.has(event.route.id) || isStudio ? `<script>${sayWhatFailed}</script>` : '') +
						(ANSWERS.has(event.route.id) ? `<script>${keepPress}</script>` : '') +
						(isExplorer ? WAIT_FOR_HEADLINE + mapPreloads(html) : '') +
						(isOurs ? KEEP_OFFLINE : '') +
						(event.route.id === '/[[lang=lang]]/data' ? DOWNLOAD_KEPT : '')
				);
			// It is served at any depth, where addresses that start from it would lead nowhere.
			return event.route.id === '/404' ? page.replaceAll(/(?<=(?:href|src)=")\.\//g, FOLDER) : page;
		}
	});

/**
 * Adds the hints that Kit leaves out: for a file that it has met before among what the page may load
 * later. Readers would wait for it once more; and Vite makes a link of its own for it, of which
 * Firefox tells an error where it has the module by then (docs/browsers.md).
 */
function withAllHints(page: string): string {
	const hints = [...page.matchAll(HINT)];
	const last = hints.at(-1);
	if (!last || !existsSync(MANIFEST)) return page;
	const [link, folder = ''] = last;
	const manifest = readManifest();
	const hinted = new Set(hints.map(([, , file]) => file));
	const needed = Object.keys(manifest)
		.filter((module) => hinted.has(manifest[module]?.file))
		.flatMap((module) => filesOf(module, manifest));
	const missing = [...new Set(needed)].filter((file) => !hinted.has(file));
	const added = missing.map((file) => `\n\t\t<link href="${folder}${file}" rel="modulepreload">`);
	return page.replace(link, () => link + added.join(''));
}

/**
 * The code of the live map, as links that an inline script puts to use once something is painted,
 * unless the reader wants no map or the browser can't draw it. None in the dev server.
 */
function mapPreloads(page: string): string {
	if (!existsSync(MANIFEST)) return '';
	const [, folder = ''] = /href="([^"]*)_app\//.exec(page) ?? [];
	const manifest = readManifest();
	const links = filesOf(LIVE_MAP, manifest)
		.filter((file) => !page.includes(file))
		.map((file) => `<link rel="modulepreload" href="${folder}${file}">`);
	return `<template id="map-code">${links.join('')}</template><script>${loadAfterPaint}</script>`;
}

function readManifest(): Manifest {
	return JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
}

/** The file of a module and those that it imports. */
function filesOf(module: string, manifest: Manifest): string[] {
	const built = manifest[module];
	if (!built) throw new Error(`${MANIFEST} has no ${module}: was it renamed?`);
	const imports = (built.imports ?? []).flatMap((one) => filesOf(one, manifest));
	return [...new Set([built.file, ...imports])];
}
