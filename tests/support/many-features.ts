import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Feature, Geometry, Position } from 'geojson';

const KINDS = ['cafe', 'school', 'shop', 'clinic', 'office', 'park', 'stop', 'library'];
/** Middles of the clusters, `[lng, lat]`; far from any land, as all invented data here. */
const CLUSTERS = 40;
const [WEST, SOUTH, SIDE] = [80, -20, 8];

/**
 * Writes newline-delimited GeoJSON of invented features: half points, a quarter lines, a quarter
 * areas, two thirds of them crowded into clusters as in towns, each with a whole number as id and
 * five attributes. The same number gives the same file.
 */
export async function writeManyFeatures(file: string, count: number): Promise<void> {
	const random = seeded(20_261_128);
	const centres = Array.from({ length: CLUSTERS }, () => [random(), random()] as const);
	const stream = createWriteStream(file);
	for (let id = 1; id <= count; id++) {
		const [cx, cy] = centres[Math.floor(random() * CLUSTERS)]!;
		const isCrowded = random() < 0.67;
		const spread = () => (random() + random() + random() - 1.5) * 0.03;
		const lng = WEST + SIDE * (isCrowded ? cx + spread() : random());
		const lat = SOUTH + SIDE * (isCrowded ? cy + spread() : random());
		const feature: Feature = {
			type: 'Feature',
			id,
			properties: {
				name: `地点 ${id}`,
				name_en: `Place ${id}`,
				kind: KINDS[Math.floor(random() * KINDS.length)],
				population: Math.floor(10 ** (random() * 6)),
				open: random() < 0.5
			},
			geometry: geometryAt([lng, lat], random)
		};
		if (!stream.write(`${JSON.stringify(feature)}\n`)) await once(stream, 'drain');
	}
	stream.end();
	await once(stream, 'finish');
}

function geometryAt([lng = 0, lat = 0]: Position, random: () => number): Geometry {
	const round = (value: number) => Math.round(value * 1e6) / 1e6;
	const kind = random();
	if (kind < 0.5) return { type: 'Point', coordinates: [round(lng), round(lat)] };
	if (kind < 0.75) {
		let [x, y, angle] = [lng, lat, random() * 7];
		const coordinates = Array.from({ length: 5 + Math.floor(random() * 20) }, () => {
			angle += random() - 0.5;
			x += Math.cos(angle) * 0.0005;
			y += Math.sin(angle) * 0.0005;
			return [round(x), round(y)];
		});
		return { type: 'LineString', coordinates };
	}
	const corners = 4 + Math.floor(random() * 8);
	const radius = 0.0001 + random() * random() * 0.001;
	const ring = Array.from({ length: corners }, (_, i) => {
		const angle = (i / corners) * 2 * Math.PI;
		return [round(lng + Math.cos(angle) * radius), round(lat + Math.sin(angle) * radius)];
	});
	return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

/** Numbers from 0 to 1, always the same ones: "mulberry32" by Tommy Ettinger, public domain. */
function seeded(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
