import type { Atlas, Passage, Site } from '../../src/lib/atlas/atlas';
import type { Location } from '../../src/lib/atlas/schema';

/**
 * A small atlas of an invented district in the open sea: a point, a line, an area and a place
 * that nobody has located. It obeys the schemas and is frozen throughout.
 */
export function fixtureAtlas(): Atlas {
	return deepFreeze({
		schema: 1,
		id: 'reef',
		title: { zh: '珊瑚区地图', en: 'Atlas of Reef' },
		summary: { zh: '一篇文章里的四个地方。', en: 'Four places of one article.' },
		bounds: [90, 0, 90.2, 0.2],
		home: [90.05, 0.05, 90.15, 0.15],
		asOf: '2026-11-01',
		years: [2020, 2030],
		review: { exemption: { zh: '虚构的地方', en: 'An invented place' } },
		licence: 'CC-BY-4.0',
		sites: [harbour(), coastLine(), lagoon(), laboratory()],
		lines: [
			{
				id: 'line-1',
				name: { zh: '1号线', en: 'Line 1' },
				badge: { zh: '1', en: '1' },
				colour: '#C8102E',
				history: [entry('2024', 'open')],
				sources: ['reef-news'],
				checked: '2026-11-01'
			}
		],
		layers: [
			{
				schema: 1,
				id: 'water',
				type: 'water',
				title: { zh: '水系', en: 'Water' },
				group: 'base',
				licence: 'ODbL-1.0',
				attribution: { zh: '© OpenStreetMap 贡献者', en: '© OpenStreetMap contributors' },
				sources: ['reef-map'],
				asOf: '2026-09',
				accuracy: [10, 30]
			}
		],
		articles: [
			{
				schema: 1,
				id: 'reef-2025',
				source: 'reef-news',
				date: '2025-01-02',
				authors: [],
				paragraphs: 3,
				retelling: {
					zh: { title: '珊瑚区的一年', sections: [{ heading: '海边', passages: passages('zh') }] },
					en: {
						title: 'A year of Reef',
						sections: [{ heading: 'The coast', passages: passages('en') }]
					}
				},
				hasOriginal: false
			}
		],
		sources: {
			'reef-news': {
				id: 'reef-news',
				kind: 'article',
				publisher: { zh: '珊瑚报', en: 'Reef News' },
				title: '珊瑚区，"新"的一年',
				about: { zh: '文章本身', en: 'The article itself' },
				date: '2025-01-02',
				url: 'https://example.org/news?id=1&page=2',
				checked: '2026-11-01'
			},
			'reef-map': {
				id: 'reef-map',
				kind: 'dataset',
				publisher: null,
				title: null,
				about: { zh: '海图。', en: 'A sea chart.' },
				date: null,
				url: null,
				locator: 'sheet 4',
				checked: '2026-11-01'
			}
		}
	});
}

function harbour(): Site {
	return {
		id: '1st-harbour',
		licence: 'CC-BY-4.0',
		name: { zh: '珊瑚港站', en: 'Harbour "Reef", <North> & South' },
		aliases: { zh: ['港站', '珊瑚站'], en: ['Harbour'] },
		kind: 'station',
		theme: 'rail',
		location: located('exact', 30),
		history: [entry('2023-05', 'under-construction'), entry('2025-06-27', 'open')],
		promise: {
			what: { zh: '年内通车', en: 'Opens\nwithin the year' },
			by: '2025',
			passage: 1,
			outcome: 'kept',
			asOf: '2025-06-27'
		},
		checked: '2026-11-01',
		geometry: { type: 'Point', coordinates: [90.1, 0.1] },
		status: 'open',
		anchor: [90.1, 0.1],
		bounds: [90.0997, 0.0997, 90.1003, 0.1003],
		article: 'reef-2025',
		passages: [1, 3],
		introducedBy: 1
	};
}

