import { expect } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { TOOLS } from '../../src/lib/view/view';
import { openExplorer, SIZES } from '../support/explorer-page';
import { walkStates } from '../support/explorer-states';
import { openWork, folderTexts } from '../support/studio';
import { test } from '../support/test';

/** What the content security policy of the pages allows, bars, and never has to bar. */

const pages = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.html')
);

function policyOf(file: string): Map<string, string[]> {
	const html = readFileSync(`build/${file}`, 'utf8');
	const [, content] = /http-equiv="content-security-policy" content="([^"]+)"/.exec(html) ?? [];
	if (content === undefined) throw new Error(`build/${file} has no policy.`);
	const directives = content.split(';').map((one) => one.trim().split(/\s+/));
	return new Map(directives.map(([name = '', ...values]) => [name, values]));
}

test('every page bars foreign code, eval, inline code without a hash, and frames of others @core', () => {
	for (const file of pages) {
		const policy = policyOf(file);
		const of = (name: string) => policy.get(name) ?? [];
		expect(of('default-src'), file).toEqual(["'none'"]);
		for (const name of ['script-src', 'style-src', 'style-src-attr'])
			for (const value of of(name))
				expect(value, `${file}: ${name}`).toMatch(/^'(?:self|unsafe-hashes|sha256-[\w+/]+=*)'$/);
		for (const name of ['worker-src', 'frame-src', 'font-src', 'manifest-src'])
			expect(of(name), `${file}: ${name}`).toEqual(["'self'"]);
		for (const name of ['base-uri', 'form-action']) expect(of(name), file).toEqual(["'none'"]);
		expect(of('require-trusted-types-for'), file).toEqual(["'script'"]);
	}
});

test('no page has a style attribute or a handler in its markup @core', () => {
	for (const file of pages) {
		const html = readFileSync(`build/${file}`, 'utf8').replace(/<script\b[^]*?<\/script>/g, '');
		expect(html.match(/<[^>]+\s(?:style|on\w+)="[^"]*"/)?.[0], file).toBeUndefined();
	}
});

for (const [size, lang] of [
	['desk', 'zh'],
	['phone', 'en']
] as const) {
	test.describe(`${size}, ${lang}`, () => {
		test.use({ viewport: SIZES[size] });

		test('no state of the explorer breaks the policy', async ({ page }) => {
			await openExplorer(page, lang === 'zh' ? '/' : '/en/');
			await walkStates(page, lang, async () => {});
			for (const tool of TOOLS) {
				await page.goto(`/?panel=tools&tool=${tool}`);
				await expect(page.locator('#tool')).toBeVisible();
			}
		});
	});
}

test('no part of the studio breaks the policy', async ({ page }) => {
	await openWork(page, '/studio/', folderTexts('tests/fixtures/second-atlas'));
	for (const part of ['text', 'places', 'sources', 'atlas', 'files', 'problems']) {
		await page.locator(`[data-part="${part}"]`).click();
		await expect(page.locator(`main[data-panel="${part}"]`)).toBeVisible();
	}
});

test.describe('what is slipped in', () => {
	test.use({ mayBreakPolicy: true });

	test('is not run, neither as markup, code, script nor worker @core', async ({ page }) => {
		await page.goto('/data/');
		const outcomes = await page.evaluate(async () => {
			const tried = (act: () => unknown) => {
				try {
					act();
					return 'done';
				} catch (error) {
					return (error as Error).name;
				}
			};
			// From here on as the page's own code: what the developer tools call may evaluate strings.
			await new Promise((resolve) => setTimeout(resolve));
			const script = document.createElement('script');
			const { trustedTypes } = window as unknown as {
				trustedTypes: { createPolicy(name: string, rules: object): void };
			};
			return {
				markup: tried(() => (document.body.innerHTML = '<img src=x onerror="ran=1">')),
				evaluated: tried(() => eval('ran = 1')),
				// eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the policy must bar
				made: tried(() => new Function('ran = 1')()),
				foreign: tried(() => (script.src = 'https://atlas.example/x.js')),
				data: tried(() => (script.src = 'data:text/javascript,ran=1')),
				blob: tried(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
				policy: tried(() => trustedTypes.createPolicy('other', {})),
				ran: 'ran' in window
			};
		});
		expect(outcomes).toEqual({
			markup: 'TypeError',
			evaluated: 'EvalError',
			made: 'EvalError',
			foreign: 'TypeError',
			data: 'TypeError',
			blob: 'TypeError',
			policy: 'TypeError',
			ran: false
		});
	});
});
