import { expect } from '@playwright/test';
import { atlas } from '../support/atlas';
import { expectChosen, SIZES } from '../support/explorer-page';
import { test } from '../support/test';

// The page is rewritten under way, which its own policy rightly refuses.
test.use({ viewport: SIZES.desk, bypassCSP: true });

const [article] = atlas.articles;
const passages = article?.retelling.zh.sections.flatMap((section) => section.passages) ?? [];
const passage = passages.reduce((a, b) => (b.sites.length > a.sites.length ? b : a));
const [site = ''] = passage.sites;
const OWN = '测试用的一段文字，点到';

/** What a build with an imported text serves, in words of our own. */
const original = {
	article: article?.id,
	passages: [{ n: passage.n, parts: [{ text: OWN }, { text: '这里', site }, { text: '。' }] }]
};

test.beforeEach(async ({ page }) => {
	// A build without an import says so in its page.
	await page.route('/', async (route) => {
		const response = await route.fetch();
		const html = (await response.text()).replace('hasOriginal:false', 'hasOriginal:true');
		await route.fulfill({ response, body: html });
	});
});

test('the original stands beside the retelling, and its mentions are live @core', async ({
	page
}) => {
	await page.route('**/data/originals/*.json', (route) => route.fulfill({ json: original }));
	await page.goto('/');
	const block = page.locator(`#p-${passage.n} p.original`);
	await expect(block).toContainText(OWN);
	await expect(page.locator(`#p-${passage.n} p.retelling`)).toBeVisible();
	await block.locator(`a[data-site="${site}"]`).click();
	await expectChosen(page, site);
	await expect(block.locator('a')).toHaveAttribute('aria-current', 'location');
});

test('a switch shows the original or the retelling alone, and is in the link', async ({ page }) => {
	await page.route('**/data/originals/*.json', (route) => route.fulfill({ json: original }));
	await page.goto('/');
	await page.getByRole('button', { name: '原文', exact: true }).click();
	await expect(page.locator(`#p-${passage.n} p.retelling`)).toHaveCount(0);
	await expect(page.locator(`#p-${passage.n} p.original`)).toBeVisible();
	const other = passages.find(({ n }) => n !== passage.n);
	await expect(page.locator(`#p-${other?.n} p.retelling`)).toBeVisible();
	await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe('original');
	await page.getByRole('button', { name: '转述', exact: true }).click();
	await expect(page.locator('p.original')).toHaveCount(0);
});

test('an original that does not load leaves the retelling, with a notice', async ({ page }) => {
	await page.route('**/data/originals/*.json', (route) => route.fulfill({ status: 404 }));
	await page.goto('/');
	await expect(page.locator('[data-problem="original"]')).toBeVisible();
	await expect(page.locator(`#p-${passage.n} p.retelling`)).toBeVisible();
});
