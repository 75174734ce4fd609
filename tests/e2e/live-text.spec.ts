import { expect, type Page } from '@playwright/test';
import type { Find } from '../../src/lib/embed/finder';
import type { LiveText, liveText } from '../../src/lib/embed/live-text';
import type { createGazetteer, findMentions, GazetteerEntry } from '../../src/lib/text/mentions';
import { bundle } from '../support/bundle';
import { test } from '../support/test';

declare global {
	interface Window {
		names: { createGazetteer: typeof createGazetteer; findMentions: typeof findMentions };
		embed: { liveText: typeof liveText };
		start(selector?: string): LiveText;
		find: Find;
		live: LiveText;
		chosen: [string, number][];
	}
}

const GAZETTEER: GazetteerEntry[] = [
	{ name: '6号线', site: 'line-6', lang: 'zh' },
	{ name: '7号线', site: 'line-7', lang: 'zh' },
	{ name: '重庆东站', site: 'east', lang: 'zh' },
	{ name: '重庆东站枢纽新城', site: 'new-town', lang: 'zh' },
	{ name: 'Midea factory', site: 'midea', lang: 'en' }
];

let script = '';

test.beforeAll(async () => {
	script = [
		await bundle('src/lib/text/mentions.ts', 'names'),
		await bundle('src/lib/embed/live-text.ts', 'embed')
	].join('\n');
});

/** Loads a page with this in its body, the module ready but not started. */
async function load(page: Page, body: string, head = ''): Promise<void> {
	await page.setContent(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
	await page.addScriptTag({ content: script });
	await page.evaluate((entries) => {
		window.chosen = [];
		const gazetteer = window.names.createGazetteer(entries);
		window.find = (text) => window.names.findMentions(gazetteer, text);
		window.start = (selector = 'main') => {
			const root = document.querySelector(selector)!;
			return window.embed.liveText(root, window.find, (...choice) => window.chosen.push(choice));
		};
	}, GAZETTEER);
}

/** The page with the text live in its `main`. */
async function open(page: Page, article: string, head = ''): Promise<void> {
	await load(page, `<main>${article}</main>`, head);
	await page.evaluate(() => void (window.live = window.start()));
}

/** Every mention as `site:text`, in document order, its pieces joined with `|`. */
function mentions(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		for (const element of document.querySelectorAll<HTMLElement>('atlas-mention')) {
			if (element.role === 'button')
				found.push(`${element.dataset['site']}:${element.textContent}`);
			else found.push(`${found.pop()}|${element.textContent}`);
		}
		return found;
	});
}

