/** Where the coordinates of a table stand, by index from 0. */
export interface CoordinateColumns {
	lng: number;
	lat: number;
}

/** Names of coordinate columns, in small letters and without the name of a datum. */
const LNG = /^(?:lng|lon|long|longitude|x|xcoord|pointx|经度|东经|经度e|经度°|lng°|lon°)$/;
const LAT = /^(?:lat|latitude|y|ycoord|pointy|纬度|北纬|纬度n|纬度°|lat°)$/;
const DATUM = /wgs-?_?84|gcj-?_?02|bd-?_?09|cgcs-?_?2000|火星|高德|百度|amap|baidu|坐标/g;

/** The columns that their names show to be longitude and latitude; `null` unless one of each is. */
export function coordinateColumns(header: readonly string[]): CoordinateColumns | null {
	const plain = header.map((name) => {
		return name
			.normalize('NFKC')
			.toLowerCase()
			.replaceAll(DATUM, '')
			.replaceAll(/[\s_().:/-]/g, '');
	});
	const [lng, ...otherLng] = indexes(plain, LNG);
	const [lat, ...otherLat] = indexes(plain, LAT);
	if (lng === undefined || lat === undefined || otherLng.length || otherLat.length) return null;
	return { lng, lat };
}

function indexes(names: readonly string[], pattern: RegExp): number[] {
	return names.flatMap((name, i) => (pattern.test(name) ? [i] : []));
}
