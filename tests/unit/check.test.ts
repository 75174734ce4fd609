import { readFile } from 'node:fs/promises';
import type { Geometry, LineString, Point, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import * as schemas from '../../src/lib/atlas/schema';
import { fromWgs84, type Datum } from '../../src/lib/geo/datum';
import { check, RULES } from '../../src/lib/check/index';
import { moved } from '../../src/lib/geo/moved';
import { MENDERS } from '../../src/lib/mend/index';
import { STAGE_RULES } from '../../src/lib/check/stage-rules';
import { isBaseType } from '../../src/lib/source/base-types';
import type { SourceData, SourceLayer } from '../../src/lib/source/types';
import { feature, FIXTURE, FIXTURE_DAY, layer, readFixture, site } from '../support/fixture-data';

const fixture = await readFixture();

interface Case {
	rule: string;
	how: string;
	/** Breaks a copy of the fixture. */
	by: (data: SourceData) => void;
	file: string;
	feature?: string;
	line?: number;
	/** A part of the message. */
	says: string;
	/** Other rules that the same break must also set off. */
	also?: string[];
}

const ZH = 'articles/reedbridge-2025-01/zh.md';
const EN = 'articles/reedbridge-2025-01/en.md';

const cases: Case[] = [
	{
		rule: 'extent',
		how: 'home beyond bounds',
		by: (data) => (data.atlas.home = [82, 38.975, 83.085, 39.03]),
		file: 'atlas.json',
		says: 'reaches out of'
	},
	{
		rule: 'extent',
		how: 'bounds inside out',
		by: (data) => (data.atlas.home = [83.09, 38.97, 83.01, 39]),
		file: 'atlas.json',
		says: 'no width'
	},
	{
		rule: 'bounds',
		how: 'a site far away',
		by: (data) => place(data, 'lantern-works', [84.07, 39.02]),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: '[84.07, 39.02] is outside',
		also: ['reading']
	},
	{
		rule: 'bounds',
		how: 'two corners of a river far away',
		by: (data) => outline(river(data).geometry).splice(2, 2, [84, 38.985], [84, 38.99]),
		file: 'layers/water.geojson',
		feature: 'reed-river',
		says: '2 of 7 positions, the first [84, 38.985], are outside'
	},
	{
		rule: 'bounds',
		how: 'the circle of an unlocated site far away',
		by: (data) => (site(data, 'east-depot').properties.location.area!.center = [84, 39]),
		file: 'sites.geojson',
		feature: 'east-depot',
		says: '[84, 39]'
	},
	{
		rule: 'swapped',
		how: 'lat, lng',
		by: (data) => place(data, 'lantern-works', [39.02, 83.07]),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'written as [lat, lng]',
		also: ['reading']
	},
	{
		rule: 'null-island',
		how: 'an empty cell',
		by: (data) => place(data, 'lantern-works', [0, 0]),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: '[0, 0]',
		also: ['reading']
	},
	{
		rule: 'geometry-type',
		how: 'a station drawn as a line',
		by: (data) => {
			feature(data, 'metro-stations', 'mill').geometry = {
				type: 'LineString',
				coordinates: [
					[83.06, 39.002],
					[83.0601, 39.002]
				]
			};
		},
		file: 'layers/metro-stations.geojson',
		feature: 'mill',
		says: 'has a LineString'
	},
	{
		rule: 'geometry-type',
		how: 'a river without geometry',
		by: (data) =>
			layer(data, 'water').features.push({ ...river(data), id: 'dry-river', geometry: null }),
		file: 'layers/water.geojson',
		feature: 'dry-river',
		says: 'no geometry'
	},
	{
		rule: 'empty-geometry',
		how: 'a line from a position to itself',
		by: (data) => {
			site(data, 'line-1-harbour-section').geometry = {
				type: 'MultiLineString',
				coordinates: [line(data), [line(data)[0]!, line(data)[0]!]]
			};
		},
		file: 'sites.geojson',
		feature: 'line-1-harbour-section',
		says: 'no length',
		also: ['repeated-vertex']
	},
	{
		rule: 'base-map',
		how: 'no water, road or label',
		by: (data) => (data.layers = data.layers.filter(({ record }) => !isBaseType(record.type))),
		file: 'atlas.json',
		says: 'no layer of type'
	},
	{
		rule: 'ring',
		how: 'an outline that stays open',
		by: (data) => outline(site(data, 'orchard-park').geometry).pop(),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: 'begins at [83.03, 39.012] and ends at [83.031, 39.02]'
	},
	{
		rule: 'ring',
		how: 'an outline with two corners',
		by: (data) => outline(site(data, 'orchard-park').geometry).splice(1, 2),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: 'only 3 positions'
	},
	{
		rule: 'winding',
		how: 'an outline that runs clockwise',
		by: (data) => outline(site(data, 'orchard-park').geometry).reverse(),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: 'runs clockwise'
	},
	{
		rule: 'self-intersection',
		how: 'two corners in the wrong order',
		by: (data) => {
			outline(site(data, 'orchard-park').geometry).splice(2, 2, [83.031, 39.02], [83.044, 39.018]);
		},
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: 'crosses itself',
		also: ['winding']
	},
	{
		rule: 'self-intersection',
		how: 'a spike',
		by: (data) => {
			outline(site(data, 'orchard-park').geometry).splice(2, 0, [83.05, 39.011], [83.042, 39.011]);
		},
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: '[83.05, 39.011]'
	},
	{
		rule: 'repeated-vertex',
		how: 'a position twice',
		by: (data) => outline(river(data).geometry).splice(2, 0, [83.05, 38.982], [83.05, 38.982]),
		file: 'layers/water.geojson',
		feature: 'reed-river',
		says: '[83.05, 38.982] stands twice in a row, and 1 more place'
	},
	{
		rule: 'decimals',
		how: 'seven decimals',
		by: (data) => (outline(site(data, 'orchard-park').geometry)[1] = [83.0420001, 39.011]),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: '1 of 10 coordinates have more than 6 decimals, the first 83.0420001'
	},
	{
		rule: 'reading',
		how: 'the reading itself as the geometry',
		by: (data) => {
			const { properties } = site(data, 'heron-station');
			place(data, 'heron-station', properties.location.reading!.position);
		},
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'not converted',
		also: ['datum-place']
	},
	{
		rule: 'reading',
		how: 'a WGS-84 reading shifted to BD-09',
		by: (data) => place(data, 'lantern-works', fromWgs84([83.07, 39.02], 'BD-09')),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'shifted to BD-09'
	},
	{
		rule: 'reading',
		how: 'three metres beside the reading',
		by: (data) => place(data, 'lantern-works', [83.07, 39.020027]),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: '3 m from its reading'
	},
	{
		rule: 'reading-missing',
		how: 'a precise point without reading',
		by: (data) => {
			place(data, 'lantern-works', fromWgs84([83.07, 39.02], 'GCJ-02'));
			delete site(data, 'lantern-works').properties.location.reading;
		},
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'no "location.reading"'
	},
	{
		rule: 'datum-place',
		how: 'a site moved together with its reading',
		by: (data) => {
			const at = fromWgs84([83.04, 39.005], 'GCJ-02');
			place(data, 'heron-station', at);
			const { location } = site(data, 'heron-station').properties;
			location.reading = { position: at, datum: 'WGS-84' };
		},
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'in layers/metro-stations.geojson; converted from GCJ-02 it would be 0 m'
	},
	{
		rule: 'datum-place',
		how: 'one station moved',
		by: (data) => shift(data, 'metro-stations', 'BD-09', 'harbour'),
		file: 'layers/metro-stations.geojson',
		feature: 'harbour',
		says: 'the tracks that end there; converted from BD-09'
	},
	{
		rule: 'datum-place',
		how: 'a layer of stations moved',
		by: (data) => shift(data, 'metro-stations', 'GCJ-02'),
		file: 'layers/metro-stations.geojson',
		says: 'of 4 places that can be compared seem not to be in WGS-84'
	},
	{
		rule: 'datum-line',
		how: 'a section moved',
		by: (data) => {
			const section = site(data, 'line-1-harbour-section');
			section.geometry = moved(section.geometry!, (at) => fromWgs84(at, 'BD-09'));
		},
		file: 'sites.geojson',
		feature: 'line-1-harbour-section',
		says: 'converted from BD-09 it would be 100 %'
	},
	{
		rule: 'datum-layer',
		how: 'a layer of roads moved off the tracks that they run over',
		by: (data) => {
			data.layers.push(roads(data));
			shift(data, 'roads', 'GCJ-02');
		},
		file: 'layers/roads.geojson',
		says: 'within 30 m of layers/metro-tracks.geojson, converted from GCJ-02 it would be 100 %'
	},
	{
		rule: 'datum-layer',
		how: 'water moved under the tracks',
		by: (data) => {
			// south of the tracks, as BD-09 shifts it over them
			const corners = [
				[83.001, 38.992],
				[83.09, 38.992],
				[83.09, 38.9988],
				[83.001, 38.9988],
				[83.001, 38.992]
			];
			river(data).geometry = {
				type: 'Polygon',
				coordinates: [corners.map((corner) => fromWgs84(corner, 'BD-09'))]
			};
		},
		file: 'layers/water.geojson',
		says: 'of roads, tracks and stations lie in it, converted from BD-09 it would be 0 %',
		also: ['in-water']
	},
	{
		rule: 'in-water',
		how: 'a station in the river',
		by: (data) => {
			place(data, 'heron-station', [83.05, 38.985]);
			site(data, 'heron-station').properties.location.reading = {
				position: [83.05, 38.985],
				datum: 'WGS-84'
			};
		},
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'lies in a river'
	},
	{
		rule: 'location-geometry',
		how: 'an unlocated site with a point',
		by: (data) => place(data, 'east-depot', [83.075, 39.002]),
		file: 'sites.geojson',
		feature: 'east-depot',
		says: 'there is a Point',
		also: ['reading-missing']
	},
	{
		rule: 'location-geometry',
		how: 'a located site without geometry',
		by: (data) => (site(data, 'lantern-works').geometry = null),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'there is no geometry'
	},
	{
		rule: 'location-geometry',
		how: 'a geometry without accuracy',
		by: (data) => (site(data, 'heron-station').properties.location.accuracy = null),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'accuracy is null'
	},
	{
		rule: 'precision',
		how: 'exact within a kilometre',
		by: (data) => (site(data, 'heron-station').properties.location.accuracy = 1000),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'within 1000 m'
	},
	{
		rule: 'precision',
		how: 'an area drawn as a polygon',
		by: (data) => (site(data, 'orchard-park').properties.location.precision = 'area'),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: 'has a Polygon'
	},
	{
		rule: 'precision',
		how: 'unlocated without an area',
		by: (data) => delete site(data, 'east-depot').properties.location.area,
		file: 'sites.geojson',
		feature: 'east-depot',
		says: 'no area'
	},
	{
		rule: 'precision',
		how: 'an exact schematic line',
		by: (data) => (site(data, 'line-1-harbour-section').properties.location.schematic = true),
		file: 'sites.geojson',
		feature: 'line-1-harbour-section',
		says: 'schematic'
	},
	{
		rule: 'precision',
		how: 'accuracy of a layer the wrong way round',
		by: (data) => (layer(data, 'water').record.accuracy = [20, 5]),
		file: 'layers/water.layer.json',
		feature: 'water',
		says: '[20, 5]'
	},
	{
		rule: 'duplicate-id',
		how: 'two sites with one id',
		by: (data) => (site(data, 'orchard-park').id = 'lantern-works'),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'given twice, first on line',
		also: ['site-link']
	},
	{
		rule: 'duplicate-id',
		how: 'two sources with one id',
		by: (data) => data.sources.push({ ...data.sources[0]! }),
		file: 'sources.json',
		feature: 'reedbridge-news',
		says: 'given twice'
	},
	{
		rule: 'ambiguous-name',
		how: 'an alias that another site has as its name',
		by: (data) => site(data, 'lantern-works').properties.aliases.en.push('orchard park'),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'also a name of orchard-park'
	},
	{
		rule: 'source-link',
		how: 'a source that nobody has',
		by: (data) => site(data, 'heron-station').properties.history[1]!.sources.push('no-such'),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: '"history[1].sources[1]" names the source "no-such"'
	},
	{
		rule: 'source-link',
		how: 'an article without citation',
		by: (data) => (data.articles[0]!.record.source = 'no-such'),
		file: 'articles/reedbridge-2025-01/article.json',
		feature: 'reedbridge-2025-01',
		says: '"source"'
	},
	{
		rule: 'line-link',
		how: 'a track of a line that nobody has',
		by: (data) => (feature(data, 'metro-tracks', 'heron-mill').properties['lines'] = ['line-9']),
		file: 'layers/metro-tracks.geojson',
		feature: 'heron-mill',
		line: 36,
		says: 'metro line "line-9"'
	},
	{
		rule: 'station-link',
		how: 'a track to a station that nobody has',
		by: (data) => (feature(data, 'metro-tracks', 'heron-mill').properties['to'] = 'nowhere'),
		file: 'layers/metro-tracks.geojson',
		feature: 'heron-mill',
		says: '"to" is "nowhere"'
	},
	{
		rule: 'line-section',
		how: 'a section to a station that nobody has',
		by: (data) => open(data, { to: 'nowhere' }),
		file: 'lines.json',
		feature: 'line-1',
		says: 'The section harbour–nowhere has no track: Line 1 does not join'
	},
	{
		rule: 'line-section',
		how: 'a section that the track does not join',
		by: (data) => {
			layer(data, 'metro-tracks').features.pop();
			open(data, { to: 'mill' });
		},
		file: 'lines.json',
		feature: 'line-1',
		says: 'The section harbour–mill has no track'
	},
	{
		rule: 'line-section',
		how: 'a section from a station to itself',
		by: (data) => open(data, { to: 'harbour' }),
		file: 'lines.json',
		feature: 'line-1',
		says: 'The section harbour–harbour has no track'
	},
	{
		rule: 'line-section',
		how: 'two sections on one piece of track',
		by: (data) => {
			open(data, { to: 'mill' });
			open(data, { to: 'heron' });
		},
		file: 'lines.json',
		feature: 'line-1',
		says: 'harbour–mill and harbour–heron both cover the piece of track "harbour-heron"'
	},
	{
		rule: 'line-section',
		how: 'no day and no note',
		by: (data) => open(data, { opened: null }),
		file: 'lines.json',
		feature: 'line-1',
		says: 'The section harbour–heron has "opened": null and no note'
	},
	{
		rule: 'line-section',
		how: 'a later station of another section',
		by: (data) => open(data, { later: [{ stations: ['mill'], opened: null }] }),
		file: 'lines.json',
		feature: 'line-1',
		says: 'The station "mill" is not on the section harbour–heron'
	},
	{
		rule: 'line-section',
		how: 'a later station that opened first',
		by: (data) => open(data, { later: [{ stations: ['heron'], opened: '2025-01' }] }),
		file: 'lines.json',
		feature: 'line-1',
		says: '"later" gives 2025-01 for heron, before the section harbour–heron opened, 2025-06-30'
	},
	{
		rule: 'site-link',
		how: 'a mention of a site that nobody has',
		by: (data) => mention(data, 'zh', 4, 'lost-park'),
		file: ZH,
		feature: 'lost-park',
		line: 7,
		says: 'Passage 4 links to the site "lost-park"',
		also: ['passage-sites', 'unnamed-site']
	},
	{
		rule: 'site-link',
		how: 'a track of a site that nobody has',
		by: (data) => (feature(data, 'metro-tracks', 'heron-mill').properties['site'] = 'lost'),
		file: 'layers/metro-tracks.geojson',
		feature: 'heron-mill',
		says: '"site" is "lost"'
	},
	{
		rule: 'passage-link',
		how: 'a promise in no passage',
		by: (data) => (site(data, 'lantern-works').properties.promise!.passage = 6),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: '"promise.passage" is 6'
	},
	{
		rule: 'passage-numbers',
		how: 'another number in English',
		by: (data) => renumber(data, 'en', 4, 6),
		file: ZH,
		line: 7,
		says: 'Passage 4 is in zh.md but not in en.md'
	},
	{
		rule: 'passage-numbers',
		how: 'a number that the article does not have',
		by: (data) => (data.articles[0]!.record.paragraphs = 6),
		file: EN,
		line: 13,
		says: 'with 6, does not have'
	},
	{
		rule: 'passage-numbers',
		how: 'another order in English',
		by: (data) => data.articles[0]!.retelling.en.sections[0]!.passages.reverse(),
		file: EN,
		says: 'Passage 4 stands where zh.md has passage 3'
	},
	{
		rule: 'passage-sites',
		how: 'a site that only the Chinese names',
		by: (data) => mention(data, 'en', 5, 'heron-station', 1),
		file: EN,
		line: 11,
		says: 'In passage 5 only zh.md links lantern-works',
		also: ['mention-name']
	},
	{
		rule: 'unnamed-site',
		how: 'a site that no passage names',
		by: (data) => {
			const copy = structuredClone(site(data, 'lantern-works'));
			Object.assign(copy.properties, { name: { zh: '钟厂', en: 'Clock Works' }, promise: null });
			data.sites.push({ ...copy, id: 'clock-works' });
		},
		file: 'sites.geojson',
		feature: 'clock-works',
		says: 'No passage'
	},
	{
		rule: 'mention-name',
		how: 'a name that the site does not have',
		by: (data) => (part(data, 'en', 4).text = 'the big orchard'),
		file: EN,
		line: 7,
		feature: 'orchard-park',
		says: 'calls it "the big orchard"; its names are Orchard Park'
	},
	{
		rule: 'language',
		how: 'Chinese under en',
		by: (data) => (site(data, 'orchard-park').properties.name.en = '果园公园'),
		file: 'sites.geojson',
		feature: 'orchard-park',
		says: '"name.en" is "果园公园"',
		also: ['mention-name']
	},
	{
		rule: 'language',
		how: 'English under zh',
		by: (data) => (data.sources[1]!.about.zh = 'The station opens'),
		file: 'sources.json',
		feature: 'opening-notice',
		says: 'English where Chinese belongs'
	},
	{
		rule: 'language',
		how: 'both retellings in Chinese',
		by: (data) => (data.articles[0]!.retelling.en = data.articles[0]!.retelling.zh),
		file: EN,
		says: 'Passage 3 of en.md has Chinese',
		also: ['mention-name']
	},
	{
		rule: 'calendar',
		how: '30 February',
		by: (data) => (site(data, 'heron-station').properties.checked = '2026-02-30'),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: '"checked" is 2026-02-30'
	},
	{
		rule: 'calendar',
		how: 'a section opened on 31 April',
		by: (data) => open(data, { opened: '2025-04-31' }),
		file: 'lines.json',
		feature: 'line-1',
		says: '"sections[0].opened" is 2025-04-31'
	},
	{
		rule: 'future-date',
		how: 'a station of a section that opens tomorrow',
		by: (data) => open(data, { later: [{ stations: ['heron'], opened: '2026-03-02' }] }),
		file: 'lines.json',
		feature: 'line-1',
		says: '"sections[0].later[0].opened" is 2026-03-02'
	},
	{
		rule: 'future-date',
		how: 'checked tomorrow',
		by: (data) => (site(data, 'heron-station').properties.checked = '2026-03-02'),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'after "asOf" of atlas.json, 2026-03-01'
	},
	{
		rule: 'history-order',
		how: 'the newest entry first',
		by: (data) => site(data, 'heron-station').properties.history.reverse(),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: '"open" on 2025-06-30 stands before "under-construction" on 2025-01',
		also: ['outcome']
	},
	{
		rule: 'outcome',
		how: 'kept, but still being built',
		by: (data) => (site(data, 'lantern-works').properties.promise!.outcome = 'kept'),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'the status is "under-construction"'
	},
	{
		rule: 'outcome',
		how: 'kept, but late',
		by: (data) => (site(data, 'heron-station').properties.promise!.by = '2025-05'),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'for 2025-05 is called kept, but it opened on 2025-06-30'
	},
	{
		rule: 'outcome',
		how: 'not kept, but open in time',
		by: (data) => (site(data, 'heron-station').properties.promise!.outcome = 'not-kept'),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: 'called not kept'
	},
	{
		rule: 'outcome',
		how: 'not due, but over',
		by: (data) => (site(data, 'east-depot').properties.promise!.by = '2025'),
		file: 'sites.geojson',
		feature: 'east-depot',
		says: '2025 was over on 2026-03-01'
	},
	{
		rule: 'outcome',
		how: 'not kept without evidence',
		by: (data) => (site(data, 'lantern-works').properties.promise!.asOf = null),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'no day of evidence'
	},
	{
		rule: 'evidence',
		how: 'an opening told by the plan for it',
		by: (data) =>
			(site(data, 'heron-station').properties.history[1]!.sources = ['reedbridge-news']),
		file: 'sites.geojson',
		feature: 'heron-station',
		says: '"open" on 2025-06-30'
	},
	{
		rule: 'evidence',
		how: 'the opening of a section told by the plan for it',
		by: (data) => open(data, { sources: ['reedbridge-news'] }),
		file: 'lines.json',
		feature: 'line-1',
		says: 'The opening of harbour–heron on 2025-06-30'
	},
	{
		rule: 'dateless',
		how: 'a status from an undated reprint',
		by: (data) => (data.sources.find(({ id }) => id === 'copied-report')!.date = null),
		file: 'sites.geojson',
		feature: 'lantern-works',
		says: 'copied-report'
	},
	{
		rule: 'source-address',
		how: 'a linked reprint',
		by: (data) => {
			data.sources.find(({ id }) => id === 'copied-report')!.url = 'https://copy.example.org/';
		},
		file: 'sources.json',
		feature: 'copied-report',
		says: 'https://copy.example.org/'
	},
	{
		rule: 'unused-source',
		how: 'a source that nothing names',
		by: (data) => data.sources.push({ ...data.sources[0]!, id: 'left-over' }),
		file: 'sources.json',
		feature: 'left-over',
		says: 'Nothing names'
	},
	{
		rule: 'line-colour',
		how: 'two lines of one colour',
		by: (data) => data.lines.push({ ...data.lines[0]!, id: 'line-2' }),
		file: 'lines.json',
		feature: 'line-2',
		says: '#C8102E'
	},
	{
		rule: 'review',
		how: 'a number that is none',
		by: (data) => (data.atlas.review = { number: 'applied for' }),
		file: 'atlas.json',
		says: '"applied for"'
	}
];

describe('a valid data folder', () => {
	it('has no issue', () => {
		expect(check(fixture, FIXTURE_DAY)).toEqual([]);
	});

	it('has none either with roads over its tracks', () => {
		const data = structuredClone(fixture);
		data.layers.push(roads(data));
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});

	it('accepts a review number as it is issued', () => {
		for (const number of ['GS(2024)0650号', '渝S（2025）012号', 'GS京(2023)1号']) {
			const data = structuredClone(fixture);
			data.atlas.review = { number };
			expect(check(data, FIXTURE_DAY)).toEqual([]);
		}
	});

	it('may have a circle that an editor drew, with a rounded centre and no reading', () => {
		const data = structuredClone(fixture);
		delete site(data, 'lantern-works').properties.location.reading;
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});

	it('may say of a section when it opened, or that sources disagree', () => {
		const data = structuredClone(fixture);
		open(data, { later: [{ stations: ['heron'], opened: '2025-08' }] });
		open(data, { from: 'mill', opened: null, note: { zh: '来源不一', en: 'Sources differ' } });
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});

	it('may list a station that nobody has located', () => {
		const data = structuredClone(fixture);
		const { location } = site(data, 'east-depot').properties;
		const mill = feature(data, 'metro-stations', 'mill');
		const properties = { ...mill.properties, name: { zh: '东', en: 'East' }, location };
		layer(data, 'metro-stations').features.push({
			...mill,
			id: 'east',
			geometry: null,
			properties
		});
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});
});

describe('check finds', () => {
	it.each(cases)('$rule: $how', ({ rule, by, file, feature, line, says, also = [] }) => {
		const data = structuredClone(fixture);
		by(data);
		const issues = check(data, FIXTURE_DAY);
		const expected = { rule, file, ...(feature && { feature }), ...(line && { line }) };
		expect(issues).toContainEqual(
			expect.objectContaining({
				...expected,
				message: expect.objectContaining({ en: expect.stringContaining(says) as string }) as object
			})
		);
		expect([...new Set(issues.map((issue) => issue.rule))].sort()).toEqual([rule, ...also].sort());
		expect(issues.every(({ message, fix }) => isSentence(message) && isSentence(fix))).toBe(true);
	});

	it('the line and column of what is wrong', async () => {
		const data = structuredClone(fixture);
		place(data, 'lantern-works', [0, 0]);
		const [issue] = check(data, FIXTURE_DAY);
		const lines = (await readFile(`${FIXTURE}/sites.geojson`, 'utf8')).split('\n');
		const at = lines[(issue?.line ?? 0) - 1]?.slice((issue?.column ?? 0) - 1);
		expect(at).toBe('[83.07, 39.02]');
	});
});

/** What a rule still allows, and what it does not: the same change by one step more. */
const limits: { rule: string; how: string; by: (data: SourceData, isOver: boolean) => void }[] = [
	{
		rule: 'precision',
		how: 'an exact place within 500 m',
		by: (data, isOver) => {
			site(data, 'heron-station').properties.location.accuracy = isOver ? 501 : 500;
		}
	},
	{
		rule: 'precision',
		how: 'a place that is good to a metre, and to none',
		by: (data, isOver) => {
			site(data, 'heron-station').properties.location.accuracy = isOver ? 0 : 1;
		}
	},
	{
		rule: 'outcome',
		how: 'an opening on the last day of a promise that is kept',
		by: (data, isOver) => promised(data, 'kept', isOver ? '2025-06-29' : '2025-06-30')
	},
	{
		rule: 'outcome',
		how: 'an opening on the day after a promise that is not kept',
		by: (data, isOver) => promised(data, 'not-kept', isOver ? '2025-06-30' : '2025-06-29')
	},
	{
		rule: 'outcome',
		how: 'a promise that is due on the very day of the data',
		by: (data, isOver) => {
			data.atlas.asOf = isOver ? '2026-03-02' : '2026-03-01';
			promised(data, 'not-due', '2026-03-01');
		}
	},
	{
		rule: 'future-date',
		how: 'a check on the very day of the data',
		by: (data, isOver) => {
			data.sources[0]!.checked = isOver ? '2026-03-02' : '2026-03-01';
		}
	},
	{
		rule: 'stale-check',
		how: 'a check 180 days before',
		by: (data, isOver) => {
			data.sources[0]!.checked = isOver ? '2025-09-01' : '2025-09-02';
		}
	},
	{
		rule: 'stale-atlas',
		how: 'data of 180 days ago',
		by: (data, isOver) => {
			// the day of the check is the 2nd of March
			data.atlas.asOf = isOver ? '2025-09-02' : '2025-09-03';
		}
	},
	{
		rule: 'calendar',
		how: 'the 29th of February of a leap year',
		by: (data, isOver) => {
			data.sources[0]!.date = isOver ? '2025-02-29' : '2024-02-29';
		}
	},
	{
		rule: 'size',
		how: 'a site of 2000 positions',
		by: (data, isOver) => {
			const coordinates = Array.from({ length: isOver ? 2001 : 2000 }, (_, i) => [
				83 + i / 1e6,
				39
			]);
			site(data, 'line-1-harbour-section').geometry = { type: 'LineString', coordinates };
		}
	},
	{
		rule: 'decimals',
		how: 'six decimals',
		by: (data, isOver) => {
			outline(river(data).geometry)[1]![0]! += isOver ? 0.0000001 : 0.000001;
		}
	}
];

function promised(data: SourceData, outcome: schemas.SitePromise['outcome'], by: string): void {
	Object.assign(site(data, 'heron-station').properties.promise!, { outcome, by });
}

describe('check allows', () => {
	it.each(limits)('$how, and nothing beyond: $rule', ({ rule, by }) => {
		const [now, over] = [false, true].map((isOver) => {
			const data = structuredClone(fixture);
			by(data, isOver);
			return check(data, FIXTURE_DAY).filter((issue) => issue.rule === rule).length;
		});
		expect(now).toBe(0);
		expect(over).toBeGreaterThan(0);
	});
});

describe('what could not be read', () => {
	it('makes no link to it dangling', () => {
		const data = structuredClone(fixture);
		data.sites = data.sites.filter(({ id }) => id !== 'orchard-park');
		data.sources = [];
		data.unread = new Set(['orchard-park', 'sites.geojson', 'sources.json']);
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});

	it('makes no site unnamed', () => {
		const data = structuredClone(fixture);
		data.articles[0]!.retelling.zh.sections = [];
		data.articles[0]!.retelling.en.sections = [];
		data.unread = new Set([ZH, EN]);
		expect(check(data, FIXTURE_DAY)).toEqual([]);
	});
});

describe('docs/data.md', () => {
	it('names every field of the schemas', async () => {
		const text = await readFile('docs/data.md', 'utf8');
		const fields = Object.values(schemas).flatMap((schema: unknown) =>
			isStrictObject(schema) ? Object.keys(schema.entries) : []
		);
		const layers = Object.values(schemas.LAYER_PROPERTIES).flatMap((layer) =>
			Object.keys(layer.entries)
		);
		expect(fields.length).toBeGreaterThan(50);
		const missing = [...fields, ...layers].filter(
			(field) => !new RegExp(`\\b${field}\\b`).test(text)
		);
		expect(missing).toEqual([]);
	});

	it('has a section for every rule, and for no other, that says how bad it is and why', async () => {
		const text = await readFile('docs/data.md', 'utf8');
		const sections = text
			.slice(text.indexOf('### While reading'), text.indexOf('### What the rules'))
			.split('\n#### ')
			.slice(1);
		const stages = Object.entries(STAGE_RULES).map(([name, why]) => {
			const severity = name === 'unlisted-file' ? 'warning' : 'error';
			return { name, why, severity };
		});
		const mended = new Set(MENDERS.map(({ rule }) => rule));
		const heads = [...stages, ...RULES].map(({ name, severity, why }) => {
			const fix = mended.has(name) ? ', `--fix`' : '';
			return { head: `${name}\n\n${severity}${fix}. `, why: `\n- Why: ${why.en}\n- What to do: ` };
		});
		expect(sections.map((section) => section.split('\n')[0])).toEqual(
			heads.map(({ head }) => head.split('\n')[0])
		);
		for (const [i, { head, why }] of heads.entries()) {
			expect(sections[i]?.toLowerCase()).toContain(head);
			expect(sections[i]).toContain(why);
		}
	});
});

/** A sentence in each language, Chinese in Chinese. */
function isSentence({ zh, en }: schemas.Bilingual): boolean {
	return /\p{Script=Han}.*。$/u.test(zh) && /^\S.*[.}]$/.test(en);
}

