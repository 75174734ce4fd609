import { expect, type Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../src/lib/offline/manifest';
import { writeServiceWorker } from '../../vite.service-worker';

/** What the service worker of a built site keeps. */
export function manifestIn(folder: string): Manifest {
	const script = readFileSync(join(folder, 'service-worker.js'), 'utf8');
	const [, manifest = ''] = /^const MANIFEST = (.*);$/m.exec(script) ?? [];
	return JSON.parse(manifest) as Manifest;
}

/** A copy of the built site without share cards, for changing; its service worker is for it. */
export function copyOfSite(): string {
	const folder = mkdtempSync(join(tmpdir(), 'district-atlas-site-'));
	cpSync('build', folder, { recursive: true, filter: (file) => !file.endsWith('data/cards') });
	return folder;
}

/**
 * Makes another version of a built site: in every file of text some words become others, and it
 * has another name, as if it had been built anew.
 */
export async function makeVersion(
	folder: string,
	name: string,
	words: Readonly<Record<string, string>>
): Promise<void> {
	const changes = Object.entries({ ...words, [manifestIn(folder).app]: name });
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(html|js|json|geojson|csv|kml)$/.test(path)) continue;
		const text = readFileSync(join(folder, path), 'utf8');
		const changed = changes.reduce((all, [from, to]) => all.replaceAll(from, to), text);
		if (changed !== text) writeFileSync(join(folder, path), withPolicyOf(changed, text));
	}
	await writeServiceWorker(folder);
}

/** The policy of a page names its inline scripts by their digests. */
function withPolicyOf(changed: string, text: string): string {
	const before = inlineDigests(text);
	return inlineDigests(changed).reduce(
		(page, digest, i) => page.replaceAll(before[i] ?? digest, digest),
		changed
	);
}

function inlineDigests(page: string): string[] {
	return [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) =>
		createHash('sha256').update(script).digest('base64')
	);
}

/** Waits until this page, the only one, needs the host no more. */
export async function expectKept(page: Page): Promise<void> {
	await expect
		.poll(() => keptNames(page, 'versions'), { timeout: 60_000 })
		.toEqual(expect.arrayContaining([expect.stringMatching(/client/)]));
}

/** The entries of what is kept: paths and queries. */
export function keptNames(page: Page, kind: 'files' | 'versions'): Promise<string[]> {
	return page.evaluate(async (kind) => {
		const names = (await caches.keys()).filter((name) => name.endsWith(` ${kind}`));
		const found = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return found.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
	}, kind);
}

/** Bytes of all that is kept. */
export function keptBytes(page: Page): Promise<number> {
	return page.evaluate(async () => {
		let bytes = 0;
		for (const name of await caches.keys())
			for (const response of await (await caches.open(name)).matchAll())
				bytes += (await response.arrayBuffer()).byteLength;
		return bytes;
	});
}

/** Asks for a newer version, and waits for what becomes of its worker. */
export function updateWorker(page: Page): Promise<ServiceWorkerState> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const found = new Promise<ServiceWorker | null>((resolve) =>
			registration.addEventListener('updatefound', () => resolve(registration.installing))
		);
		await registration.update();
		const worker = await found;
		return new Promise<ServiceWorkerState>((resolve) => {
			const look = () => {
				if (worker && ['activated', 'redundant'].includes(worker.state)) resolve(worker.state);
			};
			worker?.addEventListener('statechange', look);
			look();
		});
	});
}
