import type { LayerRecord } from '../atlas/schema';
import { SITES_FILE } from '../source/site-files';
import type { SourceData } from '../source/types';
import { isOpenStreetMap } from './open-street-map';
import { inside, isUnread, placeOfLayer, placeOfSite } from './walk';
import type { Finding, Rule } from './rule';

export const mixedLicence: Rule = {
	name: 'mixed-licence',
	why: {
		zh: '由OpenStreetMap制成的数据只能按ODbL发布并署名；与自己的数据混在一起，两边的许可都写错了。',
		en: 'What is made from OpenStreetMap is ODbL, with its name; mixed with our own, both licences are wrong.'
	},
	severity: 'error',
	find: (data) => {
		const osm = new Set(data.sources.filter(isOpenStreetMap).map(({ id }) => id));
		const layers = data.layers.flatMap(({ record }) => {
			return isUnread(data, 'sources.json', ...record.sources) ? [] : layerFaults(record, osm);
		});
		return [...siteFaults(data, osm), ...layers];
	}
};

function siteFaults(data: SourceData, osm: ReadonlySet<string>): Finding[] {
	return data.sites.flatMap((site): Finding[] => {
		const { sources } = site.properties.location;
		const used = sources.find((id) => osm.has(id));
		const isOurs = site.file === SITES_FILE;
		if ((used === undefined) === isOurs || isUnread(data, 'sources.json', ...sources)) return [];
		return [
			{
				...inside(placeOfSite(site), 'properties', 'location', 'sources'),
				message: isOurs
					? {
							zh: `位置来自OpenStreetMap（${used}），却写在以CC BY发布的${SITES_FILE}里。`,
							en: `The place comes from OpenStreetMap (${used}), but stands in ${SITES_FILE}, which is CC BY.`
						}
					: {
							zh: '位置的来源里没有OpenStreetMap，却写在以ODbL发布的文件里。',
							en: 'None of the sources of the place is OpenStreetMap, but the file is ODbL.'
						},
				fix: isOurs
					? {
							zh: '把这个要素移到sites-osm.geojson。',
							en: 'Move the feature to sites-osm.geojson.'
						}
					: {
							zh: `把这个要素移到${SITES_FILE}，或写上它所依据的OpenStreetMap来源。`,
							en: `Move the feature to ${SITES_FILE}, or name the OpenStreetMap source that it is made from.`
						}
			}
		];
	});
}

function layerFaults(record: LayerRecord, osm: ReadonlySet<string>): Finding[] {
	const { id, licence, sources, attribution, attributionUrl } = record;
	const used = sources.find((source) => osm.has(source));
	const isOpen = licence === 'ODbL-1.0';
	const place = placeOfLayer(id);
	if (used !== undefined && !isOpen) {
		return [
			{
				...inside(place, 'licence'),
				message: {
					zh: `图层来自OpenStreetMap（${used}），许可却写成${licence}。`,
					en: `The layer comes from OpenStreetMap (${used}), but its licence is ${licence}.`
				},
				fix: {
					zh: '写"ODbL-1.0"；不是来自OpenStreetMap的要素另建图层。',
					en: 'Write "ODbL-1.0"; what is not from OpenStreetMap belongs in a layer of its own.'
				}
			}
		];
	}
	if (used === undefined && isOpen) {
		return [
			{
				...inside(place, 'licence'),
				message: {
					zh: '许可写成ODbL-1.0，来源里却没有OpenStreetMap。',
					en: 'The licence is ODbL-1.0, but none of the sources is OpenStreetMap.'
				},
				fix: {
					zh: '补上OpenStreetMap来源，或把许可写成"CC-BY-4.0"。',
					en: 'Name the OpenStreetMap source, or write the licence "CC-BY-4.0".'
				}
			}
		];
	}
	if (!isOpen) return [];
	const isNamed = [attribution.zh, attribution.en].every((text) => /openstreetmap/i.test(text));
	if (isNamed && attributionUrl !== undefined) return [];
	return [
		{
			...inside(place, isNamed ? 'attributionUrl' : 'attribution'),
			message: isNamed
				? {
						zh: 'ODbL图层没有"attributionUrl"，读者找不到许可条款。',
						en: 'The ODbL layer has no "attributionUrl", so that nobody finds the licence.'
					}
				: {
						zh: `署名“${attribution.zh}”没有写OpenStreetMap。`,
						en: `The attribution "${attribution.en}" does not name OpenStreetMap.`
					},
			fix: {
				zh: '署名写“© OpenStreetMap 贡献者”，"attributionUrl"写https://www.openstreetmap.org/copyright。',
				en: 'Attribute "© OpenStreetMap contributors", with https://www.openstreetmap.org/copyright as "attributionUrl".'
			}
		}
	];
}
