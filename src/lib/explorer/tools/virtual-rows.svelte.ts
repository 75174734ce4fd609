import {
	defaultRangeExtractor,
	elementScroll,
	observeElementOffset,
	observeElementRect,
	Virtualizer,
	type VirtualItem
} from '@tanstack/virtual-core';

interface Wanted {
	/** What scrolls; its content begins with the heads. */
	box: HTMLElement | undefined;
	count: number;
	/** Index of a row that stays in the page wherever it is: the one with the focus. */
	kept: number;
}

interface Heights {
	/** CSS pixels. */
	row: number;
	head: number;
}

/**
 * Which rows of a long list must be in the page: those in sight, a few around them, and one that
 * is kept. To be called while a component starts.
 */
export function virtualRows(heights: Heights, wanted: () => Wanted) {
	let items = $state.raw<readonly VirtualItem[]>([]);
	let size = $state(0);
	const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(
		optionsOf({ box: undefined, count: 0, kept: 0 })
	);

	$effect(() => virtualizer._didMount());
	$effect(() => {
		virtualizer.setOptions(optionsOf(wanted()));
		virtualizer._willUpdate();
		take(virtualizer);
	});

	return {
		/** Where each starts and ends, in CSS pixels from the top of the content. */
		get items() {
			return items;
		},
		/** CSS pixels of heads and all rows. */
		get size() {
			return size;
		},
		/** Scrolls no farther than needed. */
		bringIntoView: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' })
	};

	function take(changed: Virtualizer<HTMLElement, HTMLElement>) {
		items = changed.getVirtualItems();
		size = changed.getTotalSize();
	}

	function optionsOf({ box, count, kept }: Wanted) {
		return {
			count,
			getScrollElement: () => box ?? null,
			estimateSize: () => heights.row,
			paddingStart: heights.head,
			scrollPaddingStart: heights.head,
			overscan: 3,
			rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
				const inSight = defaultRangeExtractor(range);
				if (kept >= count || inSight.includes(kept)) return inSight;
				return [...inSight, kept].sort((a, b) => a - b);
			},
			observeElementRect,
			observeElementOffset,
			scrollToFn: elementScroll,
			onChange: take
		};
	}
}
