import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AtlasFile } from '../../src/lib/atlas/schema';
import { openExplorer, SIZES, watch } from '../support/explorer-page';
import { addRoads, manyRoads } from '../support/many-roads';
import { serveSite, type SiteServer } from '../support/serve-site';
import { test } from '../support/test';

/** Above the size from which on a layer has tiles of its own. */
const ROADS = 6000;
const LARGE = 'data/large-layers.pmtiles';

let parent: string;
let site: SiteServer;

test.use({ viewport: SIZES.desk, serviceWorkers: 'block' });
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	test.setTimeout(300_000);
	parent = mkdtempSync(join(tmpdir(), 'atlas-large-'));
	const dir = join(parent, 'atlas');
	cpSync('tests/fixtures/second-atlas', dir, { recursive: true });
	await addRoads(dir, ROADS);
	const args = ['tsx', 'src/pipeline/cli.ts', 'build', dir];
	const { status, stdout, stderr } = spawnSync('npx', args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
	site = await serveSite(join(parent, 'atlas-site'));
});
test.afterAll(async () => {
	await site?.close();
	rmSync(parent, { recursive: true });
});

test('the first view does without it, and it is not kept for use without a network @core', async ({
	page
}) => {
	const faults = watch(page);
	await openExplorer(page, site.url);
	expect(site.requests).not.toContain(LARGE);
	const worker = readFileSync(join(parent, 'atlas-site/service-worker.js'), 'utf8');
	expect(worker).toContain('data/basemap.pmtiles');
	expect(worker).not.toContain(LARGE);
	expect(worker).not.toContain('many-roads.geojson');
	expect(faults).toEqual([]);
});

test('from near a road of any class is there, tells its name, and is found', async ({ page }) => {
	const faults = watch(page);
	const atlas = JSON.parse(readFileSync(join(parent, 'atlas/atlas.json'), 'utf8')) as AtlasFile;
	const road = manyRoads(ROADS, atlas.bounds).features[3030]!;
	expect(road.properties['class']).toBe('primary');
	if (road.geometry?.type !== 'LineString') throw new Error('The road is no line.');
	const [[ax = 0, ay = 0], [bx = 0, by = 0]] = road.geometry.coordinates as [number[], number[]];
	await openExplorer(page, `${site.url}en/?panel=tools&at=${(ax + bx) / 2},${(ay + by) / 2},15.5`);
	expect(site.requests).toContain(LARGE);
	const box = (await page.locator('section.map').boundingBox())!;
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await expect(page.locator('.map .chooser [data-ground="road"]')).toContainText('Test Road 3030');
	await page.goto(`${site.url}en/?panel=tools&tool=layers`);
	await expect(page.locator('#tool')).toContainText(`${ROADS} in all`);
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill('Test Road 3030');
	await expect(page.getByRole('option', { name: /Test Road 3030/ }).first()).toBeVisible();
	expect(faults).toEqual([]);
});
