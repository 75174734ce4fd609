/// <reference lib="webworker" />
import { partOf } from './byte-range';
import { findFile } from './find-file';
import { KeptFiles } from './kept-files';
import { KeptVersions } from './kept-versions';
import type { Manifest } from './manifest';
import type { Hello, Standing } from './messages';

/** Written before this code by vite.service-worker.ts. */
declare const MANIFEST: Manifest;

/**
 * The service worker: keeps the site for use without a network. It is installed once all files of
 * its version are there, and answers a page that is opened from then on with these alone. A page
 * keeps the version that it was opened with, also when a newer worker has taken over.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
// Other atlases of the same host keep theirs beside ours.
const files = new KeptFiles(`${scope} files`, scope);
const versions = new KeptVersions(`${scope} versions`, scope);

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => event.waitUntil(greet(event)));
worker.addEventListener('fetch', (event) => {
	const { method, url, mode } = event.request;
	if (method !== 'GET' || !url.startsWith(scope)) return;
	event.respondWith(mode === 'navigate' ? open(event) : serve(event));
});

async function install(): Promise<void> {
	try {
		await versions.announce(MANIFEST);
		await files.keepAll(MANIFEST.files);
		await versions.add(MANIFEST);
	} catch (error) {
		// What has come stays for the next try, unless there is no room for the rest.
		if ((error as Error).name === 'QuotaExceededError')
			await files.dropAllBut(await versions.withdraw());
		throw error;
	}
	// Open pages keep their version: nothing has to wait for them to be closed.
	await worker.skipWaiting();
}

async function activate(): Promise<void> {
	await worker.clients.claim();
	await tidy();
}

/** Drops what no page needs any more. */
async function tidy(): Promise<void> {
	try {
		const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'all' });
		const wanted = await versions.tidy(new Set(open.map(({ id }) => id)), MANIFEST);
		await files.dropAllBut(wanted);
	} catch {
		// The browser refuses what it keeps: there is nothing to drop.
	}
}

/** A page that is opened gets the version of this worker. */
async function open(event: FetchEvent): Promise<Response> {
	const { request } = event;
	const found = findFile(pathOf(request), MANIFEST.files);
	if (found && 'folder' in found) return leadTo(found.folder, request);
	// Not one of ours, or dropped by the browser while the host has another version.
	if (!found) return fetch(request).catch(() => give('404.html', event, 404));
	return give(found.file, event).catch(() => fetch(request));
}

async function give(file: string, event: FetchEvent, status = 200): Promise<Response> {
	const { body, headers: kept } = await read(file, MANIFEST);
	const headers = new Headers(kept);
	// src/download-kept.js asks so.
	if (new URL(event.request.url).search === '?download')
		headers.set('content-disposition', 'attachment');
	await versions.bind(event.resultingClientId, MANIFEST.version);
	event.waitUntil(tidy());
	return new Response(body, { status, headers });
}

/** What a page asks for comes from its version; a page that has none asks the host. */
async function serve({ request, clientId, resultingClientId }: FetchEvent): Promise<Response> {
	const version = await versions.of(clientId).catch(() => null);
	const found = version && findFile(pathOf(request), version.files);
	if (!found) return fetch(request);
	if ('folder' in found) return leadTo(found.folder, request);
	// The worker that a page starts asks for files itself.
	if (resultingClientId) await versions.bind(resultingClientId, version.version).catch(() => {});
	try {
		const file = await read(found.file, version);
		const range = request.headers.get('range');
		return range === null ? file : await partOf(file, range);
	} catch {
		// Never the same file of another version.
		return Response.error();
	}
}

function read(file: string, { files: hashes }: Manifest): Promise<Response> {
	return files.read(file, hashes[file] ?? '');
}

/** Tells a page whether there is a newer version; one that came from the host may take part now. */
async function greet({ data, source }: ExtendableMessageEvent): Promise<void> {
	const { type, app } = data as Hello;
	if (type !== 'hello' || !(source instanceof Client)) return;
	let version = (await versions.of(source.id).catch(() => null))?.version;
	if (!version && app === MANIFEST.app) {
		version = MANIFEST.version;
		await versions.bind(source.id, version).catch(() => {});
	}
	const standing: Standing = { type: 'standing', isOutdated: version !== MANIFEST.version };
	source.postMessage(standing);
}

function pathOf({ url }: Request): string {
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`.slice(scope.length);
}

function leadTo(folder: string, { url }: Request): Response {
	return Response.redirect(`${scope}${folder}${new URL(url).search}`, 302);
}