const FOUND: Record<string, [article: string, found: string[]]> = {
	'in plain text': ['<p>去重庆东站坐车。</p>', ['east:重庆东站']],
	'twice in one text node': ['<p>从重庆东站到重庆东站。</p>', ['east:重庆东站', 'east:重庆东站']],
	'as the longest name': ['<p>重庆东站枢纽新城</p>', ['new-town:重庆东站枢纽新城']],
	'over nested inline tags': [
		'<p>去重<b>庆<em>东</em></b><!-- here --><span>站</span>坐车</p>',
		['east:重|庆|东|站']
	],
	'over wbr and br': ['<p>重庆<wbr>东站，重庆<br>东站</p>', ['east:重庆|东站', 'east:重庆|东站']],
	'over a br in pretty-printed source': ['<p>重庆<br>\n\t\t\t东站</p>', ['east:重庆|\n\t\t\t东站']],
	'not over two line breaks': ['<p>重庆<br><br>东站</p>', []],
	'in minified source': [
		'<h1>重庆东站</h1><p>6号线<p>到<b>7</b>号线<ul><li>Midea<li>factory</ul>',
		['east:重庆东站', 'line-6:6号线', 'line-7:7|号线']
	],
	'in pretty-printed source': [
		'\n<p>\n\t去重庆\n\n\t\t东站和\n\tMidea\n\n\tfactory\n</p>\n',
		['east:重庆\n\n\t\t东站', 'midea:Midea\n\n\tfactory']
	],
	'not over a blank line that shows': ['<pre>重庆\n\n东站 重庆\n东站</pre>', ['east:重庆\n东站']],
	'over ruby': [
		'<p>在<ruby>重<rp>(</rp><rt>chóng</rt><rp>)</rp>庆<rt>qìng</rt></ruby>东站</p>',
		['east:重|庆|东站']
	],
	'in full width and in numerals': [
		'<p>６号线，六号线，Ｍｉｄｅａ　ｆａｃｔｏｒｙ</p>',
		['line-6:６号线', 'line-6:六号线', 'midea:Ｍｉｄｅａ　ｆａｃｔｏｒｙ']
	],
	'not of another line': ['<p>六号线</p><p>十<b>七号线</b>，1<i>6号线</i></p>', ['line-6:六号线']],
	'not over blocks': [
		'<p>重庆</p><p>东站</p>重庆<div>东站</div>重庆<span style="display:inline-block">东站</span><table><tr><td>重庆<td>东站</table>',
		[]
	],
	'over elements that make no box': [
		'<p>重庆<span style="display:none">的</span><span style="display:contents">东站</span></p>',
		['east:重庆|东站']
	],
	'in blocks in inline elements': [
		'<x-article><p>重庆</p><p>去重庆东站</p></x-article>',
		['east:重庆东站']
	],
	'not in links or partly in links': [
		'<p><a href="#x">重庆东站</a>，重庆<a href="#y">东站</a>，<a name="z">重庆东站</a></p>',
		['east:重庆东站']
	],
	'not in what is hidden': [
		'<p hidden>重庆东站</p><p style="display:none">重庆东站</p><p aria-hidden="true">重庆东站</p><p style="visibility:hidden">重庆东站，<span style="visibility:visible">6号线</span></p>',
		['line-6:6号线']
	],
	'not in controls and code': [
		'<textarea>重庆东站</textarea><input value="重庆东站"><select><option>重庆东站</select><button>重庆东站</button><script>/*重庆东站*/</script><style>/*重庆东站*/</style><noscript>重庆东站</noscript><template>重庆东站</template><svg><text>重庆东站</text></svg><math><mtext>重庆东站</mtext></math><p contenteditable>重庆东站</p><iframe srcdoc=""></iframe>',
		[]
	],
	'not in what is kept out': [
		'<div data-atlas-embed>重庆东站</div><p data-atlas-skip>重<b>庆东站</b></p>',
		[]
	]
};

test.describe('a mention is found', () => {
	for (const [where, [article, found]] of Object.entries(FOUND)) {
		test(where, async ({ page }) => {
			await open(page, article);
			expect(await mentions(page)).toEqual(found);
		});
	}
});

const ARTICLE = `
	<h1>重庆东站</h1>
	<h2 style="display:flex; gap:20px"><i>※</i> 去 重庆东站 坐6号线 </h2>
	<p>从<b>重庆</b>东站出发，经<ruby>重<rt>chóng</rt>庆<rt>qìng</rt></ruby>东站，坐６号线或
		六号线到 Midea <i>factory</i> , 再回重庆东站枢纽新城。${'很长的文字，'.repeat(40)}</p>
	<ul><li>6号线<li><b>7</b>号线</ul>
	<p class="all">6号线<br>重庆<wbr>东站</p>
	<table><tr><td>重庆东站<td>7号线</table>
	<p class="cap">重庆东站，再坐6号线 to the Midea factory. ${'A long text. '.repeat(30)}</p>
	<div style="display:grid; grid-template-columns:1fr 1fr"> 去重庆东站 <b>6号线</b></div>
	<p class="clamp">去重庆东站，<b>重庆</b>东站。${'很长的文字，'.repeat(40)}</p>
	<pre>去
		重庆东站</pre>`;

