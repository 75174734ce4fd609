import type { Page } from '@playwright/test';

/** How many pixels of the map have exactly this colour, `#rrggbb`. */
export async function pixelsOf(page: Page, colour: string): Promise<number> {
	const shot = await page.locator('section.map').screenshot();
	const color = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	return page.evaluate(
		async ({ png, color: [r, g, b] }) => {
			const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
			canvas?.drawImage(image, 0, 0);
			const data = canvas?.getImageData(0, 0, image.width, image.height).data ?? [];
			let count = 0;
			for (let i = 0; i < data.length; i += 4)
				if (data[i] === r && data[i + 1] === g && data[i + 2] === b) count++;
			return count;
		},
		{ png: shot.toString('base64'), color }
	);
}
