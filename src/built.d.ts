/** Written by `npm run atlas -- data`; the name is an alias in svelte.config.js. */
declare module '$built/atlas.json' {
	import type { Atlas } from '$lib/atlas/atlas';

	const atlas: Atlas;
	export default atlas;
}

/** The drawn map of the first paint: markup of ground and names, by language, and its style sheet. */
declare module '$built/home-map.zh.html?raw' {
	const markup: string;
	export default markup;
}
declare module '$built/home-map.en.html?raw' {
	const markup: string;
	export default markup;
}
declare module '$built/home-map.css';
declare module '$built/map.json' {
	import type { MapData } from '$lib/atlas/map-data';

	const map: MapData;
	export default map;
}

declare module '$built/stations.json' {
	import type { Station } from '$lib/atlas/atlas';

	const stations: Station[];
	export default stations;
}

declare module '$built/layers.json' {
	import type { LayerFacts } from '$lib/atlas/atlas';

	const layers: LayerFacts[];
	export default layers;
}

declare module '$built/ground-names.json' {
	import type { GroundNames } from '$lib/atlas/atlas';

	const names: GroundNames;
	export default names;
}

declare module '$built/downloads.json' {
	import type { Download } from '$lib/atlas/atlas';

	const downloads: Download[];
	export default downloads;
}
declare module '$served/gazetteer.json' {
	/** Name or alias, the site that it means, and its language. */
	const gazetteer: { names: [name: string, site: string, lang: 'zh' | 'en'][] };
	export default gazetteer;
}
