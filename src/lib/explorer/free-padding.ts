import type { Padding } from '../geo/camera';

/** What panels cover of the map, plus room for marks and their names; CSS pixels. */
export function freePadding(frame: HTMLElement): Padding {
	const box = frame.getBoundingClientRect();
	const margin = Math.min(64, box.width * 0.12, box.height * 0.16);
	const padding = { top: margin, right: margin, bottom: margin, left: margin };
	for (const panel of document.querySelectorAll('.card, .legend.open')) {
		const { left, right, top, bottom } = panel.getBoundingClientRect();
		const isBeside = left >= box.right || top >= box.bottom - 1 || bottom <= box.top + 1;
		if (isBeside) continue;
		if (left - box.left < box.right - right) padding.left = right - box.left + margin;
		else padding.right = box.right - left + margin;
	}
	return padding;
}