const HOSTILE = `<style>
	main { width: 333px } span, mark, a { padding: 9px } main *, .all > * { margin: 3px; letter-spacing: inherit }
	.cap { text-align: justify } .cap::first-letter { float: left; font-size: 3em; color: red }
	.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
	.all > * { display: block; padding: 5px; border: 1px solid } :not(:defined) { visibility: hidden }
</style>`;

/** What a reader and the layout have: words, copied words and the boxes of the host's elements. */
function impression(page: Page) {
	return page.evaluate(() => {
		const main = document.querySelector('main')!;
		getSelection()!.selectAllChildren(main);
		const copied = String(getSelection());
		getSelection()!.removeAllRanges();
		const boxes = [...main.querySelectorAll('*:not(atlas-mention, atlas-text)')].map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return [element.localName, ...[x, y, width, height].map(Math.round)].join(' ');
		});
		return { text: main.innerText, content: main.textContent, copied, boxes };
	});
}

test('reading, copying and layout stay as they were @core', async ({ page }) => {
	await load(page, `<main>${ARTICLE}</main>`, HOSTILE);
	const before = await impression(page);
	await page.evaluate(() => void (window.live = window.start()));
	expect((await mentions(page)).length).toBe(22);
	expect(await impression(page)).toEqual(before);
	await page.evaluate(() => window.live.choose('east'));
	expect(await impression(page)).toEqual(before);
});

test('destroy leaves the same nodes and the same source', async ({ page }) => {
	await load(page, `<main>${ARTICLE}</main>`);
	const same = await page.evaluate(() => {
		const main = document.querySelector('main')!;
		const nodes = () => {
			const all: Node[] = [];
			const walker = document.createTreeWalker(main);
			while (walker.nextNode()) all.push(walker.currentNode);
			return all;
		};
		const [source, before] = [main.innerHTML, nodes()];
		const live = window.start();
		const isLive = main.innerHTML !== source && document.adoptedStyleSheets.length === 1;
		live.destroy();
		live.destroy();
		const after = nodes();
		return {
			isLive,
			source: main.innerHTML === source,
			nodes: after.length === before.length && after.every((node, i) => node === before[i]),
			sheets: document.adoptedStyleSheets.length,
			count: live.count('east')
		};
	});
	expect(same).toEqual({ isLive: true, source: true, nodes: true, sheets: 0, count: 0 });
});

test('the style stays until the last live text is gone', async ({ page }) => {
	await load(page, '<main>重庆东站</main><aside>重庆东站</aside>');
	const styles = await page.evaluate(() => {
		const [one, other] = [window.start('main'), window.start('aside')];
		one.destroy();
		const { cursor } = getComputedStyle(document.querySelector('aside atlas-mention')!);
		other.destroy();
		return [cursor, document.adoptedStyleSheets.length];
	});
	expect(styles).toEqual(['pointer', 0]);
});

test('two live texts of one text leave each other alone', async ({ page }) => {
	await load(page, '<main><p>去重庆东站看</p></main>');
	const text = await page.evaluate(async () => {
		const [one, other] = [window.start('main'), window.start('p')];
		document.querySelector('p')!.append('6号线');
		await new Promise((resolve) => setTimeout(resolve));
		const counts = [one.count('east') + other.count('east'), one.count('line-6')];
		one.destroy();
		other.destroy();
		return [document.querySelector('main')!.innerHTML, counts[0]];
	});
	expect(text).toEqual(['<p>去重庆东站看6号线</p>', 1]);
});

test('click, Enter and Space choose with the index in document order @core', async ({ page }) => {
	await open(page, '<p>重庆东站，6号线</p><p>再去<b>重庆</b>东站</p>');
	const all = page.locator('atlas-mention');
	await all.nth(0).click();
	await all.nth(3).click();
	await expect(all.nth(3)).not.toHaveAttribute('tabindex');
	await all.nth(1).press('Enter');
	await all.nth(2).press('Space');
	await all.nth(2).press('a');
	const expected = [
		['east', 0],
		['east', 1],
		['line-6', 0],
		['east', 1]
	];
	expect(await page.evaluate(() => window.chosen)).toEqual(expected);
});

