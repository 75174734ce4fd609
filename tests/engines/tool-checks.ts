import assert from 'node:assert/strict';
import { LIGHT } from '../../src/lib/style/palette';
import { atlas } from '../support/atlas';
import { collectionOf } from '../support/own-files';
import { placedStations } from '../support/stations';
import type { Check } from './explorer-checks';
import type { EnginePage } from './page';

const spots = placedStations.slice(0, 3).map(({ position }) => ({ position, properties: {} }));
const OWN_FILE = JSON.stringify(collectionOf(spots));

export const TOOL_CHECKS: readonly Check[] = [
	{
		name: 'a filter, in table, marks and list',
		async run(page) {
			await page.openExplorer('?panel=tools&tool=table&status=open');
			await page.seeElement('[role="grid"] [data-site]');
			const open = atlas.sites.filter(({ status }) => status === 'open');
			await page.see(
				'rows and marks of what is open',
				(rows, marks) =>
					Number(document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) - 1 ===
						rows &&
					document.querySelectorAll('.map .marks li:not([hidden]) a.mark').length === marks,
				open.length,
				open.filter(({ anchor }) => anchor).length
			);
			await page.click('[role="grid"] [data-site]');
			await page.seeChosen(open[0]!.id);
		}
	},
	{
		name: 'the time slider goes to a day and back',
		async run(page) {
			await page.openExplorer();
			await page.clickButton('时间');
			await page.seeElement('input[type="range"]');
			await page.run(() => document.querySelector<HTMLElement>('input[type="range"]')?.focus());
			await page.driver.press('Home');
			await page.see('January', () => /date=\d{4}-01-31/.test(location.search));
			await page.clickButton('回到现在');
			await page.see('no day', () => !location.search.includes('date='));
		}
	},
	{
		name: 'CSV: a link that downloads it, named for its format',
		async run(page) {
			await page.open('?panel=tools&tool=export&map=off');
			await page.seeElement('[data-format="csv"] a[download]');
			const { name, href } = await page.run(() => {
				const link = document.querySelector<HTMLAnchorElement>('[data-format="csv"] a[download]')!;
				return { name: link.download, href: link.href };
			});
			assert.match(name, /\.csv$/);
			assert.match(href, /^(blob:|data:|http)/);
		}
	},
	{
		name: 'a file of the reader’s is chosen, read and drawn',
		async run(page) {
			await page.openExplorer('?panel=tools&tool=files');
			await page.seeElement('#tool');
			await page.run((text) => {
				const data = new DataTransfer();
				data.items.add(new File([text], 'own.geojson'));
				const input = document.querySelector<HTMLInputElement>('#tool input[type="file"]')!;
				input.files = data.files;
				input.dispatchEvent(new Event('change', { bubbles: true }));
			}, OWN_FILE);
			await seeOwnFile(page);
		}
	},
	{
		name: 'a file of the reader’s is dropped, read and drawn',
		async run(page) {
			await page.openExplorer();
			await page.run((text) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(new File([text], 'own.geojson'));
				for (const type of ['dragenter', 'drop'])
					document
						.querySelector('.explorer')!
						.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
			}, OWN_FILE);
			await seeOwnFile(page);
		}
	},
	{
		name: 'the print sheet is drawn, and stands ready for paper',
		async run(page) {
			await page.openExplorer('?panel=tools&tool=export');
			await page.clickButton('打印图纸');
			await page.seeElement('dialog.print .preview[aria-busy="false"] .map > svg');
			await page.see(
				'the pages',
				() => document.querySelector('body > .on-paper .sheet-page') !== null
			);
		}
	}
];

/** Waits until a file is read, puts it on the map, and looks for its colour there. */
async function seeOwnFile(page: EnginePage): Promise<void> {
	await page.clickButton('加到地图');
	await page.see('3 features', () =>
		document.querySelector('[data-own]')?.textContent.includes('3个要素')
	);
	const end = Date.now() + 30_000;
	while ((await pixelsOf(page, LIGHT.own)) < 20)
		if (Date.now() > end) throw new Error('the file is not drawn on the map');
}

/** How many pixels that are seen have nearly this colour, `#rrggbb`. */
async function pixelsOf(page: EnginePage, colour: string): Promise<number> {
	const shot = await page.driver.screenshot();
	const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	return page.run(
		async (png, [r = 0, g = 0, b = 0]) => {
			const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			let count = 0;
			for (let i = 0; i < data.length; i += 4)
				if (Math.abs(data[i]! - r) + Math.abs(data[i + 1]! - g) + Math.abs(data[i + 2]! - b) <= 3)
					count += 1;
			return count;
		},
		shot,
		wanted
	);
}
