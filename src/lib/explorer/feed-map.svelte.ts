import type { Ground } from '../style/ground';
import type { Palette } from '../style/palette';
import type { Shown } from '../shown/shown';
import { afterPaint } from './after-paint';
import type { Explorer } from './explorer.svelte';
import type { LiveMap } from './live-map';

/** The day that a map shows, and what is worked out for it. */
interface Day {
	date: string | null;
	shown: Shown | null;
}

/** What maps are drawn with. */
export interface Look {
	palette: Palette;
	/** What takes the place of the atlas's own ground. */
	ground: Ground | null;
}

const HOVER_MS = 80;

/**
 * Keeps a live map in step with an explorer, as long as the component that calls it is there.
 *
 * @param map `null` until it is open
 */
export function feedMap(
	explorer: Explorer,
	map: () => LiveMap | null,
	look: () => Look,
	day: () => Day
): void {
	let drawn: Palette | null = null;
	$effect(() => {
		const live = map();
		const next = look().palette;
		if (!live) return;
		if (drawn && drawn !== next) live.setPalette(next);
		drawn = next;
	});
	$effect(() => {
		const live = map();
		const { chosen } = explorer;
		const { hidden, opacity } = explorer.view;
		const { date, shown } = day();
		const leftOut = [...(shown?.leftOut ?? [])];
		const statuses = shown?.statuses ?? null;
		return live
			? afterPaint(() => live.show({ hidden, opacity, chosen, leftOut, statuses, date }))
			: undefined;
	});
	$effect(() => {
		const live = map();
		const { hovered } = explorer;
		if (!live) return;
		// A pointer that only crosses a name on its way should not make the map draw.
		const timer = setTimeout(() => live.setHover(hovered), HOVER_MS);
		return () => clearTimeout(timer);
	});
	$effect(() => map()?.setOverlay(explorer.overlay));
	$effect(() => map()?.setGround(look().ground));
	$effect(() => map()?.showOutside(explorer.outside?.layers ?? []));
	$effect(() => map()?.showOwn(explorer.ownFiles?.layers ?? []));
}
