import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atlas } from '../support/atlas';
import { FLOORS, writeFloors } from './floors';
import { benchInteract } from './interact';
import { printLoads } from './page-budgets';
import { serveCompressed, type CompressedSite } from './serve-compressed';
import { PROFILES, visit, type Profile, type Subject, type Visit } from './visit';

/**
 * Measures the built site's first page beside bare pages that are built in the same run:
 * `npm run build && npm run bench:page`. All are served with brotli on this machine and visited in
 * turn, each time in a new browser, so that a slow minute of the machine meets all of them; the
 * first round is thrown away. A missed ratio makes the exit code 1. `-- interact` measures what
 * follows on a reader's click, key and drag instead; `--runs 5` and `--profile mobile` are options.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { runs: { type: 'string', default: '5' }, profile: { type: 'string' } }
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1)
	throw new Error(`--runs ${values.runs}: give a whole number from 1 on.`);
const profiles = (Object.keys(PROFILES) as Profile[]).filter(
	(profile) => values.profile === undefined || values.profile === profile
);
if (profiles.length === 0)
	throw new Error(`--profile ${values.profile}: give ${Object.keys(PROFILES).join(' or ')}.`);

const site = await serveCompressed('build');
try {
	if (positionals[0] === 'interact') await benchInteract(site, runs);
	else await benchLoads(site);
} finally {
	await site.close();
}

async function benchLoads(ours: CompressedSite): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-floors-'));
	writeFloors(folder);
	const floors = await Promise.all(FLOORS.map((floor) => serveCompressed(join(folder, floor))));
	try {
		const subjects = { atlas: ourPage(ours), ...floorPages(floors) };
		for (const profile of profiles) {
			const visits = Object.fromEntries(Object.keys(subjects).map((name) => [name, [] as Visit[]]));
			for (let round = 0; round <= runs; round++)
				for (const [name, subject] of Object.entries(subjects)) {
					const measured = await visit(subject, profile);
					if (round > 0) visits[name]!.push(measured);
				}
			printLoads(profile, visits as Record<keyof typeof subjects, Visit[]>);
		}
	} finally {
		await Promise.all(floors.map((floor) => floor.close()));
		rmSync(folder, { recursive: true });
	}
}

function ourPage(site: CompressedSite): Subject {
	const html = readFileSync('build/index.html', 'utf8');
	const [, links = ''] = /<template id="map-code">(.*?)<\/template>/s.exec(html) ?? [];
	const mapCode = new Set([...links.matchAll(/href="\.(\/[^"]+)"/g)].map(([, path]) => path));
	if (mapCode.size === 0) throw new Error('build/index.html names no code of the live map.');
	const placed = atlas.sites.filter(({ anchor }) => anchor).length;
	return {
		site,
		path: '/',
		sites: `document.querySelectorAll('.map a.mark').length >= ${placed}`,
		ready: `document.documentElement.dataset.map === 'ready'`,
		isMapCode: ({ path }) => mapCode.has(path)
	};
}

function floorPages([still, maplibre, leaflet]: readonly CompressedSite[]) {
	const ready = 'window.__ready === true';
	const page = (site: CompressedSite | undefined, sites: string): Subject => {
		if (!site) throw new Error('A floor is missing.');
		return { site, path: '/', sites, ready };
	};
	return {
		static: page(still, `document.querySelectorAll('circle').length >= 40`),
		maplibre: page(maplibre, ready),
		leaflet: page(leaflet, `document.querySelectorAll('.leaflet-marker-icon').length >= 40`)
	};
}
