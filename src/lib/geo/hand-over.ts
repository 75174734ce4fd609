import type { LngLat } from '../atlas/schema';
import { fromWgs84, type Datum } from './datum';

/** The map apps that a position can be handed to, in the order in which they are offered. */
export const MAP_APPS = ['amap', 'baidu', 'tencent', 'apple', 'google', 'geo'] as const;

export type MapApp = (typeof MAP_APPS)[number];

/**
 * The datum in which each app wants a position where Chinese maps are shifted; elsewhere all are
 * WGS-84.
 *
 * - AMap, `coordinate=gaode`: GCJ-02. https://lbs.amap.com/api/uri-api/guide/mobile-web/point
 * - Baidu, `coord_type=bd09ll`: BD-09. https://lbsyun.baidu.com/index.php?title=uri/api/web
 * - Tencent, its own coordinates, which are the default: GCJ-02.
 *   https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker
 * - Apple says nothing of a datum. Its map of mainland China is AutoNavi's, in GCJ-02, and a pin
 *   stands where the number lies on that map: https://github.com/dpa99c/phonegap-launch-navigator/issues/186
 * - Google says nothing either. Its street map of mainland China, which is what opens, is in GCJ-02,
 *   its satellite picture in WGS-84, so that there the pin is some 500 m off:
 *   https://github.com/hujiulong/gcoord/issues/14
 * - `geo:` is WGS-84 by definition: https://www.rfc-editor.org/rfc/rfc5870#section-3.4.1
 *
 * The region of the shift is the rectangle of `datum.ts`. It reaches into neighbouring countries,
 * where Apple and Google do not shift: an atlas there needs a finer one.
 */
export const APP_DATUM: Readonly<Record<MapApp, Datum>> = {
	amap: 'GCJ-02',
	baidu: 'BD-09',
	tencent: 'GCJ-02',
	apple: 'GCJ-02',
	google: 'GCJ-02',
	geo: 'WGS-84'
};

/** What a map app is told. */
export interface Place {
	/** `[lng, lat]`, WGS-84 */
	position: LngLat;
	name: string;
	/** Who says so; Baidu and Tencent want a second line under the name. */
	atlas: string;
}

/** How we name ourselves to services that ask who sends the reader. */
const SENDER = 'district-atlas';

/**
 * Links that open a place in each map app: a marker with its name, degrees with 6 decimals. Plain
 * addresses, so that they work in web views too; those of AMap try its app first.
 */
export function handOverLinks(place: Place): { app: MapApp; href: string }[] {
	return MAP_APPS.map((app) => {
		const [lng, lat] = fromWgs84(place.position, APP_DATUM[app]).map((degrees) =>
			degrees.toFixed(6)
		) as [string, string];
		return { app, href: LINKS[app](lng, lat, place) };
	});
}

const encode = encodeURIComponent;

/** Orders and names of parameters are those of the pages named above, and of these. */
const LINKS: Record<MapApp, (lng: string, lat: string, place: Place) => string> = {
	amap: (lng, lat, { name }) =>
		`https://uri.amap.com/marker?position=${lng},${lat}&name=${encode(name)}&src=${SENDER}&coordinate=gaode&callnative=1`,

	baidu: (lng, lat, { name, atlas }) =>
		`https://api.map.baidu.com/marker?location=${lat},${lng}&title=${encode(name)}&content=${encode(atlas)}&output=html&coord_type=bd09ll&src=webapp.${SENDER}.web`,

	// Its attributes are parted by `;`, keys and values by `:`, markers by `|`.
	tencent: (lng, lat, { name, atlas }) =>
		`https://apis.map.qq.com/uri/v1/marker?marker=${encode(
			`coord:${lat},${lng};title:${name.replace(/[;:|]/g, ' ')};addr:${atlas.replace(/[;:|]/g, ' ')}`
		)}&referer=${SENDER}`,

	/** https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks/MapLinks.html */
	apple: (lng, lat, { name }) => `https://maps.apple.com/?ll=${lat},${lng}&q=${encode(name)}`,

	/** https://developers.google.com/maps/documentation/urls/get-started#search-action */
	google: (lng, lat) => `https://www.google.com/maps/search/?api=1&query=${lat}%2C${lng}`,

	/** The pin with its name is Android's: https://developers.google.com/maps/documentation/urls/android-intents */
	geo: (lng, lat, { name }) =>
		`geo:${lat},${lng}?q=${lat},${lng}(${encode(name.replace('(', '[').replace(')', ']'))})`
};
