/**
 * The shifts of Chinese maps once more, written out from the formula that has been published, so
 * that links can be compared with something besides the library that made them. Arguments and
 * results are `[lng, lat]` in degrees.
 *
 * Formula: https://github.com/googollee/eviltransform (GCJ-02),
 * https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China#BD-09
 */
export function gcj02([lng, lat]: readonly [number, number]): [number, number] {
	const [x, y] = [lng - 105, lat - 35];
	const [sin, PI] = [Math.sin, Math.PI];
	const both = (20 * sin(6 * PI * x) + 20 * sin(2 * PI * x)) * (2 / 3);
	const north =
		-100 +
		2 * x +
		3 * y +
		0.2 * y * y +
		0.1 * x * y +
		0.2 * Math.sqrt(Math.abs(x)) +
		both +
		(20 * sin(PI * y) + 40 * sin((PI / 3) * y)) * (2 / 3) +
		(160 * sin((PI / 12) * y) + 320 * sin((PI / 30) * y)) * (2 / 3);
	const east =
		300 +
		x +
		2 * y +
		0.1 * x * x +
		0.1 * x * y +
		0.1 * Math.sqrt(Math.abs(x)) +
		both +
		(20 * sin(PI * x) + 40 * sin((PI / 3) * x)) * (2 / 3) +
		(150 * sin((PI / 12) * x) + 300 * sin((PI / 30) * x)) * (2 / 3);
	const radians = (lat * PI) / 180;
	const [axis, squared] = [6378245, 0.006693421622965943];
	const w = 1 - squared * sin(radians) ** 2;
	const meridian = (axis * (1 - squared)) / (w * Math.sqrt(w));
	const parallel = (axis / Math.sqrt(w)) * Math.cos(radians);
	return [lng + (east * 180) / (parallel * PI), lat + (north * 180) / (meridian * PI)];
}

/** From WGS-84, as `gcj02`. */
export function bd09(position: readonly [number, number]): [number, number] {
	const [x, y] = gcj02(position);
	const turns = (Math.PI * 3000) / 180;
	const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * turns);
	const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * turns);
	return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}