test('the host hears every event, and only our keys are taken @core', async ({ page }) => {
	await open(page, '<p>重庆东站</p>');
	await page.evaluate(() => {
		for (const type of ['click', 'keydown']) {
			document.addEventListener(type, (event) =>
				window.chosen.push([event.type, Number(event.defaultPrevented)])
			);
		}
	});
	await page.locator('atlas-mention').click();
	await page.locator('atlas-mention').press('Space');
	await page.locator('atlas-mention').press('x');
	expect(await page.evaluate(() => window.chosen)).toEqual([
		['east', 0],
		['click', 0],
		['east', 0],
		['keydown', 1],
		['keydown', 0]
	]);
});

test('a click that ends a selection chooses nothing', async ({ page }) => {
	await open(page, '<p>去重庆东站</p>');
	const box = (await page.locator('atlas-mention').boundingBox())!;
	await page.mouse.move(box.x + 20, box.y + 5);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width - 2, box.y + 5, { steps: 3 });
	await page.mouse.up();
	expect(await page.evaluate(() => [String(getSelection()).length > 1, window.chosen])).toEqual([
		true,
		[]
	]);
});

test('choose marks every mention of a site, also later ones @core', async ({ page }) => {
	await open(page, '<p>重庆东站，6号线，重<b>庆东站</b></p>');
	const chosen = page.locator('[data-chosen]');
	await page.evaluate(() => window.live.choose('east'));
	await expect(chosen).toHaveText(['重庆东站', '重', '庆东站']);
	await page.evaluate(() => document.querySelector('main')!.append('重庆东站'));
	await expect(chosen).toHaveCount(4);
	await page.evaluate(() => window.live.choose(null));
	await expect(chosen).toHaveCount(0);
});

test('reveal goes around and scrolls into view', async ({ page }) => {
	const far = '<p style="height:3000px"></p>';
	await open(page, `<p>重庆东站</p>${far}<p>重<b>庆东站</b></p>${far}<p>重庆东站</p>`);
	const reveal = (k: number) => page.evaluate((k) => window.live.reveal('east', k), k);
	expect(await reveal(1)).toBe(1);
	await expect(page.locator('[data-present]')).toHaveText(['重', '庆东站']);
	await expect(page.locator('b')).toBeInViewport();
	expect(await reveal(3)).toBe(0);
	await expect(page.locator('[data-present]')).toBeInViewport();
	expect(await reveal(-1)).toBe(2);
	expect(await page.evaluate(() => window.live.reveal('nowhere', 0))).toBe(-1);
	expect(await page.evaluate(() => window.live.count('east'))).toBe(3);
});

