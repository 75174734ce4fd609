import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { openExplorer, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

/**
 * The map is built from MapLibre's sources (docs/adr/0005): these tests fail when that no longer
 * does what it is done for.
 */
test.use({ viewport: SIZES.phone });

/** Bytes, as a host sends them: scripts with brotli, archive and font as they are. */
const MAP_BUDGET = 268_000;
/** The published worker has 122 kB. */
const WORKER_BUDGET = 10_000;

const CHUNKS = 'build/_app/immutable/chunks';

const sent = (code: string) => brotliCompressSync(code).length;

test('the worker shares its code with the page, and the map stays in its budget', async ({
	page
}) => {
	const asked = new Map<string, string | undefined>();
	page.on('request', (request) => {
		asked.set(basename(new URL(request.url()).pathname), request.headers()['range']);
	});
	const [worker] = await Promise.all([page.waitForEvent('worker'), openExplorer(page)]);
	const code = (file: string) => readFileSync(`${CHUNKS}/${file}`, 'utf8');
	const name = basename(worker.url());
	const shared = importsOf(code(name));
	expect(shared.length).toBeGreaterThan(0);
	expect([...asked.keys()]).toEqual(expect.arrayContaining(shared));
	expect(sent(code(name))).toBeLessThan(WORKER_BUDGET);

	const scripts = [...asked.keys()].filter((file) => file.endsWith('.js'));
	const engine = scripts.filter(
		(file) => file === name || shared.includes(file) || isEngine(file, code)
	);
	const total = engine.reduce((sum, file) => sum + sent(code(file)), 0);
	const tiles = Number(asked.get('basemap.pmtiles')?.split('-')[1]) + 1;
	const font = readFileSync('build/data/map-font-first.woff2').length;
	console.log(`map: ${total} bytes of code, ${tiles} of tiles, ${font} of letters`);
	expect(total + tiles + font).toBeLessThan(MAP_BUDGET);
});

test('the map brings its own rules for the elements of the engine, and no decoder it never needs @core', async ({
	page
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => warnings.push(message.text()));
	await openExplorer(page);
	await expect(page.locator('.maplibregl-canvas')).toHaveCSS('position', 'absolute');
	await expect(page.locator('.maplibregl-canvas-container')).toHaveCSS('touch-action', 'none');
	expect(warnings.filter((text) => text.includes('CSS'))).toEqual([]);
	const licences = readFileSync('build/licences.txt', 'utf8');
	expect(licences).toContain('MapLibre contributors');
	expect(licences).not.toContain('@maplibre/mlt');
});

function isEngine(file: string, code: (file: string) => string): boolean {
	try {
		return code(file).includes('maplibregl');
	} catch {
		return false;
	}
}

/** Names of the chunks that a chunk imports, and of those that they import. */
function importsOf(text: string): string[] {
	const own = [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(
		([, file = '']) => file
	);
	return [
		...new Set(
			own.flatMap((file) => [file, ...importsOf(readFileSync(`${CHUNKS}/${file}`, 'utf8'))])
		)
	];
}
