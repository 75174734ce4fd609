import { expect } from '@playwright/test';
import { atlas } from '../support/atlas';
import { errorsOf, failFiles, FAULTS } from '../support/faults';
import { test } from '../support/test';

/** The pages without script of their own: their style sheet fails, and all is there to read. */

const PAGES = [
	`/sites/${atlas.sites[0]?.id}/`,
	'/progress/',
	'/changes/',
	'/data/',
	'/privacy/',
	'/accessibility/',
	'/404.html'
];

test('without their style sheet, all pages besides the explorer are there to read', async ({
	page
}) => {
	const errors = errorsOf(page);
	let answer = FAULTS['is missing']!.answer;
	const failing = await failFiles(
		page,
		(route) => answer(route),
		(file) => file.endsWith('.css')
	);
	/** What is there to see of the page's own text, but for what is closed until it is opened. */
	const seen = () =>
		page.locator('main').evaluate((main) => {
			const texts: string[] = [];
			const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const { textContent, parentElement } = walker.currentNode;
				const isSeen = parentElement?.checkVisibility({ visibilityProperty: true });
				if (isSeen && textContent?.trim()) texts.push(textContent.trim());
			}
			return texts;
		});
	for (const path of PAGES) {
		failing.isOn = false;
		await page.goto(path);
		const whole = await seen();
		expect(whole.length, path).toBeGreaterThan(3);
		failing.isOn = true;
		for (const [what, fault] of Object.entries(FAULTS)) {
			answer = fault.answer;
			await page.goto(path);
			expect(await seen(), `${path}: ${what}`).toEqual(expect.arrayContaining(whole));
		}
	}
	expect(errors).toEqual([]);
});