const CHANGES: Record<string, [change: () => void | Promise<void>, text: string, found: string[]]> =
	{
		'text is appended by a client': [
			() =>
				document.querySelector('main')!.insertAdjacentHTML('beforeend', '<p>到<b>6</b>号线</p>'),
			'去重庆东站看\n\n到6号线',
			['east:重庆东站', 'line-6:6|号线']
		],
		'text is appended in a new section': [
			() =>
				document
					.querySelector('main')!
					.insertAdjacentHTML('beforeend', '<section><div><p>6号线</p></div></section>'),
			'去重庆东站看\n\n6号线',
			['east:重庆东站', 'line-6:6号线']
		],
		'a text node is rewritten': [
			() => void ((document.querySelector('p')!.firstChild as Text).data = '坐6号线和7号线'),
			'坐6号线和7号线',
			['line-6:6号线', 'line-7:7号线']
		],
		'a text node is rewritten with what is left in it': [
			() => void ((document.querySelector('p')!.firstChild as Text).data = '去'),
			'去',
			[]
		],
		'a text node is removed': [() => document.querySelector('p')!.firstChild!.remove(), '', []],
		'all text is replaced': [
			() => void (document.querySelector('p')!.textContent = '7号线'),
			'7号线',
			['line-7:7号线']
		],
		'something is put between': [
			() => document.querySelector('p')!.firstChild!.after('坐车'),
			'去重庆东站看坐车',
			['east:重庆东站']
		],
		'a piece is removed': [
			() => document.querySelector('atlas-mention')!.remove(),
			'去重庆东站看',
			['east:重庆东站']
		],
		'every text node is converted': [
			() => {
				const walker = document.createTreeWalker(
					document.querySelector('p')!,
					NodeFilter.SHOW_TEXT
				);
				while (walker.nextNode()) {
					const text = walker.currentNode as Text;
					text.data = text.data.replace('重庆', '北京').replace('看', '看6号线');
				}
			},
			'去北京东站看6号线',
			['line-6:6号线']
		],
		'the source is read and written': [
			() => void (document.querySelector('main')!.innerHTML += '<p>6号线</p>'),
			'去重庆东站看\n\n6号线',
			['east:重庆东站', 'line-6:6号线']
		],
		'all nodes are taken out and put back later': [
			async () => {
				const p = document.querySelector('p')!;
				const nodes = [...p.childNodes];
				p.replaceChildren();
				await new Promise((resolve) => setTimeout(resolve));
				p.append(...nodes);
			},
			'去重庆东站看',
			['east:重庆东站']
		],
		'the text is normalised': [
			() => {
				const p = document.querySelector('p')!;
				p.before(document.createElement('p'));
				p.previousElementSibling!.append('在', '那里');
				p.prepend('他');
				p.normalize();
			},
			'在那里\n\n他去重庆东站看',
			['east:重庆东站']
		],
		'all nodes are moved': [
			() => document.querySelector('main')!.prepend(...document.querySelector('p')!.childNodes),
			'去重庆东站看',
			['east:重庆东站']
		],
		'a name is completed beside it': [
			() => document.querySelector('p')!.insertAdjacentHTML('beforeend', '，重<b>庆东站</b>'),
			'去重庆东站看，重庆东站',
			['east:重庆东站', 'east:重|庆东站']
		]
	};

test.describe('the mentions follow when', () => {
	for (const [what, [change, text, found]] of Object.entries(CHANGES)) {
		test(what, async ({ page }) => {
			const errors: Error[] = [];
			page.on('pageerror', (error) => errors.push(error));
			await open(page, '<p>去重庆东站看</p>');
			await page.evaluate(change);
			expect(await mentions(page)).toEqual(found);
			expect((await page.locator('main').innerText()).trim()).toBe(text);
			await page.evaluate(() => window.live.destroy());
			expect((await page.locator('main').innerText()).trim()).toBe(text);
			await expect(page.locator('atlas-mention')).toHaveCount(0);
			expect(errors).toEqual([]);
		});
	}
});

test('a node the host takes out has its whole text, and is found again where it returns', async ({
	page
}) => {
	await open(page, '<p>去重庆东站看</p><div></div>');
	const texts = await page.evaluate(async () => {
		const p = document.querySelector('p')!;
		const text = p.firstChild as Text;
		p.remove();
		await new Promise((resolve) => setTimeout(resolve));
		const out = [p.innerHTML, text.data];
		document.querySelector('div')!.append(text);
		await new Promise((resolve) => setTimeout(resolve));
		return [...out, document.querySelector('div')!.textContent];
	});
	expect(texts).toEqual(['去重庆东站看', '去重庆东站看', '去重庆东站看']);
	expect(await mentions(page)).toEqual(['east:重庆东站']);
});

test('a text that starts with a mention survives normalize()', async ({ page }) => {
	await open(page, '<p>重庆东站，<b>6号线</b></p>');
	await page.evaluate(() => document.querySelector('main')!.normalize());
	expect(await mentions(page)).toEqual(['east:重庆东站', 'line-6:6号线']);
	await page.evaluate(() => window.live.destroy());
	expect(await page.locator('main').innerHTML()).toBe('<p>重庆东站，<b>6号线</b></p>');
});