function isStrictObject(schema: unknown): schema is { entries: object } {
	return (schema as { type?: unknown } | null)?.type === 'strict_object';
}

function place(data: SourceData, id: string, coordinates: number[]): void {
	site(data, id).geometry = { type: 'Point', coordinates } satisfies Point;
}

/** Adds a section to the line of the fixture, from its first station to the second. */
function open(data: SourceData, changes: Partial<schemas.LineSection>): void {
	const line = data.lines[0]!;
	const section = { from: 'harbour', to: 'heron', opened: '2025-06-30', sources: line.sources };
	line.sections = [...(line.sections ?? []), { ...section, ...changes }];
}

function outline(geometry: Geometry | null): number[][] {
	return (geometry as Polygon).coordinates[0]!;
}

function line(data: SourceData): number[][] {
	return (site(data, 'line-1-harbour-section').geometry as LineString).coordinates;
}

function river(data: SourceData): SourceLayer['features'][number] {
	return feature(data, 'water', 'reed-river');
}

function part(
	data: SourceData,
	lang: 'zh' | 'en',
	n: number,
	nth = 0
): { text: string; site?: string } {
	const passages = data.articles[0]!.retelling[lang].sections.flatMap((one) => one.passages);
	return passages.find((one) => one.n === n)!.parts.filter((one) => one.site)[nth]!;
}

