import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { build, type Plugin, type Rolldown } from 'vite';
import { currentFolders } from './src/pipeline/folders.js';

const BANNER = '/*! District Atlas embed, MIT licence */';

/** What publishers' pages load, by its address; the last is for the page to try it. */
const FILES = {
	'embed.js': { entry: 'src/lib/embed/script.ts', format: 'iife' },
	'embed.mjs': { entry: 'src/lib/embed/host.ts', format: 'es' },
	'data/gazetteer.js': { entry: 'src/lib/embed/gazetteer.ts', format: 'iife' },
	'embed/demo.js': { entry: 'src/lib/embed/demo.ts', format: 'iife' }
} as const;

/** Where the types of `embed.mjs` are declared; the last has what it exports. */
const TYPES = ['src/lib/style/groups.ts', 'src/lib/embed/protocol.ts', 'src/lib/embed/host.ts'];

/**
 * Writes what publishers' pages load: `embed.js`, a plain script in one file; `embed.mjs`, the same
 * as a module for pages that are built; and the gazetteer, which both ask for where they make a text
 * live. The dev server makes each when it is asked for.
 */
export function embedScript(): Plugin {
	return {
		name: 'embed-script',
		applyToEnvironment: ({ name }) => name === 'client',
		configureServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				const file = request.url?.slice(1);
				if (!file || !isOurs(file)) return next();
				bundle(file).then((code) => {
					response.setHeader('content-type', 'text/javascript');
					response.end(code);
				}, next);
			});
		},
		async generateBundle() {
			for (const fileName of Object.keys(FILES).filter(isOurs))
				this.emitFile({ type: 'asset', fileName, source: await bundle(fileName) });
			this.emitFile({ type: 'asset', fileName: 'embed.d.mts', source: declarations() });
		}
	};
}

function isOurs(file: string): file is keyof typeof FILES {
	return file in FILES;
}

async function bundle(file: keyof typeof FILES): Promise<string> {
	const { entry, format } = FILES[file];
	const output = (await build({
		configFile: false,
		publicDir: false,
		resolve: { alias: { $served: join(currentFolders().assets, 'data') } },
		logLevel: 'error',
		build: {
			write: false,
			target: 'es2020',
			lib: { entry: resolve(entry), formats: [format], name: 'districtAtlas' }
		}
	})) as Rolldown.RolldownOutput[];
	const [chunk] = output.flatMap((one) => one.output);
	if (chunk?.type !== 'chunk') throw new Error(`${entry} did not build.`);
	return `${BANNER}\n${chunk.code}`;
}

/** The types of `embed.mjs` in one file: what it exports, and unexported what that refers to. */
function declarations(): string {
	const parts = TYPES.map((file) => {
		const { outputText } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
			compilerOptions: { strict: true, target: ts.ScriptTarget.ESNext }
		});
		const own = outputText.replaceAll(/^import .*\n/gm, '');
		// Types may be exported; of values only those that the module has.
		return file === TYPES.at(-1) ? own : own.replaceAll(/^export declare/gm, 'declare');
	});
	return `${BANNER}\n${parts.join('')}export {};\n`;
}