test('a framework moves, rewrites and removes its own text nodes @core', async ({ page }) => {
	await open(page, '<p></p>');
	const texts = await page.evaluate(async () => {
		const p = document.querySelector('p')!;
		const [a, b, c] = ['去重庆', '东站，', '6号线'].map((text) => new Text(text)) as [
			Text,
			Text,
			Text
		];
		const seen: string[] = [];
		const see = async () => {
			await new Promise((resolve) => setTimeout(resolve));
			const [east, line] = ['east', 'line-6'].map((site) => window.live.count(site));
			seen.push(`${p.textContent} ${east} ${line}`);
		};
		p.append(a, b, c);
		await see();
		b.data = '西站，';
		c.data = '6号线，6号线';
		await see();
		p.insertBefore(c, a);
		c.data = '7号线到';
		await see();
		p.removeChild(b);
		a.data = '重庆东站';
		await see();
		p.removeChild(a);
		await see();
		return seen;
	});
	expect(texts).toEqual([
		'去重庆东站，6号线 1 1',
		'去重庆西站，6号线，6号线 0 2',
		'7号线到去重庆西站， 0 0',
		'7号线到重庆东站 1 0',
		'7号线到 0 0'
	]);
});

test('a change elsewhere in a block leaves the focus where it is', async ({ page }) => {
	await open(page, '<div>去重庆东站<br>看</div>');
	await page.locator('atlas-mention').focus();
	await page.evaluate(() => document.querySelector('div')!.append('6号线'));
	expect(await mentions(page)).toEqual(['east:重庆东站', 'line-6:6号线']);
	await expect(page.locator('atlas-mention').first()).toBeFocused();
});

test('it works and shows under a policy that forbids every style @core', async ({ page }) => {
	const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`;
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(message.text()));
	await open(page, '<p>去重庆东站</p>', policy);
	await page.evaluate(() => window.live.choose('east'));
	const mention = page.locator('atlas-mention');
	await expect(mention).toHaveCSS('text-decoration-style', 'dotted');
	await expect(mention).toHaveCSS('cursor', 'pointer');
	await expect(mention).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
	await mention.focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Shift+Tab');
	await expect(mention).toHaveCSS('outline-style', 'solid');
	expect(complaints).toEqual([]);
});

test('what is chosen looks so in forced colours', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await open(page, '<p>重庆东站，6号线</p>');
	await page.evaluate(() => window.live.choose('east'));
	const [chosen, other] = await page
		.locator('atlas-mention')
		.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
	expect(chosen).not.toBe(other);
});

test('a pass over 5,000 characters is short on a slow machine', async ({ page }) => {
	const sentence = '从<b>重庆</b>东站出发，坐６号线，经过一些没有名字的地方，一直到新城和工厂。';
	const filling = '这里的文字很长，没有一个名字，只有数字，如2025年3月和十二公里，也有标点；';
	const paragraph = `<p>${sentence}${filling.repeat(3)}</p>\n`;
	await load(page, `<main>${paragraph.repeat(34)}</main>`);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	const { pass, finder } = await page.evaluate(() => {
		const main = document.querySelector('main')!;
		const texts = Array.from(main.children, ({ textContent }) => textContent);
		// The best of many: other work on the machine makes single ones slow.
		const best = (act: () => LiveText | void) => {
			const times = Array.from({ length: 60 }, () => {
				const from = performance.now();
				const live = act();
				const time = performance.now() - from;
				live?.destroy();
				void main.offsetHeight;
				return time;
			});
			return Math.min(...times);
		};
		return {
			pass: best(() => window.start()),
			finder: best(() => texts.forEach((text) => window.find(text)))
		};
	});
	const { length } = await page.locator('main').innerText();
	console.log(
		`${length} characters: ${pass.toFixed(1)} ms a pass, of which the finder ${finder.toFixed(1)} ms`
	);
	expect(length).toBeGreaterThanOrEqual(5000);
	// 12 ms on a quiet machine; twice that with another test on the other core.
	expect(pass).toBeLessThanOrEqual(30);
});
