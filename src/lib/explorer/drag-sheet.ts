import { tick } from 'svelte';
import { SHEETS, sheetAt, type Sheet } from './sheet';

/** A press that moves less is a click. */
const SLACK = 6;
/** The speed of a finger is that of its last movements, not older than this. */
const RECENT_MS = 100;
const SETTLE_MS = 220;

export interface DragOptions {
	/** Holds map, card and sheet; its `data-sheet` is the stop. */
	frame: HTMLElement;
	sheet: HTMLElement;
	/** The sheet was let go and comes to rest at a stop. */
	onstop: (stop: Sheet) => void;
	/** Ends it. */
	signal: AbortSignal;
}

interface Drag {
	from: number;
	tops: Record<Sheet, number>;
	trail: { y: number; time: number }[];
}

/**
 * Lets the sheet be drawn up and down by its header, with finger, pen or mouse. While it is
 * drawn nothing is laid out anew: the sheet, as tall as at its highest stop, only moves.
 */
export function dragSheet(
	header: HTMLElement,
	{ frame, sheet, onstop, signal }: DragOptions
): void {
	let press: { id: number; y: number } | null = null;
	let drag: Drag | null = null;

	header.addEventListener('pointerdown', start, { signal });
	header.addEventListener('pointermove', move, { signal });
	header.addEventListener('pointerup', letGo, { signal });
	header.addEventListener('pointercancel', letGo, { signal });

	function start(event: PointerEvent) {
		if (press) return;
		// Where text and map stand side by side there is no sheet to draw.
		const isSheet = getComputedStyle(header).touchAction === 'none';
		if (isSheet && event.button <= 0) press = { id: event.pointerId, y: event.clientY };
	}

	function move(event: PointerEvent) {
		// A finger moves here only if it was put down here, maybe before this was loaded.
		if (event.pointerType === 'touch') start(event);
		const { pointerId, clientY: y, timeStamp: time } = event;
		if (press?.id !== pointerId) return;
		if (!drag && Math.abs(y - press.y) > SLACK) {
			press.y = y;
			drag = begin(pointerId);
		}
		if (!drag) return;
		drag.trail = [...drag.trail.filter((point) => time - point.time < RECENT_MS), { y, time }];
		shift(within(drag, y - press.y));
	}

	function letGo({ type, pointerId, clientY: y, timeStamp: time }: PointerEvent) {
		if (press?.id !== pointerId) return;
		const done = drag;
		const offset = done ? within(done, y - press.y) : 0;
		press = drag = null;
		if (!done) return;
		const [oldest] = done.trail.filter((point) => time - point.time < RECENT_MS);
		const velocity = oldest && time > oldest.time ? (y - oldest.y) / (time - oldest.time) : 0;
		const before = sheet.getBoundingClientRect().top;
		if (type === 'pointerup') onstop(sheetAt(done.tops, done.from + offset, velocity));
		void tick().then(() => settle(before));
	}

	function begin(pointerId: number): Drag {
		header.setPointerCapture(pointerId);
		const { top: from, bottom } = sheet.getBoundingClientRect();
		const tops = topsOfStops();
		frame.dataset['dragging'] = '';
		sheet.style.setProperty('height', `${bottom - tops.full}px`);
		sheet.style.setProperty('margin-bottom', `${tops.full - from}px`);
		return { from, tops, trail: [] };
	}

	/** The stops are the style sheet's: it is asked where they are. */
	function topsOfStops(): Record<Sheet, number> {
		const present = frame.dataset['sheet'];
		const tops = SHEETS.map((name) => {
			frame.dataset['sheet'] = name;
			return [name, sheet.getBoundingClientRect().top];
		});
		frame.dataset['sheet'] = present;
		return Object.fromEntries(tops) as Record<Sheet, number>;
	}

	function settle(before: number) {
		delete frame.dataset['dragging'];
		for (const name of ['height', 'margin-bottom']) sheet.style.removeProperty(name);
		shift(0);
		if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
		const way = before - sheet.getBoundingClientRect().top;
		for (const part of parts())
			part.animate(
				{ translate: [`0 ${way}px`, '0 0'] },
				{ duration: SETTLE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' }
			);
	}

	function shift(offset: number) {
		for (const part of parts()) part.style.setProperty('translate', offset ? `0 ${offset}px` : '');
	}

	/** The card lies on the sheet and goes with it. */
	function parts(): HTMLElement[] {
		return [sheet, ...frame.querySelectorAll<HTMLElement>('.card')];
	}
}

function within({ from, tops }: Drag, offset: number): number {
	return Math.max(tops.full - from, Math.min(tops.peek - from, offset));
}
