import assert from 'node:assert/strict';
import { atlas } from '../support/atlas';
import type { EnginePage } from './page';

/** One thing that every engine must do; throws where it does not. */
export interface Check {
	name: string;
	run(page: EnginePage): Promise<void>;
}

const placed = atlas.sites.filter(({ anchor }) => anchor);
const [site, other] = placed as [(typeof placed)[number], (typeof placed)[number]];
const mention = ({ id }: { id: string }) => `[data-passage] a[data-site="${id}"]`;
const mark = ({ id }: { id: string }) => `.map a.mark[data-site="${id}"]`;

export const EXPLORER_CHECKS: readonly Check[] = [
	{
		name: 'faults of a page are seen',
		async run(page) {
			await page.openExplorer();
			await page.run(() => {
				console.error('told');
				void Promise.reject(new Error('refused'));
				dispatchEvent(new ErrorEvent('error', { message: 'thrown' }));
				// The policy bars both.
				document.body.append(
					Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }),
					Object.assign(new Image(), { src: 'http://other.invalid/' })
				);
			});
			const wanted = [
				/console: told/,
				/rejected: .*refused/,
				/page error: thrown/,
				/policy: style-src/,
				/policy: img-src/
			];
			await page.see(
				'every fault',
				(sources) => {
					const noted = sessionStorage.getItem('faults') ?? '';
					return sources.every((one) => new RegExp(one).test(noted));
				},
				wanted.map(({ source }) => source)
			);
			await page.takeFaults();
		}
	},
	...(['zh', 'en'] as const).map((lang) => ({
		name: `the explorer opens with its live map, in ${lang}`,
		async run(page: EnginePage) {
			await page.openExplorer(lang === 'en' ? 'en/' : '');
			const shown = await page.run(() => ({
				lang: document.documentElement.lang,
				marks: document.querySelectorAll('.map .marks li:not([hidden]) a.mark').length,
				canvas: document.querySelector('section.map canvas')?.clientWidth ?? 0
			}));
			assert.equal(shown.lang.slice(0, 2), lang);
			assert.equal(shown.marks, placed.length);
			assert.ok(shown.canvas > 300, `the canvas is ${shown.canvas} px wide`);
			await page.see('the title', (title) => document.title.includes(title), atlas.title[lang]);
		}
	})),
	{
		name: 'text → map: a mention brings card, mark and address',
		async run(page) {
			await page.openExplorer();
			await page.click(mention(site));
			await page.seeChosen(site.id);
			await seeMarkOnMap(page, site);
		}
	},
	{
		name: 'going on to another page and back: the view is there, and goes on',
		async run(page) {
			await page.openExplorer(`?site=${site.id}`);
			await page.seeChosen(site.id);
			await page.open('progress/');
			await page.driver.goBack();
			await page.see(
				'the live map',
				(path) => location.pathname !== path && document.documentElement.dataset['map'] === 'ready',
				new URL('progress/', page.site).pathname
			);
			await page.seeChosen(site.id);
			await page.click(mention(other));
			await page.seeChosen(other.id);
			await seeMarkOnMap(page, other);
		}
	},
	{
		name: 'map → text: a mark chooses its site and marks its passage',
		async run(page) {
			const [lng, lat] = other.anchor!;
			await page.openExplorer(`?at=${lng},${lat},15`);
			await page.click(mark(other));
			await page.seeChosen(other.id);
			await page.see(
				'the passage',
				(n) => {
					const passage = document.getElementById(`p-${n}`);
					const box = passage?.getBoundingClientRect();
					return passage?.ariaCurrent === 'true' && box && box.top < innerHeight && box.bottom > 0;
				},
				other.introducedBy
			);
		}
	},
	{
		name: 'the live map: a click on a line, beside every mark, chooses its site',
		async run(page) {
			const line = placed.find(({ geometry }) => geometry?.type === 'LineString')!;
			assert.ok(line.geometry?.type === 'LineString');
			const { coordinates } = line.geometry;
			// Half way between two of its corners, where no mark stands.
			const [a, b] = longestPart(coordinates as [number, number][]);
			await page.openExplorer(`?at=${(a[0] + b[0]) / 2},${(a[1] + b[1]) / 2},16`);
			const middle = await page.see('a bare middle of the map', () => {
				const box = document.querySelector('section.map canvas')!.getBoundingClientRect();
				const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
				return document.elementFromPoint(x, y)?.closest('section.map') ? { x, y } : null;
			});
			await page.driver.clickAt(middle.x, middle.y);
			await page.see('a chosen site', () => document.documentElement.dataset['selected']);
		}
	},
	{
		name: 'the list has every site, and chooses',
		async run(page) {
			await page.openExplorer();
			await page.clickButton('地点');
			await page.seeElement('.list a[data-site]');
			const count = await page.run(() => document.querySelectorAll('.list a[data-site]').length);
			assert.equal(count, atlas.sites.length);
			await page.click(`.list a[data-site="${other.id}"]`);
			await page.seeChosen(other.id);
		}
	},
	{
		name: 'search by the initials of pinyin',
		async run(page) {
			await page.openExplorer('?panel=find');
			await page.click('#find input[role="combobox"], input[role="combobox"]');
			await page.driver.type('cqdz');
			await page.see('重庆东站 first', () =>
				document.querySelector('[role="option"]')?.textContent.includes('重庆东站')
			);
			await page.click('[role="option"]');
			await page.seeChosen('chongqing-east-station');
		}
	},
	{
		name: 'a link restores site, passage and camera, and so does a reload',
		async run(page) {
			const [lng, lat] = site.anchor!;
			const at = `${lng.toFixed(4)},${lat.toFixed(4)},14.5`;
			const link = `?site=${site.id}&p=${site.introducedBy}&at=${at}`;
			for (const visit of ['first', 'second']) {
				await page.openExplorer(link);
				await page.seeChosen(site.id);
				const kept = new URL(await page.address()).searchParams;
				assert.equal(kept.get('at'), at, `at the ${visit} visit`);
				await seeMarkOnMap(page, site);
				await page.see(
					'the passage',
					(n) => document.getElementById(`p-${n}`)?.ariaCurrent === 'true',
					site.introducedBy
				);
			}
		}
	},
	{
		name: 'back and forward',
		async run(page) {
			await page.openExplorer();
			for (const one of [site, other]) {
				await page.click(mention(one));
				await page.seeChosen(one.id);
				await page.see('the camera in the address', () => location.search.includes('at='));
			}
			await page.run(() => history.back());
			await page.seeChosen(site.id);
			await page.run(() => history.back());
			await page.see('nothing chosen', () => !document.documentElement.dataset['selected']);
			await page.run(() => history.forward());
			await page.seeChosen(site.id);
		}
	},
	{
		name: 'the explorer on a phone: a mention, its card, the mark in sight',
		async run(page) {
			await page.driver.resize(390, 844);
			await page.openExplorer();
			await page.click(mention(site));
			await page.seeChosen(site.id);
			await seeMarkOnMap(page, site);
			assert.equal(await page.run(() => document.documentElement.scrollWidth - innerWidth), 0);
		}
	},
	{
		name: 'dark by choice, kept on the next page',
		async run(page) {
			await page.openExplorer();
			await page.run(() => localStorage.setItem('atlas-theme', 'dark'));
			try {
				// The map first: Firefox tells of workers that a page left while they were loading.
				await page.openExplorer();
				await seeDarkPaper(page);
				await page.open('progress/');
				await seeDarkPaper(page);
			} finally {
				await page.run(() => localStorage.removeItem('atlas-theme'));
			}
		}
	},
	{
		name: 'without WebGL the drawn map is used: mark, card, list',
		async run(page) {
			await page.open('?without-webgl');
			await page.see('the notice', () => document.documentElement.dataset['map'] === 'unavailable');
			await page.seeElement('[data-problem="webgl"]');
			await page.seeElement('section.map .ground > svg');
			await page.click(mark(other));
			await page.seeChosen(other.id);
			await seeMarkOnMap(page, other);
			await page.clickButton('地点');
			await page.click(`.list a[data-site="${site.id}"]`);
			await page.seeChosen(site.id);
		}
	}
];

