import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Modules {
	getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const ROUTES = resolve('src/routes');
const EXPLORER = join(ROUTES, '[[lang=lang]]/+page.svelte');
const LIBRARIES = /node_modules\/(svelte|@sveltejs|devalue|esm-env)\//;

/**
 * Pages without script of their own, as neither the explorer nor the page of an article is: Kit takes
 * their style sheets from the chunks of their modules.
 */
const SCRIPTLESS = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
	.map((path) => join(ROUTES, path))
	.filter(
		(path) =>
			path.endsWith('+page.svelte') &&
			path !== EXPLORER &&
			!/\/(?:articles|embed|studio)\//.test(path)
	);

/** What opens the live map, and the half of the engine that its worker has too. */
const LIVE_MAP = resolve('src/lib/explorer/live-map.ts');
const MAP_WORKER = resolve('node_modules/maplibre-gl/src/source/worker.ts');

interface Parts {
	explorer: ReadonlySet<string>;
	shared: ReadonlySet<string>;
	liveMap: ReadonlySet<string>;
	engine: ReadonlySet<string>;
}

/** By build: that of the server has other modules than that of the browser. */
const known = new WeakMap<Modules, Parts>();

/**
 * Chunks of the modules that the explorer runs before anything is asked of it. Two, since each
 * further one costs a round trip: the libraries, with what the pages without script have in common
 * with the explorer, and the rest, whose style sheet these pages then do without. The live map is two
 * more, of which its worker has one too, although the studio shares parts of both. What is asked for later is left to the bundler.
 */
export const atOnce = [
	{
		debugName: 'framework',
		name: (id: string, modules: Modules) =>
			LIBRARIES.test(id) || partsFor(modules).shared.has(id) ? 'framework' : null,
		// A chunk takes along what its modules import: these go first.
		priority: 1
	},
	{
		debugName: 'explorer',
		name: (id: string, modules: Modules) => (partsFor(modules).explorer.has(id) ? 'explorer' : null)
	},
	{
		debugName: 'engine',
		name: (id: string, modules: Modules) => (partsFor(modules).engine.has(id) ? 'engine' : null),
		priority: 1
	},
	{
		debugName: 'live-map',
		name: (id: string, modules: Modules) => (partsFor(modules).liveMap.has(id) ? 'live-map' : null)
	}
];

function partsFor(modules: Modules): Parts {
	let parts = known.get(modules);
	if (!parts) known.set(modules, (parts = partsOf(modules)));
	return parts;
}

function partsOf(modules: Modules): Parts {
	const explorer = importsOf(EXPLORER, modules);
	const elsewhere = new Set<string>();
	for (const page of SCRIPTLESS) importsOf(page, modules, elsewhere);
	const ofWorker = importsOf(MAP_WORKER, modules);
	// By its own name src/hooks.server.ts finds what is to be loaded.
	const ofMap = [...importsOf(LIVE_MAP, modules)].filter(
		(id) => id !== LIVE_MAP && !explorer.has(id)
	);
	return {
		explorer,
		shared: new Set([...explorer].filter((id) => elsewhere.has(id))),
		liveMap: new Set(ofMap.filter((id) => !ofWorker.has(id))),
		engine: new Set(ofMap.filter((id) => ofWorker.has(id)))
	};
}

/** A module and all that it imports, directly or not, but for what it imports later. */
function importsOf(id: string, modules: Modules, found = new Set<string>()): Set<string> {
	if (found.has(id)) return found;
	found.add(id);
	for (const next of modules.getModuleInfo(id)?.importedIds ?? []) importsOf(next, modules, found);
	return found;
}
