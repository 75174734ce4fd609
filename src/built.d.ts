/** Written by `npm run atlas -- build`; the name is an alias in svelte.config.js. */
declare module '$built/atlas.json' {
	import type { Atlas } from '$lib/atlas/atlas';

	const atlas: Atlas;
	export default atlas;
}

declare module '$built/map.json' {
	import type { MapData } from '$lib/atlas/map-data';

	const map: MapData;
	export default map;
}
