import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isPacked } from '../../src/lib/offline/manifest';
import { currentFolders } from '../../src/pipeline/folders.js';
import { manifestOf } from '../../vite.service-worker';

/**
 * What each part of the built site may weigh at most, in bytes as a host sends them. A limit is
 * at most 3 % above what the part weighed when the limit was set: who raises one says in the
 * commit what readers get for it.
 */
const LIMITS = {
	'page of the explorer, Chinese': 37_600,
	'page of the explorer, English': 37_400,
	'page of the embed': 35_100,
	'page of the data, without script': 16_200,
	'page for what is not there': 4_060,
	'explorer with its libraries': 64_800,
	'styles of the explorer': 7_710,
	'live map': 117_500,
	'map engine': 102_600,
	'map worker': 6_150,
	'letters of the first map': 6_750,
	'letters of the map': 55_700,
	'card of a site': 4_510,
	'details for cards': 15_000,
	'search panel': 5_710,
	'search index': 12_030,
	'embed.js, gzip': 3_890,
	'embed.mjs, gzip': 4_090,
	'names for live text': 4_600,
	'service worker': 9_200,
	'first load of the studio': 444_900,
	'kept offline, as it is kept': 3_238_000
} as const;

type Part = keyof typeof LIMITS;

/** A part of the built site and its weight. */
export interface Size {
	part: Part;
	/** As sent: brotli unless the name says otherwise; fonts as they are. */
	bytes: number;
	limit: number;
}

const STUDIO = 'src/lib/studio/Studio.svelte';

interface Chunk {
	file: string;
	name?: string;
	imports?: string[];
	css?: string[];
}

type Manifest = Record<string, Chunk>;

/**
 * Weighs each part that has a limit.
 *
 * @throws Error if the site isn't built, or if a part can't be found in it by its name
 */
export function sizesOf({ kit, site } = currentFolders()): Size[] {
	const manifestFile = join(kit, 'output/client/.vite/manifest.json');
	if (!existsSync(manifestFile)) throw new Error(`There is no ${manifestFile}: npm run build.`);
	const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
	const read = (file: string) => readFileSync(join(site, file));
	const sent = (file: string) => brotliCompressSync(read(file)).length;
	const all = (files: Iterable<string>) => [...new Set(files)].reduce((sum, f) => sum + sent(f), 0);
	const named = (name: string) => chunksNamed(name, manifest).map(({ file }) => file);
	const bytes: Record<Part, number> = {
		'page of the explorer, Chinese': sent('index.html'),
		'page of the explorer, English': sent('en/index.html'),
		'page of the embed': sent('embed/index.html'),
		'page of the data, without script': sent('data/index.html'),
		'page for what is not there': sent('404.html'),
		'explorer with its libraries': all([...named('framework'), ...named('explorer')]),
		'styles of the explorer': all(chunksNamed('explorer', manifest).flatMap(({ css = [] }) => css)),
		'live map': all(named('live-map')),
		'map engine': all(named('engine')),
		'map worker': all(named('map-worker')),
		'letters of the first map': read('data/map-font-first.woff2').length,
		'letters of the map': read('data/map-font.woff2').length,
		'card of a site': all(named('SiteCard')),
		'details for cards': sent('data/details.json'),
		'search panel': all(named('FindPanel')),
		'search index': sent('data/search.json'),
		'embed.js, gzip': gzipSync(read('embed.js'), { level: 9 }).length,
		'embed.mjs, gzip': gzipSync(read('embed.mjs'), { level: 9 }).length,
		'names for live text': sent('data/gazetteer.js'),
		'service worker': sent('service-worker.js'),
		'first load of the studio': all(loadedWith(STUDIO, manifest)),
		'kept offline, as it is kept': keptBytes(site)
	};
	return Object.entries(LIMITS).map(([part, limit]) => ({
		part: part as Part,
		bytes: bytes[part as Part],
		limit
	}));
}

/** The chunks that vite.at-once.ts or their module has given a name. */
function chunksNamed(name: string, manifest: Manifest): Chunk[] {
	const chunks = Object.values(manifest).filter((chunk) => chunk.name === name);
	if (chunks.length > 0) return chunks;
	throw new Error(
		`No chunk of the build is named ${name}. Was it renamed? See ${import.meta.url}.`
	);
}

/** A module's chunk, all that it imports at once, and their style sheets. */
function loadedWith(key: string, manifest: Manifest, found = new Set<string>()): Set<string> {
	const chunk = manifest[key];
	if (!chunk) throw new Error(`No chunk of the build has ${key}. Was it renamed?`);
	if (found.has(chunk.file)) return found;
	for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
	for (const next of chunk.imports ?? []) loadedWith(next, manifest, found);
	return found;
}

/** All files of a version, packed as the service worker packs them. */
function keptBytes(site: string): number {
	return Object.keys(manifestOf(site).files)
		.map((file) => ({ file, content: readFileSync(join(site, file)) }))
		.map(({ file, content }) => (isPacked(file) ? gzipSync(content) : content).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}
