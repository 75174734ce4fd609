import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const ROOT = dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));
const WORKER = join(ROOT, 'src/source/worker.ts');
const ENGINE_ID = 'maplibre-gl';
const WORKER_ID = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** What the map takes from MapLibre, from the modules that its own index takes it from. */
const ENGINE = `
	import { config } from ${source('util/config.ts')};
	export { Map } from ${source('ui/map.ts')};
	export { addProtocol } from ${source('source/protocol_crud.ts')};
	export const setWorkerUrl = (url) => { config.WORKER_URL = url; };
`;

/** Its decoder of MLT tiles is left out: ours are MVT, and a style would have to ask for others. */
const WITHOUT_MLT = `
	const refuse = () => { throw new Error('This build of MapLibre reads no MLT tiles.'); };
	export const decodeTile = refuse;
	export const GEOMETRY_TYPE = {};
`;

/** Of its package file, the sources read the version alone. */
const PACKAGE_ID = join(ROOT, 'package.json');
const { version } = JSON.parse(readFileSync(PACKAGE_ID, 'utf8')) as { version: string };

const INSTEAD: Record<string, string> = {
	[ENGINE_ID]: ENGINE,
	[PACKAGE_ID]: `export default { version: '${version}' };`,
	'@maplibre/mlt': WITHOUT_MLT
};

/**
 * For the client build: MapLibre from its sources, only what the map uses, and its worker as an
 * entry of the same build, so that page and worker share their common half instead of loading it
 * twice. See docs/adr/0005-map-engine-from-source.md. The dev server and the prerendering keep
 * the published files.
 */
export function mapEngine(): Plugin {
	let worker = '';
	return {
		name: 'map-engine',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart() {
			worker = this.emitFile({ type: 'chunk', id: WORKER, name: 'map-worker' });
		},
		resolveId(id, importer = '') {
			const name = id.endsWith('/package.json') ? resolve(dirname(importer), id) : id;
			return name in INSTEAD || name === WORKER_ID ? `\0${name}.js` : null;
		},
		load(id) {
			if (id === `\0${WORKER_ID}.js`)
				return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
			return INSTEAD[id.slice(1, -'.js'.length)] ?? null;
		},
		transform: {
			filter: { id: /maplibre-gl\/src\/.+\.ts$/ },
			// Its classes rely on fields that are assigned, not defined, as its own build has them.
			handler: (code, id) =>
				transformWithOxc(code, id, {
					assumptions: { setPublicClassFields: true },
					typescript: { removeClassFieldsWithoutInitializer: true }
				})
		}
	};
}

/** A module of the sources, as a string of code. */
function source(file: string): string {
	return JSON.stringify(join(ROOT, 'src', file));
}
