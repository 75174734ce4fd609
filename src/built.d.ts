/** Written by `npm run atlas -- build`; the name is an alias in svelte.config.js. */
declare module '$built/atlas.json' {
	const atlas: import('./lib/atlas/atlas').Atlas;
	export default atlas;
}