function coastLine(): Site {
	return {
		id: 'coast-section',
		licence: 'CC-BY-4.0',
		name: { zh: '1号线海岸段', en: 'Line 1, coast section' },
		aliases: { zh: [], en: [] },
		kind: 'metro-section',
		theme: 'rail',
		line: 'line-1',
		location: { ...located('approximate', 800), schematic: true },
		history: [entry('2025-01', 'planned')],
		promise: {
			what: { zh: '开工', en: 'Work begins' },
			by: '2027',
			passage: 1,
			outcome: 'not-due',
			asOf: null
		},
		checked: '2026-11-01',
		geometry: {
			type: 'LineString',
			coordinates: [
				[90.1, 0.1],
				[90.12, 0.1],
				[90.14, 0.12]
			]
		},
		status: 'planned',
		anchor: [90.12, 0.1],
		bounds: [90.0928, 0.0928, 90.1472, 0.1272],
		article: 'reef-2025',
		passages: [1],
		introducedBy: 1
	};
}

function lagoon(): Site {
	return {
		id: 'lagoon',
		licence: 'CC-BY-4.0',
		name: { zh: '潟湖社区', en: '=Lagoon+1' },
		aliases: { zh: ['潟湖'], en: [] },
		kind: 'community',
		theme: 'city',
		location: located('area', 300),
		history: [entry('2020', 'existing')],
		promise: null,
		note: { zh: '轮廓自绘', en: 'Outline drawn by us' },
		checked: '2026-11-01',
		// clockwise, with a counter-clockwise hole: the wrong way round for RFC 7946
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[90.06, 0.06],
					[90.06, 0.08],
					[90.08, 0.08],
					[90.08, 0.06],
					[90.06, 0.06]
				],
				[
					[90.065, 0.065],
					[90.07, 0.065],
					[90.07, 0.07],
					[90.065, 0.07],
					[90.065, 0.065]
				]
			]
		},
		status: 'existing',
		anchor: [90.075, 0.075],
		bounds: [90.0573, 0.0573, 90.0827, 0.0827],
		article: 'reef-2025',
		passages: [2],
		introducedBy: 2
	};
}

function laboratory(): Site {
	return {
		id: 'tide-laboratory',
		licence: 'CC-BY-4.0',
		name: { zh: '潮汐实验室', en: 'Tide Laboratory' },
		aliases: { zh: ['实验室'], en: [] },
		kind: 'lab',
		theme: 'innovation',
		location: {
			...located('unlocated', null),
			area: {
				name: { zh: '外礁', en: 'Outer reef' },
				center: [90.15, 0.15],
				radius: 2000,
				why: { zh: '文章说它在外礁', en: 'The article puts it on the outer reef' }
			}
		},
		history: [entry('2025-01', 'unknown')],
		promise: null,
		checked: '2026-11-01',
		geometry: null,
		status: 'unknown',
		anchor: null,
		bounds: [90.132, 0.132, 90.168, 0.168],
		article: 'reef-2025',
		passages: [3],
		introducedBy: 3
	};
}

function located(precision: Location['precision'], accuracy: number | null): Location {
	const basis = { zh: '海图', en: 'Read from the sea chart' };
	return { precision, accuracy, basis, sources: ['reef-map'] };
}

function entry(date: string, status: Site['status']): Site['history'][number] {
	return { date, status, note: { zh: '据报道', en: 'As reported' }, sources: ['reef-news'] };
}

function passages(lang: 'zh' | 'en'): Passage[] {
	const zh = lang === 'zh';
	return [
		{
			n: 1,
			parts: [
				{ text: zh ? '珊瑚港站' : 'The harbour station', site: '1st-harbour' },
				{ text: zh ? '与' : ' and the ' },
				{ text: zh ? '1号线海岸段' : 'coast section of line 1', site: 'coast-section' },
				{ text: zh ? '相接。' : ' meet.' }
			],
			sites: ['1st-harbour', 'coast-section']
		},
		{
			n: 2,
			parts: [
				{ text: zh ? '潟湖社区' : 'The lagoon', site: 'lagoon' },
				{ text: zh ? '有人居住。' : ' is lived on.' }
			],
			sites: ['lagoon']
		},
		{
			n: 3,
			parts: [
				{ text: zh ? '潮汐实验室' : 'The tide laboratory', site: 'tide-laboratory' },
				{ text: zh ? '离' : ' is far from ' },
				{ text: zh ? '港站' : 'the harbour', site: '1st-harbour' },
				{ text: zh ? '很远。' : '.' }
			],
			sites: ['tide-laboratory', '1st-harbour']
		}
	];
}

function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null) return value;
	Object.values(value).forEach(deepFreeze);
	return Object.freeze(value);
}
