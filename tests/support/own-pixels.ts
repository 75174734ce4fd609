import type { Page } from '@playwright/test';
import { DARK, LIGHT } from '../../src/lib/style/palette';
import { pixelsOf } from './map-pixels';

const COLOURS = { placed: LIGHT.own, asRead: LIGHT.ownAsRead, placedInDark: DARK.own } as const;

/** How many pixels of the map have exactly the colour of own files. */
export function ownPixels(page: Page, role: keyof typeof COLOURS): Promise<number> {
	return pixelsOf(page, COLOURS[role]);
}
