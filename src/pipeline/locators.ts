import type { Atlas } from '../lib/atlas/atlas';
import { CSS_PALETTE } from '../lib/style/css-palette';
import { LOCATOR, locatorCamera } from '../lib/geo/locator';
import type { MapDrawing } from './draw';

/**
 * The map on each site's page in both languages, as SVG that follows the page's light and dark.
 * The marks of its neighbours lead to their pages.
 *
 * @returns SVGs by `<id>.<lang>`
 */
export function locators(
	atlas: Atlas,
	drawMap: (drawing: MapDrawing) => string
): Map<string, string> {
	const drawn = atlas.sites.flatMap((site) =>
		(['zh', 'en'] as const).map((lang): [string, string] => [
			`${site.id}.${lang}`,
			clickableOnly(
				drawMap({
					lang,
					camera: locatorCamera(site, atlas),
					...LOCATOR,
					chosen: [site.id],
					palette: CSS_PALETTE,
					href: (id) => `../${id}/`
				})
			)
		])
	);
	return new Map(drawn);
}

/** Keyboards and screen readers have a list of the same links beside the map. */
function clickableOnly(svg: string): string {
	return svg.replaceAll('<a ', '<a tabindex="-1" ');
}
