/** Paths of the icons, in a box of 24 × 24, drawn as strokes of 2. */
export const ICONS = {
	close: 'M6 6l12 12M18 6L6 18',
	up: 'M6 15l6-6l6 6',
	down: 'M6 9l6 6l6-6',
	left: 'M15 6l-6 6l6 6',
	right: 'M9 6l6 6l-6 6',
	plus: 'M12 5v14M5 12h14',
	minus: 'M5 12h14',
	home: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
	layers: 'M12 4l9 5l-9 5l-9-5zM4 13.500l8 4.500l8-4.500',
	list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
	share: 'M12 15V3M7.500 7.500L12 3l4.500 4.500M5 12v8h14v-8',
	text: 'M4 6h16M4 11h16M4 16h10',
	clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18',
	play: 'M8 5v14l11-7z',
	pause: 'M8 5v14M16 5v14',
	link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1.500 1.500M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500'
} as const;

export type IconName = keyof typeof ICONS;