async function seeDarkPaper(page: EnginePage): Promise<void> {
	await page.see(
		'dark paper',
		() => getComputedStyle(document.body).backgroundColor === 'rgb(25, 27, 29)'
	);
}

/** Waits until the mark of a chosen site is said to be that, and is within the map. */
async function seeMarkOnMap(page: EnginePage, one: { id: string }): Promise<void> {
	await page.see(
		`the mark of ${one.id} on the map`,
		(selector) => {
			const element = document.querySelector(selector);
			const map = document.querySelector('section.map')?.getBoundingClientRect();
			if (element?.getAttribute('aria-current') !== 'true' || !map) return false;
			const { x, y, width, height } = element.getBoundingClientRect();
			const isWithin = x >= map.left && y >= map.top;
			return isWithin && x + width <= map.right && y + height <= map.bottom;
		},
		mark(one)
	);
}

/** The two corners of a line, `[lng, lat]`, that are farthest from each other. */
function longestPart(line: readonly [number, number][]): [[number, number], [number, number]] {
	const parts = line
		.slice(1)
		.map((end, i) => [line[i]!, end] as [[number, number], [number, number]]);
	const length = ([a, b]: (typeof parts)[number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
	return parts.reduce((a, b) => (length(b) > length(a) ? b : a));
}
