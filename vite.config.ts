import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { currentFolders } from './src/pipeline/folders.js';
import { atlasData } from './vite.atlas-data.ts';
import { atOnce } from './vite.at-once.ts';
import { embedScript } from './vite.embed-script.ts';
import { licences, workerLicences } from './vite.licences.ts';
import { mapEngine } from './vite.map-engine.ts';
import { serviceWorker } from './vite.service-worker.ts';
import { wholePages } from './vite.whole-pages.ts';

/**
 * The oldest engines that the explorer runs in (docs/browsers.md): for the syntax of scripts and
 * style sheets. `tests/e2e/engines.spec.ts` looks for what no syntax can make good.
 */
const OLDEST_ENGINES = ['chrome107', 'safari16.4', 'firefox115'];

const { cache, kit } = currentFolders();

export default defineConfig({
	cacheDir: cache,
	resolve: {
		alias: {
			// For browsers it asks the document, which the worker of the studio's check has not.
			'decode-named-character-reference': fileURLToPath(
				import.meta.resolve('decode-named-character-reference')
			)
		}
	},
	define: { __KIT_FOLDER__: JSON.stringify(kit) },
	plugins: [
		atlasData(),
		mapEngine(),
		licences(),
		embedScript(),
		sveltekit(),
		wholePages(),
		serviceWorker()
	],
	build: {
		target: OLDEST_ENGINES,
		reportCompressedSize: false,
		// The limits that hold are in tests/bench/size-budgets.ts.
		chunkSizeWarningLimit: 1000,
		rolldownOptions: {
			// How long the plugins of a build took is no warning.
			checks: { bundlerTimings: false },
			output: {
				codeSplitting: {
					groups: atOnce
				}
			}
		}
	},
	worker: { format: 'es', plugins: () => [workerLicences()] }
});
