import { expect, type Frame, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { REQUEST_TYPES } from '../../src/lib/embed/protocol';
import { atlas } from '../support/atlas';
import { watch } from '../support/explorer-page';
import { serveHost, type HostPage } from '../support/host-page';
import { test } from '../support/test';

const [site] = atlas.sites.filter(({ anchor }) => anchor);
const id = site?.id ?? '';
const name = site?.name.zh ?? '';

const hosts: HostPage[] = [];
test.afterAll(() => Promise.all(hosts.map((host) => host.close())));

/** Opens a publisher's page of another origin; `ATLAS` in it stands for the atlas's address. */
async function openHost(
	page: Page,
	base: string | undefined,
	body: string,
	headers?: Record<string, string>
): Promise<void> {
	const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>报</title>
		<body style="margin:1rem">${body.replaceAll('ATLAS', base ?? '')}</body></html>`;
	const host = await serveHost(html, headers);
	hosts.push(host);
	await page.goto(host.url);
}

/** The frame with the embed, once it is there. */
async function frameOf(page: Page, index = 0): Promise<Frame> {
	const frames = () =>
		page
			.mainFrame()
			.childFrames()
			.filter((frame) => frame.url().includes('/embed/'));
	await expect.poll(() => frames().length).toBeGreaterThan(index);
	return frames()[index]!;
}

const SCRIPT = '<script src="ATLAS/embed.js"></script>';
const STORY = `<article id="story"><p>第一段写<b>${name.slice(0, 2)}</b>${name.slice(2)}，再写一次${name}。</p></article>`;

test('the script for publishers has at most 4 kB @core', () => {
	const size = gzipSync(readFileSync('build/embed.js'), { level: 9 }).length;
	const gazetteer = gzipSync(readFileSync('build/data/gazetteer.js'), { level: 9 }).length;
	console.log(`embed.js ${size} bytes, data/gazetteer.js ${gazetteer} bytes, gzip`);
	expect(size).toBeLessThanOrEqual(4000);
});

test.describe('the frame alone', () => {
	test('shows the drawn map at once and the live one when it was left in sight', async ({
		page
	}) => {
		const faults = watch(page);
		await page.setViewportSize({ width: 640, height: 480 });
		await page.goto('/embed/');
		await expect(page.locator('html')).toHaveAttribute('data-map', 'static');
		await expect(page.locator('.ground svg')).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		expect(faults).toEqual([]);
	});

	test('loads no live map while nobody sees or touches it', async ({ page, baseURL }) => {
		await page.clock.install();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await openHost(
			page,
			baseURL,
			'<div style="height:3000px"></div><iframe src="ATLAS/embed/" title="m" width="600" height="400"></iframe>'
		);
		const frame = await frameOf(page);
		// Awake: the list opens.
		await frame.waitForLoadState('networkidle');
		await frame.locator('button.all').evaluate((button: HTMLElement) => button.click());
		await expect(frame.locator('.list a').first()).toBeVisible();
		await page.clock.fastForward(60_000);
		await frame.waitForLoadState('networkidle');
		expect(asked.filter((url) => url.endsWith('.pmtiles'))).toEqual([]);
		await page.locator('iframe').scrollIntoViewIfNeeded();
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	});

	for (const lang of ['zh', 'en'] as const)
		test(`in ${lang} has a title, a link to the same view of the full map, and the list @core`, async ({
			page
		}) => {
			const path = lang === 'en' ? '/en/' : '/';
			await page.goto(`${path}embed/?site=${id}`);
			await expect(page).toHaveTitle(new RegExp(atlas.title[lang]));
			await expect(page.locator(`.card[data-site="${id}"]`)).toBeVisible();
			const full = page.getByRole('link', {
				name: lang === 'en' ? 'Open full map' : '打开完整地图'
			});
			await expect(full).toHaveAttribute('href', new RegExp(`site=${id}`));
			await page.locator('button.all').click();
			await expect(page.locator('.list a')).toHaveCount(atlas.sites.length);
			await page.locator(`.list a[data-site="${atlas.sites[3]?.id}"]`).click();
			await expect(page.locator('html')).toHaveAttribute('data-selected', atlas.sites[3]?.id ?? '');
			await expect(page.locator('.list')).toBeHidden();
		});

	test('keeps the list open while the map moves', async ({ page }) => {
		await page.goto(`/embed/?site=${id}`);
		const at = () => new URL(page.url()).searchParams.get('at');
		await expect.poll(at).not.toBeNull();
		const before = at();
		await page.locator('button.all').click();
		await expect(page.locator('.list')).toBeVisible();
		await page
			.locator('.controls')
			.getByLabel('显示全部')
			.evaluate((home: HTMLElement) => home.click());
		await expect.poll(at).not.toBe(before);
		await expect(page.locator('.list')).toBeVisible();
	});

	test('shows the day and the sites that the address asks for, and hands them on', async ({
		page
	}) => {
		const faults = watch(page);
		await page.goto('/embed/?theme=dark&topic=rail&status=open&date=2026');
		const wanted = atlas.sites.filter(
			({ anchor, theme, status }) => anchor && theme === 'rail' && status === 'open'
		);
		const marks = page.locator('.map .marks li:not([hidden]) a.mark');
		await expect(marks).toHaveCount(wanted.length);
		expect(
			await marks.evaluateAll((all) => all.map((one) => one.getAttribute('data-site')).sort())
		).toEqual(wanted.map(({ id }) => id).sort());
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(page.locator('.time output')).toHaveText('2026年12月31日');
		const full = new URL((await page.locator('.title a').getAttribute('href')) ?? '', page.url());
		expect(Object.fromEntries(full.searchParams)).toMatchObject({
			topic: 'rail',
			status: 'open',
			date: '2026-12-31'
		});
		await page.locator('.map .chip').click();
		await expect(marks).toHaveCount(atlas.sites.filter(({ anchor }) => anchor).length);
		expect(faults).toEqual([]);
	});

	test('takes theme, panels and view from the address, and shrugs at nonsense @core', async ({
		page
	}) => {
		await page.goto('/embed/?theme=dark&panels=none&off=rail');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(page.locator('.frame')).toHaveAttribute('data-off', 'rail');
		for (const part of ['.title', 'button.all', '.legend', '.controls'])
			await expect(page.locator(part)).toBeHidden();
		await expect(page.locator('.attribution')).toBeVisible();
		const faults = watch(page);
		await page.goto(
			'/embed/?theme=<b>&panels=%00&site=__proto__&at=NaN,1&interaction=x&host=javascript:1'
		);
		await page.waitForLoadState('networkidle');
		await page.locator('button.all').click();
		await expect(page.locator('.list')).toBeVisible();
		expect(faults).toEqual([]);
	});

	for (const sandbox of ['', 'allow-scripts'])
		test(`shows drawing and list with sandbox="${sandbox}"`, async ({ page, baseURL }) => {
			await openHost(
				page,
				baseURL,
				`<iframe sandbox="${sandbox}" src="ATLAS/embed/" title="m" width="600" height="400"></iframe>`
			);
			const frame = page.frameLocator('iframe');
			await expect(frame.locator('.ground svg')).toBeVisible();
			await expect(frame.locator('a.mark').first()).toBeVisible();
			await expect(frame.locator('.list a')).toHaveCount(atlas.sites.length);
			await expect(frame.locator('.list a').first()).toBeVisible();
		});

	test('is live with sandbox="allow-scripts allow-same-origin" @core', async ({
		page,
		baseURL
	}) => {
		await openHost(
			page,
			baseURL,
			`<iframe sandbox="allow-scripts allow-same-origin" src="ATLAS/embed/" title="m" width="600" height="400"></iframe>`
		);
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	});

	test('lets the wheel scroll the page around, and zooms with Ctrl', async ({ page, baseURL }) => {
		await page.setViewportSize({ width: 800, height: 600 });
		await openHost(
			page,
			baseURL,
			'<iframe src="ATLAS/embed/" title="m" width="600" height="400"></iframe><div style="height:3000px"></div>'
		);
		const frame = await frameOf(page);
		for (const state of ['static', 'ready']) {
			await expect(frame.locator('html')).toHaveAttribute('data-map', state, { timeout: 30_000 });
			await expect(frame.locator('.plane')).toBeVisible();
			await page.evaluate(() => scrollTo(0, 0));
			await page.mouse.move(300, 250);
			await page.mouse.wheel(0, 200);
			await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
			// The wheel was the touch that the live map waits for.
			await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		}
		expect(new URL(frame.url()).searchParams.get('at')).toBeNull();
		await page.evaluate(() => scrollTo(0, 0));
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -200);
		await page.keyboard.up('Control');
		await expect.poll(() => new URL(frame.url()).searchParams.get('at')).not.toBeNull();
		expect(await page.evaluate(() => scrollY)).toBe(0);
	});

	test('shows whom the map is owed to in every width', async ({ page }) => {
		for (const path of ['/embed/', '/en/embed/'])
			for (const width of [320, 390, 521, 560, 640, 900, 1200]) {
				await page.setViewportSize({ width, height: 480 });
				await page.goto(path);
				const credit = await page.locator('.attribution').boundingBox();
				for (const part of ['.legend', '.controls']) {
					const box = await page.locator(part).boundingBox();
					const isClear =
						credit && box && (credit.x + credit.width <= box.x || credit.y >= box.y + box.height);
					expect(isClear, `${path} at ${width}: ${part} covers it`).toBe(true);
				}
			}
	});

	test('with interaction=none nothing moves the map by hand, and places can be chosen', async ({
		page
	}) => {
		await page.setViewportSize({ width: 640, height: 480 });
		await page.goto('/embed/?interaction=none');
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		await page.mouse.move(120, 200);
		await page.mouse.down();
		await page.mouse.move(220, 260, { steps: 5 });
		await page.mouse.up();
		await page.mouse.wheel(0, -300);
		expect(new URL(page.url()).searchParams.get('at')).toBeNull();
		// One that no other mark stands on.
		await page.locator('a.mark[data-site="cqjtu"]').click();
		await expect(page.locator('html')).toHaveAttribute('data-selected', 'cqjtu');
	});

	test('with interaction=full the wheel zooms', async ({ page }) => {
		await page.setViewportSize({ width: 640, height: 480 });
		await page.goto('/embed/?interaction=full');
		await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		await page.mouse.move(300, 200);
		await page.mouse.wheel(0, -300);
		await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBeNull();
	});

	test.describe('under a finger', () => {
		test.use({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });

		for (const state of ['static', 'ready'])
			test(`scrolls the page around while its map is ${state}`, async ({ page, baseURL }) => {
				await openHost(
					page,
					baseURL,
					`<meta name="viewport" content="width=device-width">
					<iframe src="ATLAS/embed/" title="m" width="100%" height="400"></iframe>
					<div style="height:3000px"></div>`
				);
				const frame = await frameOf(page);
				await expect(frame.locator('html')).toHaveAttribute('data-map', state, {
					timeout: 30_000
				});
				const cdp = await page.context().newCDPSession(page);
				const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
					cdp.send('Input.dispatchTouchEvent', {
						type,
						touchPoints: y === undefined ? [] : [{ x: 150, y }]
					});
				await touch('touchStart', 330);
				for (let y = 320; y > 80; y -= 10) await touch('touchMove', y);
				await touch('touchEnd');
				await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
				await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', {
					timeout: 30_000
				});
				expect(new URL(frame.url()).searchParams.get('at')).toBeNull();
			});
	});

	test('takes no focus, and the keyboard goes through it and out again', async ({
		page,
		baseURL
	}) => {
		await openHost(
			page,
			baseURL,
			'<button id="a">a</button><iframe src="ATLAS/embed/" title="m" width="600" height="400"></iframe><button id="b">b</button>'
		);
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await page.locator('#a').focus();
		for (let step = 0; step < 30; step++) {
			await page.keyboard.press('Tab');
			if (await page.locator('#b').evaluate((button) => button === document.activeElement)) return;
		}
		throw new Error('30 presses of Tab did not lead out of the frame.');
	});
});

test.describe('with the script', () => {
	test('text and map lead to each other, and destroy() leaves the page as it was @core', async ({
		page,
		baseURL
	}) => {
		const faults = watch(page);
		await openHost(
			page,
			baseURL,
			`${STORY}<div data-atlas-embed data-article="#story"></div>${SCRIPT}`
		);
		const before = `<p>第一段写<b>${name.slice(0, 2)}</b>${name.slice(2)}，再写一次${name}。</p>`;
		const mention = page.locator(`atlas-mention[role][data-site="${id}"]`);
		await expect(mention).toHaveCount(2);
		expect(await page.locator('#story').innerText()).toBe(`第一段写${name}，再写一次${name}。`);

		await mention.nth(1).click();
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-selected', id);
		// The card walks in the publisher's text.
		await expect(frame.locator('.card footer')).toContainText('2/2');
		await frame.getByRole('button', { name: /下一处/ }).click();
		await expect(frame.locator('.card footer')).toContainText('1/2');
		await expect(page.locator('atlas-mention[data-present]').first()).toHaveText(name.slice(0, 2));

		const other = atlas.sites.find((one) => one.anchor && one.id !== id)?.id ?? '';
		await frame.locator('button.all').click();
		await frame.locator(`.list a[data-site="${other}"]`).click();
		await expect(page.locator('atlas-mention[data-chosen]')).toHaveCount(0);
		await frame.locator('button.all').click();
		await frame.locator(`.list a[data-site="${id}"]`).click();
		await expect(page.locator('atlas-mention[data-chosen]')).toHaveCount(3);

		await page.evaluate(() => {
			for (const embed of window.DistrictAtlas!.embeds!.values()) embed.destroy();
		});
		expect(await page.locator('#story').innerHTML()).toBe(before);
		await expect(page.locator('iframe')).toHaveCount(0);
		expect(faults).toEqual([]);
	});

	test('marks what the page itself chooses, and goes back to a site that is chosen again', async ({
		page,
		baseURL
	}) => {
		await openHost(
			page,
			baseURL,
			`${STORY}<div data-atlas-embed data-article="#story"></div>${SCRIPT}`
		);
		const mention = page.locator(`atlas-mention[role][data-site="${id}"]`);
		await expect(mention).toHaveCount(2);
		await page.evaluate((site) => {
			const [embed] = window.DistrictAtlas!.embeds!.values();
			return embed!.send({ type: 'select', site });
		}, id);
		await expect(page.locator('atlas-mention[data-chosen]')).toHaveCount(3);
		const frame = await frameOf(page);
		const at = () => new URL(frame.url()).searchParams.get('at');
		await expect.poll(at).not.toBeNull();
		const chosen = at();
		await frame.locator('.controls').getByLabel('显示全部').click();
		await expect.poll(at).not.toBe(chosen);
		await mention.first().click();
		await expect.poll(at).toBe(chosen);
	});

	test('two embeds stay apart, one of them an iframe of the page', async ({ page, baseURL }) => {
		await openHost(
			page,
			baseURL,
			`<district-atlas data-lang="en"></district-atlas>
			<iframe data-atlas-embed src="ATLAS/embed/" title="m" width="600" height="400"></iframe>${SCRIPT}`
		);
		await expect.poll(() => page.evaluate(() => window.DistrictAtlas?.embeds?.size)).toBe(2);
		await page.evaluate(
			([site]) =>
				window
					.DistrictAtlas!.embeds!.get(document.querySelector('iframe[data-atlas-embed]')!)!
					.send({ type: 'select', site: site! }),
			[id]
		);
		const chosen = async (lang: string) =>
			page
				.frames()
				.find(
					(frame) =>
						frame.url().includes('/embed/') && frame.url().includes('/en/') === (lang === 'en')
				)
				?.evaluate(() => document.documentElement.dataset['selected'] ?? null);
		await expect.poll(() => chosen('zh')).toBe(id);
		await expect.poll(() => chosen('en')).toBeNull();
	});

	test('answers requests, at most four views a second', async ({ page, baseURL }) => {
		await page.setViewportSize({ width: 600, height: 800 });
		await openHost(page, baseURL, `<div data-atlas-embed></div>${SCRIPT}`);
		const heard = await page.evaluate(async (site) => {
			const [embed] = window.DistrictAtlas!.embeds!.values();
			const heard: { type: string; at: number; [key: string]: unknown }[] = [];
			for (const type of ['selected', 'viewChanged', 'height', 'ack', 'error'] as const)
				embed!.on(type, (message) => heard.push({ ...message, at: performance.now() }));
			const refusal = (error: unknown) => (error as Error).message;
			await embed!.send({ type: 'select', site });
			const unknown = await embed!.send({ type: 'select', site: 'nowhere' }).catch(refusal);
			const date = await embed!.send({ type: 'setDate', date: '2025-02-30' }).catch(refusal);
			await embed!.send({ type: 'setDate', date: '2025-06' });
			const last = 11;
			const arrived = new Promise<void>((resolve) => {
				embed!.on('viewChanged', ({ center: [lng] }) => {
					if (Math.abs(lng - (106.6 + last / 200)) < 0.001) resolve();
				});
			});
			for (let i = 0; i <= last; i++) {
				await embed!.send({ type: 'setLayers', off: i % 2 ? [] : ['rail'] });
				await embed!.send({ type: 'setView', center: [106.6 + i / 200, 29.5], zoom: 14 });
			}
			await arrived;
			return { heard, unknown, date };
		}, id);
		expect(heard.unknown).toContain('unknown-site');
		expect(heard.date).toContain('bad-date');
		expect(heard.heard).toContainEqual(
			expect.objectContaining({ type: 'selected', site: id, by: 'host' })
		);
		const views = heard.heard.filter(({ type }) => type === 'viewChanged');
		expect(views.length).toBeGreaterThan(0);
		expect(views.at(-1)).toMatchObject({ date: '2025-06-30' });
		for (const [i, view] of views.entries())
			expect(view.at - (views[i - 1]?.at ?? -Infinity)).toBeGreaterThan(150);
	});

	test('malformed and hostile messages change nothing and throw nothing @core', async ({
		page,
		baseURL
	}) => {
		const faults = watch(page);
		await openHost(page, baseURL, `<div data-atlas-embed></div>${SCRIPT}`);
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		const before = frame.url();
		await page.evaluate((known) => {
			const target = document.querySelector('iframe')!.contentWindow!;
			const values: unknown[] = [
				null,
				undefined,
				0,
				NaN,
				Infinity,
				-1,
				1e308,
				'',
				'x'.repeat(10_000),
				true,
				[],
				{},
				['__proto__'],
				{ constructor: 1 },
				new Map([[1, 2]]),
				new Date(),
				/x/,
				10n,
				'__proto__',
				'<img src=x onerror=alert(1)>',
				'javascript:alert(1)'
			];
			const pick = (i: number) => values[i % values.length];
			const types = [...known, 'ready', 'constructor', pick(3)];
			for (let i = 0; i < 10_000; i++) {
				const type = types[i % types.length];
				const message: Record<string, unknown> = {
					atlas: i % 5 ? 1 : pick(i),
					type,
					site: pick(i >> 2) === null ? undefined : pick(i >> 2),
					mention: pick(i >> 1),
					center: [pick(i), pick(i >> 3)],
					zoom: pick(i >> 4),
					off: [pick(i >> 2)],
					date: pick(i >> 3),
					id: pick(i >> 1)
				};
				target.postMessage(i % 11 ? message : pick(i), '*');
			}
		}, REQUEST_TYPES);
		// Another origin's window is not heard either.
		await page.evaluate((site) => {
			const stranger = document.createElement('iframe');
			stranger.srcdoc = `<script>parent.frames[0].postMessage({atlas:1,type:'select',site:'${site}'},'*')</script>`;
			document.body.append(stranger);
			return new Promise((resolve) => (stranger.onload = resolve));
		}, id);
		// Messages keep their order: this one is answered when all before were heard.
		await page.evaluate(() => {
			const [embed] = window.DistrictAtlas!.embeds!.values();
			return embed!.send({ type: 'select', site: null });
		});
		expect(
			await frame.evaluate(() => document.documentElement.dataset['selected'])
		).toBeUndefined();
		expect(frame.url()).toBe(before);
		expect(faults).toEqual([]);
	});

	test('works under a strict policy of the host @core', async ({ page, baseURL }) => {
		const faults = watch(page);
		await openHost(
			page,
			baseURL,
			`${STORY}<div data-atlas-embed data-article="#story"></div>${SCRIPT}`,
			{
				'content-security-policy': `default-src 'none'; style-src-attr 'unsafe-inline'; script-src ${baseURL}; frame-src ${baseURL}`
			}
		);
		await page.locator('atlas-mention[role]').first().click();
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-selected', id);
		expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
	});

	test('shifts nothing in the page of the host', async ({ page, baseURL }) => {
		await page.addInitScript(() => {
			Object.assign(window, { shift: 0 });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					(window as unknown as { shift: number }).shift += (
						entry as unknown as { value: number }
					).value;
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await openHost(
			page,
			baseURL,
			`<div data-atlas-embed data-article="#story" style="min-height:480px"></div>${STORY}${SCRIPT}`
		);
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
		await expect(page.locator('atlas-mention').first()).toBeVisible();
		expect(
			await page.evaluate(() => (window as unknown as { shift: number }).shift)
		).toBeLessThanOrEqual(0.02);
	});
});

test.describe('in pages as systems make them', () => {
	const fixture = (file: string) => readFileSync(`tests/fixtures/embed-hosts/${file}`, 'utf8');

	test('a blog with broad styles keeps its text and its layout', async ({ page, baseURL }) => {
		const html = fixture('blog.html').replaceAll('ATLAS', baseURL ?? '');
		const plain = await serveHost(html.replace(/<script src[^]*?<\/script>/, ''));
		const host = await serveHost(html);
		hosts.push(plain, host);
		const look = () =>
			page.evaluate(() => ({
				text: document.querySelector<HTMLElement>('.entry-content')!.innerText,
				boxes: [
					...document.querySelectorAll('.entry-content > :not([data-atlas-embed], script)')
				].map((block) => Math.round(block.getBoundingClientRect().height))
			}));
		await page.goto(plain.url);
		const before = await look();
		await page.goto(host.url);
		const mentions = page.locator('atlas-mention[role]');
		await expect(mentions).toHaveCount(5);
		expect(await look()).toEqual(before);
		expect(
			await mentions.evaluateAll((all) => all.map((one) => one.getAttribute('data-site')))
		).toEqual([
			'chongqing-east-station',
			'metro-line-6-east-station',
			'chayuan-new-city',
			'jiangnan-tunnel',
			'jiangnan-tunnel'
		]);
	});

	test('where scripts and styles are stripped, the frame stands alone', async ({
		page,
		baseURL
	}) => {
		const host = await serveHost(fixture('stripped.html').replaceAll('ATLAS', baseURL ?? ''));
		hosts.push(host);
		await page.goto(host.url);
		const box = await page.locator('iframe').boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(480);
		const frame = await frameOf(page);
		await expect(frame.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 });
	});
});

test('the page to try makes our retelling live and writes down the messages', async ({ page }) => {
	const faults = watch(page);
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/embed/demo/');
	const mention = page.locator(`article atlas-mention[role][data-site="${id}"]`).first();
	await mention.click();
	await expect((await frameOf(page)).locator('html')).toHaveAttribute('data-selected', id);
	await expect(page.locator('#log')).toContainText('"selected"');
	expect(faults).toEqual([]);
});
