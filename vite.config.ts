import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { atlasData } from './vite.atlas-data.ts';

export default defineConfig({
	plugins: [atlasData(), sveltekit()],
	build: { target: 'es2022' },
	worker: { format: 'es' }
});
