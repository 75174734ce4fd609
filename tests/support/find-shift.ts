import type { Page } from '@playwright/test';

/**
 * How far the second of two pictures (PNG, base64, of one size) is shifted against the first, in
 * pixels to the right and down, with fractions: the whole pixels that differ least, then the
 * vertex of the parabola through the differences beside them. Computed in the page, which
 * decodes pictures.
 */
export function findShift(
	page: Page,
	first: string,
	second: string
): Promise<{ x: number; y: number }> {
	return page.evaluate(
		async ([before = '', after = '']) => {
			const REACH = 4;
			const a = await greysOf(before);
			const b = await greysOf(after);
			if (a.width !== b.width || a.height !== b.height)
				throw new Error(
					`The pictures differ in size: ${a.width}×${a.height}, ${b.width}×${b.height}.`
				);

			let best = { x: 0, y: 0, difference: Infinity };
			for (let y = 1 - REACH; y < REACH; y += 1)
				for (let x = 1 - REACH; x < REACH; x += 1) {
					const difference = differenceAt(x, y);
					if (difference < best.difference) best = { x, y, difference };
				}
			const { x, y } = best;
			return {
				x: x + vertex(differenceAt(x - 1, y), best.difference, differenceAt(x + 1, y)),
				y: y + vertex(differenceAt(x, y - 1), best.difference, differenceAt(x, y + 1))
			};

			async function greysOf(base64: string) {
				const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
				const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
				const { width, height } = image;
				const context = new OffscreenCanvas(width, height).getContext('2d');
				if (!context) throw new Error('The browser gives no 2D canvas.');
				context.drawImage(image, 0, 0);
				const { data } = context.getImageData(0, 0, width, height);
				const greys = new Float32Array(width * height);
				for (let i = 0; i < greys.length; i += 1)
					greys[i] = (data[4 * i] ?? 0) + (data[4 * i + 1] ?? 0) + (data[4 * i + 2] ?? 0);
				return { width, height, greys };
			}

			/** Sum of squares where the second, moved back, lies over the first. */
			function differenceAt(dx: number, dy: number): number {
				let sum = 0;
				for (let y = REACH; y < a.height - REACH; y += 1)
					for (let x = REACH; x < a.width - REACH; x += 1) {
						const one = a.greys[y * a.width + x] ?? 0;
						const other = b.greys[(y + dy) * a.width + x + dx] ?? 0;
						sum += (one - other) ** 2;
					}
				return sum;
			}

			function vertex(left: number, middle: number, right: number): number {
				return (left - right) / (2 * (left - 2 * middle + right));
			}
		},
		[first, second]
	);
}
