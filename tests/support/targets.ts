import type { Page } from '@playwright/test';

/** Side of the smallest target, in CSS pixels; half a pixel is left to rounding. */
const SIDE = 44;

/**
 * What can be pressed on the page and is smaller than 44 × 44 CSS pixels, with its size. A
 * target is a control with its label, or a link with the area that its `::after` spreads. Left out are
 * links in running text, those that say whom the map is owed to, the marks of a drawing whose
 * links stand below it once more, and what is out of sight.
 */
export async function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate((side) => {
		const all = document.querySelectorAll<HTMLElement>(
			'a[href], button, input, summary, label, select, [role="slider"], [role="switch"]'
		);
		return [...all].filter(counts).flatMap((target) => {
			const { width, height } = sizeOf(target);
			if (width >= side - 0.5 && height >= side - 0.5) return [];
			const name = (target.getAttribute('aria-label') ?? target.innerText ?? '')
				.trim()
				.slice(0, 30);
			const tag = `${target.tagName.toLowerCase()}.${target.className || '-'}`;
			return [`${tag} “${name}” ${Math.round(width)} × ${Math.round(height)}`];
		});

		function counts(target: HTMLElement): boolean {
			if (!target.checkVisibility({ visibilityProperty: true })) return false;
			// The label is the target.
			if (target.matches('label input:is([type="checkbox"], [type="radio"], [type="file"])'))
				return false;
			if (target.matches('a') && isInText(target)) return false;
			return !target.closest('.attribution, [aria-hidden="true"]');
		}

		/** A link in a line of text that says more than the link. */
		function isInText(link: HTMLElement): boolean {
			const block = link.closest('p, blockquote, figcaption, td, dd');
			const inline = getComputedStyle(link).display === 'inline';
			return inline && block !== null && block.textContent.trim() !== link.textContent.trim();
		}

		function sizeOf(target: HTMLElement): { width: number; height: number } {
			const { width, height } = target.getBoundingClientRect();
			const spread = getComputedStyle(target, '::after');
			if (spread.content === 'none' || spread.position !== 'absolute') return { width, height };
			return {
				width: Math.max(width, parseFloat(spread.width) || 0),
				height: Math.max(height, parseFloat(spread.height) || 0)
			};
		}
	}, SIDE);
}
