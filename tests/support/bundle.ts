import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';

/** The code of a module and all it imports as one classic script; its exports are in `global`. */
export async function bundle(entry: string, global: string): Promise<string> {
	const results = await build({
		configFile: false,
		logLevel: 'silent',
		// A page of a test has one file: styles come with their component.
		plugins: [svelte({ configFile: false, compilerOptions: { css: 'injected', runes: true } })],
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			write: false,
			target: 'es2020',
			lib: { entry, formats: ['iife'], name: global }
		}
	});
	const [result] = results as Rolldown.RolldownOutput[];
	const code = result?.output[0].code;
	if (!code) throw new Error(`Nothing was bundled from ${entry}.`);
	return code;
}
