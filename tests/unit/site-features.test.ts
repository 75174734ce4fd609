import { describe, expect, it } from 'vitest';
import { circle } from '../../src/lib/geo/circle';
import { NAME, textWidth, type NamePlace } from '../../src/lib/style/name-place';
import { roomName, roomSize } from '../../src/lib/style/room-image';
import { siteFeatures, type DrawnSite } from '../../src/lib/style/site-features';

const AT: [number, number] = [90.1, 0.1];
const POINT = { type: 'Point' as const, coordinates: AT };
const LINE = { type: 'LineString' as const, coordinates: [AT, [90.12, 0.1]] };
const AREA = circle(AT, 50);

/** A site that is planned and known to 300 metres. */
function drawn(geometry: DrawnSite['geometry'], location: Partial<DrawnSite['location']> = {}) {
	const site: DrawnSite = {
		id: 'pier',
		name: { zh: '码头', en: 'Long pier' },
		anchor: geometry && AT,
		geometry,
		status: 'planned',
		location: { precision: 'approximate', accuracy: 300, ...location }
	};
	return site;
}

function featuresOf(site: DrawnSite, place?: NamePlace) {
	const places = new Map(place && [[site.id, place]]);
	return siteFeatures([site], 'en', places).features;
}

function partsOf(site: DrawnSite) {
	return featuresOf(site).map(({ geometry, properties }) => [properties.part, geometry]);
}

describe('what the map draws of a site', () => {
	it('is the shape of a line or an area, below its mark', () => {
		expect(partsOf(drawn(LINE))).toEqual([
			['line', LINE],
			['mark', POINT]
		]);
		expect(partsOf(drawn(AREA))).toEqual([
			['fill', AREA],
			['mark', POINT]
		]);
		const lines = { type: 'MultiLineString' as const, coordinates: [LINE.coordinates] };
		expect(partsOf(drawn(lines))[0]).toEqual(['line', lines]);
	});

	it('is the circle within which a point lies, unless the point is exact or no radius known', () => {
		expect(partsOf(drawn(POINT))).toEqual([
			['area', circle(AT, 300)],
			['mark', POINT]
		]);
		expect(partsOf(drawn(POINT, { precision: 'exact' }))).toEqual([['mark', POINT]]);
		expect(partsOf(drawn(POINT, { accuracy: null }))).toEqual([['mark', POINT]]);
	});

	it('is the circle that holds a place which nobody has located, without a mark', () => {
		const area = { center: [90.15, 0.15] as [number, number], radius: 2000 };
		const lost = drawn(null, { precision: 'unlocated', accuracy: null, area });
		expect(partsOf(lost)).toEqual([['area', circle(area.center, 2000)]]);
		expect(partsOf(drawn(null, { precision: 'unlocated', accuracy: null }))).toEqual([]);
	});

	it('says what it is: its status, how well it is known, and of what line it is a section', () => {
		const [plain] = featuresOf(drawn(LINE));
		expect(plain?.properties).toMatchObject({
			id: 'pier',
			status: 'planned',
			precision: 'approximate',
			schematic: false,
			line: '',
			row: 0
		});
		const [section] = featuresOf({ ...drawn(LINE, { schematic: true }), line: 'line-1' });
		expect(section?.properties).toMatchObject({ schematic: true, line: 'line-1' });
	});

	it('has the rows of marks that share a place', () => {
		const twins = [drawn(POINT), { ...drawn(POINT, { precision: 'exact' }), id: 'twin' }];
		const marks = siteFeatures(twins, 'en', new Map()).features.filter(
			({ properties }) => properties.part === 'mark'
		);
		expect(marks.map(({ properties: { id, row } }) => [id, row])).toEqual([
			['pier', 1],
			['twin', 0]
		]);
	});
});

describe('the room of a name', () => {
	const width = Math.ceil(textWidth('Long pier', NAME.size, 0));
	const propertiesAt = (place?: NamePlace) => featuresOf(drawn(POINT), place)[0]!.properties;

	it.each(['left', 'right'] as const)('is beside its mark on the %s, with the gap', (side) => {
		const { nameRoom } = propertiesAt({ side, minZoom: 9 });
		const { width: wide, height } = roomSize(nameRoom)!;
		expect(Math.abs(wide - (width + NAME.gap))).toBeLessThanOrEqual(1);
		expect(height).toBe(NAME.height);
	});

	it.each(['top', 'bottom'] as const)('is as wide as the name at the %s, with the gap', (side) => {
		const { nameRoom } = propertiesAt({ side, minZoom: 9 });
		expect(roomSize(nameRoom)).toEqual({ width, height: NAME.height + NAME.gap });
	});

	it('is kept from the zoom of the plan on, and never where there is no plan or no room', () => {
		expect(propertiesAt({ side: 'left', minZoom: 9.5 })).toMatchObject({
			side: 'left',
			nameFrom: 9.5
		});
		const farthest = 24;
		const { nameFrom } = propertiesAt({ side: 'left', minZoom: Infinity });
		expect(nameFrom).toBeGreaterThan(farthest);
		expect(JSON.parse(JSON.stringify(nameFrom))).toBe(nameFrom);
		expect(propertiesAt()).toMatchObject({ side: 'right', nameFrom });
	});

	it('is that of the shorter name where the map has one', () => {
		const site = { ...drawn(POINT), label: { zh: '头', en: 'Pier' } };
		const [feature] = featuresOf(site, { side: 'top', minZoom: 9 });
		const short = Math.ceil(textWidth('Pier', NAME.size, 0));
		expect(roomSize(feature!.properties.nameRoom)?.width).toBe(short);
	});
});

describe('an image of room', () => {
	it('is found by its name, in whole pixels that hold what was asked', () => {
		expect(roomSize(roomName(20, 18))).toEqual({ width: 20, height: 18 });
		expect(roomSize(roomName(20.1, 17.2))).toEqual({ width: 21, height: 18 });
	});

	it.each(['mark/open/exact', 'room:20', 'room:20x', 'room:x18', 'a room:2x3', 'room:2x3 b'])(
		'is not the image %s',
		(name) => expect(roomSize(name)).toBeNull()
	);
});
