import type { Attachment } from 'svelte/attachments';

/** The map's share of the width, and the least and most that it wants; CSS pixels. */
const MAP = { ratio: 0.6, least: 260, most: 520 };

/**
 * Tells how high an embed would like to be, now and whenever that changes: what stands around the
 * map, and a map in proportion to the width. CSS pixels.
 */
export function wantedHeight(tell: (height: number) => void): Attachment<HTMLElement> {
	return (embed) => {
		let told = 0;
		const observer = new ResizeObserver(() => {
			const map = embed.querySelector('.map');
			if (!map) return;
			const around = embed.offsetHeight - map.clientHeight;
			const wanted = Math.min(MAP.most, Math.max(MAP.least, embed.clientWidth * MAP.ratio));
			const height = Math.round(around + wanted);
			if (height !== told) tell((told = height));
		});
		observer.observe(embed);
		const parts = new MutationObserver(observeParts);
		parts.observe(embed, { childList: true });
		observeParts();
		return () => {
			observer.disconnect();
			parts.disconnect();
		};

		function observeParts() {
			for (const part of embed.children) observer.observe(part);
		}
	};
}
