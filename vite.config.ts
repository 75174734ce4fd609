import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { atlasData } from './vite.atlas-data.ts';
import { licences } from './vite.licences.ts';
import { mapEngine } from './vite.map-engine.ts';

export default defineConfig({
	plugins: [atlasData(), mapEngine(), licences(), sveltekit()],
	build: { target: 'es2022' },
	worker: { format: 'es' }
});
