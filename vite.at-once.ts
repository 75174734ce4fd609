import { resolve } from 'node:path';

interface Modules {
	getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

const EXPLORER = resolve('src/routes/[[lang=lang]]/+page.svelte');

/** By build: that of the server has other modules than that of the browser. */
const explorers = new WeakMap<Modules, Set<string>>();

/**
 * Names the chunk of the modules that the explorer runs before anything is asked of it: one file,
 * since each further one costs a round trip. The rest is left to the bundler.
 */
export function atOnce(id: string, modules: Modules): string | null {
	let explorer = explorers.get(modules);
	if (!explorer) explorers.set(modules, (explorer = importsOf(EXPLORER, modules)));
	return explorer.has(id) ? 'explorer' : null;
}

/** A module and all that it imports, directly or not, but for what it imports later. */
function importsOf(id: string, modules: Modules, found = new Set<string>()): Set<string> {
	if (found.has(id)) return found;
	found.add(id);
	for (const next of modules.getModuleInfo(id)?.importedIds ?? []) importsOf(next, modules, found);
	return found;
}
