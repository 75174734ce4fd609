import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { atlasData } from './vite.atlas-data.ts';
import { atOnce } from './vite.at-once.ts';
import { embedScript } from './vite.embed-script.ts';
import { licences, workerLicences } from './vite.licences.ts';
import { mapEngine } from './vite.map-engine.ts';
import { serviceWorker } from './vite.service-worker.ts';

export default defineConfig({
	plugins: [atlasData(), mapEngine(), licences(), embedScript(), sveltekit(), serviceWorker()],
	build: {
		target: 'es2022',
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{
							name: 'framework',
							test: /node_modules\/(svelte|@sveltejs|devalue|esm-env)\//,
							priority: 1
						},
						{ name: atOnce }
					]
				}
			}
		}
	},
	worker: { format: 'es', plugins: () => [workerLicences()] }
});
