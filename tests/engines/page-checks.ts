import assert from 'node:assert/strict';
import { atlas } from '../support/atlas';
import { serveHost } from '../support/host-page';
import type { Check } from './explorer-checks';

const site = atlas.sites.find(({ anchor, promise }) => anchor && promise)!;
const PAGES = [`sites/${site.id}/`, 'progress/', 'changes/', 'data/'];

export const PAGE_CHECKS: readonly Check[] = [
	...['', 'en/'].flatMap((prefix) =>
		PAGES.map((path): Check => ({
			name: `/${prefix}${path} is read on a phone, no wider than it`,
			async run(page) {
				await page.driver.resize(390, 844);
				await page.open(prefix + path);
				await page.seeElement('h1');
				const { over, words } = await page.run(() => ({
					over: document.documentElement.scrollWidth - innerWidth,
					words: document.querySelector('main')?.textContent.length ?? 0
				}));
				assert.equal(over, 0);
				assert.ok(words > 500, `main has ${words} characters`);
			}
		}))
	),
	{
		name: 'an embed in a page of another origin: messages both ways',
		async run(page) {
			const host = await serveHost(`<!doctype html><html lang="zh"><meta charset="utf-8">
				<title>报</title><p id="story">${site.name.zh}</p>
				<div data-atlas-embed data-article="#story"></div>
				<script>
					addEventListener('message', ({ data }) => {
						if (data.fault) sessionStorage.setItem('faults', JSON.stringify([data.fault]));
					});
				</script>
				<script src="${page.site}embed.js"></script>`);
			try {
				await page.driver.go(host.url);
				const selected = `atlas-mention[role][data-site="${site.id}"]`;
				await page.seeElement(selected);
				await page.run(() => {
					const [embed] = window.DistrictAtlas!.embeds!.values();
					embed!.on('selected', (message) => {
						document.body.dataset['heard'] = `${message.site} by ${message.by}`;
					});
				});
				// The promise is kept once the frame has answered.
				await page.run((id) => {
					const [embed] = window.DistrictAtlas!.embeds!.values();
					return embed!.send({ type: 'select', site: id }).then(() => null);
				}, site.id);
				await page.see(
					'what the frame told',
					(wanted) => document.body.dataset['heard'] === wanted,
					`${site.id} by host`
				);
				await page.seeElement('atlas-mention[data-chosen]');
				assert.deepEqual(await page.takeFaults(), []);
			} finally {
				await page.open('404.html');
				await host.close();
			}
		}
	}
];
