import { build, type Rolldown } from 'vite';

/** The code of a module and all it imports as one classic script; its exports are in `global`. */
export async function bundle(entry: string, global: string): Promise<string> {
	const results = await build({
		configFile: false,
		logLevel: 'silent',
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
