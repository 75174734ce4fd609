import type { Bilingual } from '../atlas/schema';

/** The Chinese of what `@placemarkio/check-geojson` says, by patterns of its messages. */
const CHINESE: readonly [RegExp, string][] = [
	[/^The Feature id must be/, '要素的id应当是文字或数字'],
	[/^The properties member is missing/, '缺少"properties"'],
	[/^The Feature properties member/, '"properties"应当是对象或null'],
	[/^A position should have 2 or 3 elements - found (\d+)/, '一个坐标应当有2个或3个数，这里有$1个'],
	[/^This must be an object/, '这里应当是对象'],
	[/^This must be an array/, '这里应当是列表'],
	[/^Expected an object/, '这里应当是对象'],
	[/^This GeoJSON object is missing its type/, '这个GeoJSON对象缺少"type"'],
	[/^The type member should have been a string/, '"type"应当是文字'],
	[/^This type of GeoJSON object is not allowed/, '这里不能用这种类型的GeoJSON对象'],
	[/^This GeoJSON object requires a (\w+) member/, '这个GeoJSON对象缺少"$1"'],
	[/^Expected to find an array of positions/, '这里应当是坐标的列表'],
	[/^Expected to find a position here/, '这里应当是一个坐标'],
	[/^Expected to find two or more positions/, '这里至少要有两个坐标'],
	[/^Each element in a (\w+) must be a number/, '$1的每一项都应当是数字'],
	[/^A bbox must have/, '"bbox"应当有4个或6个数'],
	[/^(\w+) objects cannot contain a member named (\w+)/, '$1里不能有"$2"']
];

/** What check-geojson says of a feature, in both languages. */
export function structureFault(message: string): Bilingual {
	const found = CHINESE.find(([pattern]) => pattern.test(message));
	const zh = found ? message.replace(new RegExp(`${found[0].source}.*`, 's'), found[1]) : message;
	return { zh: `${zh}。`, en: message };
}
