import { LIGHT, type Palette } from './palette';

/** The palette as the page's custom properties, so that drawings follow light and dark. */
export const CSS_PALETTE: Palette = {
	...(Object.fromEntries(
		Object.keys(LIGHT).map((key) => [key, `var(--map-${key})`])
	) as unknown as Palette),
	name: 'light',
	status: Object.fromEntries(
		Object.keys(LIGHT.status).map((key) => [key, `var(--status-${key})`])
	) as Palette['status']
};
