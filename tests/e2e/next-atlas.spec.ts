import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Atlas } from '../../src/lib/atlas/atlas';
import { foldersOf } from '../../src/pipeline/folders';
import { expectChosen, openExplorer, watch } from '../support/explorer-page';
import { serveSite, type SiteServer } from '../support/serve-site';
import { test } from '../support/test';

/** Two atlases that the committed one shares nothing with, each built by the CLI alone. */
const SECOND = 'tests/fixtures/second-atlas';
const ONLY_THERE = 'line-10-liyuchi-houbao';

let parent: string;
let second: SiteServer;
let starter: SiteServer;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	test.setTimeout(300_000);
	parent = mkdtempSync(join(tmpdir(), 'atlases-'));
	cpSync(SECOND, join(parent, 'second'), { recursive: true });
	atlas('new', join(parent, 'starter'));
	for (const name of ['second', 'starter']) atlas('build', join(parent, name));
	second = await serveSite(join(parent, 'second-site'));
	starter = await serveSite(join(parent, 'starter-site'));
});
test.afterAll(async () => {
	await Promise.all([second?.close(), starter?.close()]);
	for (const name of ['second', 'starter'])
		rmSync(dirname(foldersOf(join(parent, name)).app), { recursive: true, force: true });
	rmSync(parent, { recursive: true });
});

function atlas(...args: string[]): void {
	const run = spawnSync('npm', ['run', 'atlas', '--', ...args], { encoding: 'utf8' });
	if (run.status !== 0)
		throw new Error(`atlas ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
}

test('neither goes into the other, nor into the committed one', () => {
	const ids = (file: string) =>
		(JSON.parse(readFileSync(file, 'utf8')) as { features: { id: string }[] }).features.map(
			({ id }) => id
		);
	const committed = JSON.parse(readFileSync('.atlas/atlas.json', 'utf8')) as Atlas;
	expect(ids('build/data/sites.geojson')).toEqual(committed.sites.map(({ id }) => id));
	expect(ids(join(parent, 'second-site/data/sites.geojson'))).toContain(ONLY_THERE);
	expect(ids(join(parent, 'starter-site/data/sites.geojson'))).toEqual(['example-place']);
	for (const name of ['second', 'starter']) {
		const pages = readdirSync(join(parent, `${name}-site`), { recursive: true, encoding: 'utf8' });
		for (const file of pages.filter((one) => one.endsWith('.html')))
			expect(readFileSync(join(parent, `${name}-site`, file), 'utf8')).not.toContain(
				committed.title.zh
			);
	}
});

test('the example that one begins with is drawn without a fault', async ({ page }) => {
	const faults = watch(page);
	for (const path of ['', 'en/', 'embed/']) await openExplorer(page, starter.url + path);
	await page.goto(`${starter.url}?site=example-place`);
	await expectChosen(page, 'example-place');
	expect(faults).toEqual([]);
});

test('an atlas switches between its articles and keeps what is looked at', async ({ page }) => {
	const faults = watch(page);
	await openExplorer(page, `${second.url}?off=labels`);
	const articles = page.getByRole('navigation', { name: '本图志的文章' }).getByRole('link');
	await expect(articles).toHaveCount(2);
	await expect(articles.first()).toHaveAttribute('aria-current', 'page');
	await articles.last().click();
	await expect(page).toHaveURL(/\/articles\/coming\/\?off=labels/);
	await expect(page.locator('#headline')).toHaveText('还没有开通的');
	await expect(page).toHaveTitle(/还没有开通的/);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/articles\/coming\/\?off=labels/);
	expect(faults).toEqual([]);
});

test('a place that only the other article names is on the map and leads to its passage', async ({
	page
}) => {
	const faults = watch(page);
	await openExplorer(page, `${second.url}articles/coming/`);
	await page.goto(`${second.url}articles/coming/?site=${ONLY_THERE}`);
	await expectChosen(page, ONLY_THERE);
	const more = page.locator('.card').getByRole('button', { name: '详情' });
	if (await more.isVisible()) await more.click();
	await page.locator('.card').getByRole('link', { name: '另见《两条地铁的新区段》' }).click();
	await expectChosen(page, ONLY_THERE);
	await expect(page.locator('[data-passage="1"]')).toHaveAttribute('aria-current', 'true');
	expect(new URL(page.url()).pathname).toBe('/');
	expect(faults).toEqual([]);
});

test('the page of a place tells its passages in every article', async ({ page }) => {
	await page.goto(`${second.url}sites/houbao-station/`);
	await expect(page.getByRole('heading', { name: '两条地铁的新区段' })).toBeVisible();
	await page.getByRole('link', { name: '第2段' }).click();
	await expect(page).toHaveURL(/\/articles\/coming\/\?.*p=2/);
	await expectChosen(page, 'houbao-station');
});

test('each article is readable without script, and search engines are told of it', async ({
	browser
}) => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${second.url}articles/coming/`);
	await expect(page.locator('[data-passage="1"]')).toContainText('27号线');
	await page.getByRole('link', { name: '两条地铁的新区段' }).click();
	await expect(page.locator('#headline')).toHaveText('两条地铁的新区段');
	await page.close();
});
