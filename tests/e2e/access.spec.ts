import { expect, type Page } from '@playwright/test';
import { axeFindings } from '../support/axe';
import { openExplorer, SIZES } from '../support/explorer-page';
import { openWithoutMap, OTHER_PAGES, SMALL_PHONE, walkStates } from '../support/explorer-states';
import { smallTargets } from '../support/targets';
import { test } from '../support/test';

const PREFIXES = { zh: '/', en: '/en/' } as const;

/** Each page is loaded once and looked at in both colour schemes, which differ in contrast only. */
async function findings(page: Page, state: string): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await axeFindings(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await axeFindings(page, ['color-contrast']);
	return [
		...light.map((one) => `${state}, light: ${one}`),
		...dark.map((one) => `${state}, dark: ${one}`)
	];
}

for (const { size, lang, map } of [
	{ size: 'phone', lang: 'zh', map: 'live' },
	{ size: 'phone', lang: 'en', map: 'absent' },
	{ size: 'desk', lang: 'zh', map: 'absent' },
	{ size: 'desk', lang: 'en', map: 'live' }
] as const) {
	test.describe(`on a ${size}, in ${lang}, with the map ${map}`, () => {
		test.use({ viewport: SIZES[size] });

		test('axe finds nothing in any state of the explorer', async ({ page }) => {
			const open = map === 'live' ? openExplorer : openWithoutMap;
			await open(page, PREFIXES[lang]);
			const found: string[] = [];
			await walkStates(page, lang, async (state) => {
				found.push(...(await findings(page, state)));
			});
			expect(found).toEqual([]);
		});
	});
}

for (const lang of ['zh', 'en'] as const) {
	for (const size of ['phone', 'desk'] as const) {
		test.describe(`on a ${size}`, () => {
			test.use({ viewport: SIZES[size] });

			test(`axe finds nothing on the other pages in ${lang}`, async ({ page }) => {
				const found: string[] = [];
				const paths = OTHER_PAGES.map((path) => PREFIXES[lang] + path);
				for (const path of lang === 'zh' ? [...paths, '/404.html'] : paths) {
					await page.goto(path);
					found.push(...(await findings(page, path)));
				}
				expect(found).toEqual([]);
			});
		});
	}
}

for (const [size, viewport] of Object.entries({ phone: SIZES.phone, 'small phone': SMALL_PHONE })) {
	test.describe(`on a ${size}`, () => {
		test.use({ viewport });

		test('every target of the explorer is 44 px wide and high', async ({ page }) => {
			await openExplorer(page);
			const small = new Set<string>();
			await walkStates(page, 'zh', async (state) => {
				for (const one of await smallTargets(page)) small.add(`${state}: ${one}`);
			});
			expect([...small]).toEqual([]);
		});

		test(`every target of the other pages is 44 px wide and high${size === 'phone' ? ' @core' : ''}`, async ({
			page
		}) => {
			const small: string[] = [];
			for (const path of [...OTHER_PAGES, '404.html']) {
				await page.goto(`/${path}`);
				small.push(...(await smallTargets(page)).map((one) => `${path}: ${one}`));
			}
			expect(small).toEqual([]);
		});
	});
}
