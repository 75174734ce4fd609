import type { Page } from '@playwright/test';

/** Colours of own files: `own` and `ownAsRead` of the light palette, `own` of the dark one. */
const COLOURS = {
	placed: [160, 26, 125],
	asRead: [0, 112, 122],
	placedInDark: [245, 143, 216]
} as const;

/** How many pixels of the map have exactly the colour of own files. */
export async function ownPixels(page: Page, role: keyof typeof COLOURS): Promise<number> {
	const shot = await page.locator('section.map').screenshot();
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
		{ png: shot.toString('base64'), color: COLOURS[role] }
	);
}
