import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bare pages beside which ours are measured, all with one invented content: 40 titled points with
 * a paragraph each, 15 lines and an area. `static` has it as text and SVG without script; `maplibre`
 * and `leaflet` show it as the libraries come, fetched as GeoJSON. Each sets `window.__ready` when
 * it has drawn all.
 */
export const FLOORS = ['static', 'maplibre', 'leaflet'] as const;
export type Floor = (typeof FLOORS)[number];

type Position = [number, number];

const [WEST, SOUTH, EAST, NORTH] = [10, 50, 10.4, 50.3] as const;
const POINTS = 40;
const LINES = 15;

/** What each library's page takes of its package. */
const LIBRARY_FILES = {
	maplibre: ['maplibre-gl', ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css']],
	leaflet: ['leaflet', ['leaflet.js', 'leaflet.css', 'images']]
} as const;

/** Writes each floor into a folder of its name. */
export function writeFloors(folder: string): void {
	const content = inventContent();
	for (const floor of FLOORS) {
		const to = join(folder, floor);
		mkdirSync(to, { recursive: true });
		writeFileSync(join(to, 'index.html'), PAGES[floor](content));
		if (floor === 'static') continue;
		for (const [name, features] of Object.entries(content.layers))
			writeFileSync(
				join(to, `${name}.geojson`),
				JSON.stringify({ type: 'FeatureCollection', features })
			);
		const [library, files] = LIBRARY_FILES[floor];
		for (const file of files)
			cpSync(join('node_modules', library, 'dist', file), join(to, file), { recursive: true });
	}
}

interface Content {
	texts: string[];
	layers: Record<'area' | 'lines' | 'points', object[]>;
	svg: string;
}

const WORDS =
	'a new quarter grows between the river and the old road with flats workshops a school two parks and a station whose first trains are promised for the spring after next while the bridge is still being drawn'.split(
		' '
	);

/** The same on every run. */
function inventContent(): Content {
	let seed = 1;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
	const between = (from: number, to: number) => Number((from + random() * (to - from)).toFixed(5));
	const texts = Array.from({ length: POINTS }, () =>
		Array.from({ length: 50 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
	);
	const points = texts.map((): Position => [between(WEST, EAST), between(SOUTH, NORTH)]);
	const lines = Array.from({ length: LINES }, () => {
		const from: Position = [between(WEST, EAST), between(SOUTH, NORTH)];
		const to: Position = [between(WEST, EAST), between(SOUTH, NORTH)];
		return Array.from({ length: 20 }, (_, i): Position => [
			from[0] + ((to[0] - from[0]) * i) / 19,
			from[1] + ((to[1] - from[1]) * i) / 19 + Math.sin(i) / 200
		]);
	});
	const ring = Array.from({ length: 65 }, (_, i): Position => {
		const angle = ((i % 64) / 64) * 2 * Math.PI;
		return [10.2 + Math.cos(angle) * 0.17, 50.15 + Math.sin(angle) * 0.13];
	});
	const feature = (title: string, type: string, coordinates: unknown) => ({
		type: 'Feature',
		properties: { title },
		geometry: { type, coordinates }
	});
	return {
		texts,
		layers: {
			area: [feature('Area', 'Polygon', [ring])],
			lines: lines.map((line, i) => feature(`Line ${i + 1}`, 'LineString', line)),
			points: points.map((point, i) => feature(`Place ${i + 1}`, 'Point', point))
		},
		svg: [
			`<svg viewBox="0 0 1000 1170" role="img" aria-label="Map">`,
			`<path fill="#cde0c8" d="${pathOf(ring)}Z"/>`,
			...lines.map(
				(line) => `<path fill="none" stroke="#456" stroke-width="3" d="${pathOf(line)}"/>`
			),
			...points.map((point, i) => {
				const [x, y] = onDrawing(point);
				return `<a href="#place-${i + 1}"><circle cx="${x}" cy="${y}" r="8" fill="#b32"/></a>`;
			}),
			'</svg>'
		].join('')
	};
}

/** In a drawing 1000 wide; a flat one, since nobody finds their way by it. */
function onDrawing([lng, lat]: Position): [string, string] {
	const x = ((lng - WEST) / (EAST - WEST)) * 1000;
	const y = ((NORTH - lat) / (NORTH - SOUTH)) * 1170;
	return [x.toFixed(1), y.toFixed(1)];
}

function pathOf(line: readonly Position[]): string {
	return `M${line.map((position) => onDrawing(position).join(' ')).join('L')}`;
}

const PAGES: Record<Floor, (content: Content) => string> = {
	static: ({ svg, texts }) =>
		page(
			'',
			svg +
				`<ol>${texts.map((text, i) => `<li id="place-${i + 1}"><h2>Place ${i + 1}</h2><p>${text}</p></li>`).join('')}</ol>` +
				'<script>requestAnimationFrame(() => setTimeout(() => (window.__ready = true)))</script>'
		),
	maplibre: () =>
		page(
			'<link rel="stylesheet" href="maplibre-gl.css">',
			`<div id="map"></div><script type="module">
import { Map } from './maplibre-gl.mjs';
const source = (name) => ({ type: 'geojson', data: name + '.geojson' });
const map = new Map({
	container: 'map', fadeDuration: 0, bounds: [[${WEST}, ${SOUTH}], [${EAST}, ${NORTH}]],
	style: {
		version: 8,
		sources: { area: source('area'), lines: source('lines'), points: source('points') },
		layers: [
			{ id: 'paper', type: 'background', paint: { 'background-color': '#f5f2ea' } },
			{ id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': '#cde0c8' } },
			{ id: 'lines', type: 'line', source: 'lines', paint: { 'line-color': '#456', 'line-width': 3 } },
			{ id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 6, 'circle-color': '#b32' } }
		]
	}
});
map.once('idle', () => (window.__ready = true));
</script>`
		),
	leaflet: () =>
		page(
			'<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script>',
			`<div id="map"></div><script>
const map = L.map('map').fitBounds([[${SOUTH}, ${WEST}], [${NORTH}, ${EAST}]]);
const names = ['area', 'lines', 'points'];
Promise.all(names.map((name) => fetch(name + '.geojson').then((answer) => answer.json()))).then((layers) => {
	for (const layer of layers) L.geoJSON(layer).addTo(map);
	requestAnimationFrame(() => setTimeout(() => (window.__ready = true)));
});
</script>`
		)
};

function page(head: string, body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Floor</title><style>body{margin:0;font:16px/1.4 sans-serif}svg{width:100%;height:auto;background:#f5f2ea}#map{position:absolute;inset:0}</style>${head}</head><body><h1>Places of a quarter</h1>${body}</body></html>`;
}
