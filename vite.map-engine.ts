import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
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

/** Where the engine takes its worker from: the page may have started it already. */
const WORKER_FACTORY = join(ROOT, 'src/util/web_worker.ts');
const OUR_WORKER = `
	import { takeWorker } from ${JSON.stringify(resolve('src/lib/map/map-worker.ts'))};
	export const workerFactory = async () => takeWorker();
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
 * Modules of the sources that our styles never reach: they have flat Mercator maps of background,
 * fill, line, circle, symbol and raster layers from vector, raster and GeoJSON sources (`tests/unit/style.test.ts`
 * holds them to that). What these export refuses when it is called. A file that a later version
 * lacks stops the build.
 */
const UNREACHED = [
	...['heatmap', 'hillshade', 'color_relief', 'fill_extrusion', 'custom'].flatMap((layer) => [
		`style/style_layer/${layer}_style_layer.ts`,
		`webgl/draw/draw_${layer}.ts`
	]),
	...['terrain', 'debug', 'collision_debug'].map((what) => `webgl/draw/draw_${what}.ts`),
	...['heatmap', 'hillshade', 'color_relief', 'fill_extrusion', 'debug'].map(
		(what) => `webgl/program/${what}_program.ts`
	),
	...['raster_dem_tile', 'video', 'image', 'canvas'].map((kind) => `source/${kind}_source.ts`),
	'source/raster_dem_tile_worker_source.ts',
	...['globe', 'vertical_perspective'].flatMap((projection) =>
		['projection', 'transform', 'camera_helper'].map(
			(part) => `geo/projection/${projection}_${part}.ts`
		)
	),
	'render/terrain.ts',
	'render/terrain_coverage.ts',
	'tile/terrain_tile_manager.ts',
	'webgl/render_to_texture.ts'
].map((file) => join(ROOT, 'src', file));

/** Styles are checked in tests and at build; the map takes them as they are. */
const UNCHECKED = `
	export const validateStyle = new Proxy(() => [], { get: () => () => [] });
	export const SPEC_SOURCE_TYPES = new Set(['vector', 'raster', 'geojson']);
	export const validateStyleAndEmit = () => false;
	export const emitValidationErrors = () => false;
	export const validateAndEmit = () => false;
`;
const VALIDATION = join(ROOT, 'src/style/validate_style.ts');

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
			for (const file of [VALIDATION, WORKER_FACTORY, ...UNREACHED]) readFileSync(file);
			worker = this.emitFile({ type: 'chunk', id: WORKER, name: 'map-worker' });
		},
		resolveId(id, importer = '') {
			const name = id.endsWith('/package.json') ? resolve(dirname(importer), id) : id;
			return name in INSTEAD || name === WORKER_ID ? `\0${name}.js` : null;
		},
		load(id) {
			if (id === `\0${WORKER_ID}.js`)
				return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
			if (id === VALIDATION) return UNCHECKED;
			if (id === WORKER_FACTORY) return OUR_WORKER;
			if (UNREACHED.includes(id)) return refusing(id);
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

/** A module with the same names as a source file, which refuse, and say no to questions. */
function refusing(file: string): string {
	const code = readFileSync(file, 'utf8');
	const declared = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)];
	const listed = [...code.matchAll(/^export \{([\w\s,]+)\}/gm)].flatMap(([, names = '']) => [
		...names.matchAll(/(\w+)/g)
	]);
	const names = [...declared, ...listed].map(([, name = '']) => name);
	if (names.length === 0) throw new Error(`${file} exports nothing: was it rewritten?`);
	const refusal = `throw new Error('This build of MapLibre is without ${relative(ROOT, file)}.');`;
	return names
		.map((name) =>
			name.startsWith('is')
				? `export const ${name} = () => false;`
				: `export function ${name}() { ${refusal} }`
		)
		.join('\n');
}