function mention(data: SourceData, lang: 'zh' | 'en', n: number, id: string, skip = 0): void {
	const passages = data.articles[0]!.retelling[lang].sections.flatMap((one) => one.passages);
	const passage = passages.find((one) => one.n === n)!;
	part(data, lang, n).site = id;
	passage.sites = [...new Set(passage.sites.toSpliced(0, 1, id).slice(skip))];
}

function renumber(data: SourceData, lang: 'zh' | 'en', from: number, to: number): void {
	const passages = data.articles[0]!.retelling[lang].sections.flatMap((one) => one.passages);
	passages.find((one) => one.n === from)!.n = to;
}

/** Moves a layer, or one feature of it, to where a map service would show it. */
function shift(data: SourceData, ofLayer: string, datum: Datum, only?: string): void {
	const { features } = layer(data, ofLayer);
	for (const one of features) {
		if (!one.geometry || (only !== undefined && one.id !== only)) continue;
		one.geometry = moved(one.geometry, (position) => fromWgs84(position, datum));
	}
}

/** A layer of roads that run above the tracks. */
function roads(data: SourceData): SourceLayer {
	const tracks = layer(data, 'metro-tracks');
	return {
		record: { ...tracks.record, id: 'roads', type: 'road', group: 'roads' },
		file: 'layers/roads.geojson',
		features: tracks.features.map((track) => ({
			...structuredClone(track),
			properties: { name: null, class: 'primary' }
		}))
	};
}
