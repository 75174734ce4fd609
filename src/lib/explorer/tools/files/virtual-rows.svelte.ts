import {
	elementScroll,
	observeElementOffset,
	observeElementRect,
	Virtualizer
} from '@tanstack/virtual-core';

/** Rows that are drawn besides those in sight, on each side. */
const MARGIN = 8;

/** Which rows of a long list are drawn: those in sight of its scroll box, and a few around. */
export class VirtualRows {
	#box: HTMLElement | null = null;
	readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
	/** Indexes of the rows to draw, and the pixels above and below them. */
	drawn = $state.raw<{ indexes: number[]; above: number; below: number }>({
		indexes: [],
		above: 0,
		below: 0
	});

	/** @param height of each row, in pixels */
	constructor(count: number, height: number) {
		this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
			count,
			estimateSize: () => height,
			overscan: MARGIN,
			// Below the head of the table, which sticks to the top.
			scrollPaddingStart: height,
			getScrollElement: () => this.#box,
			scrollToFn: elementScroll,
			observeElementRect,
			observeElementOffset,
			onChange: () => this.#draw()
		});
	}

	/** Attaches the box that scrolls. */
	readonly box = (element: HTMLElement): (() => void) => {
		this.#box = element;
		const unmount = this.#virtualizer._didMount();
		this.#virtualizer._willUpdate();
		this.#draw();
		return unmount;
	};

	/** Brings a row into sight. */
	reveal(index: number): void {
		this.#virtualizer.scrollToIndex(index, { align: 'auto' });
	}

	#draw(): void {
		const rows = this.#virtualizer.getVirtualItems();
		const [first] = rows;
		const last = rows.at(-1);
		this.drawn = {
			indexes: rows.map(({ index }) => index),
			above: first?.start ?? 0,
			below: this.#virtualizer.getTotalSize() - (last?.end ?? 0)
		};
	}
}
