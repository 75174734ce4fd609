import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { atlasData } from './src/pipeline/vite-plugin';

export default defineConfig({
	plugins: [atlasData(), sveltekit()],
	build: { target: 'es2022' },
	worker: { format: 'es' }
});
