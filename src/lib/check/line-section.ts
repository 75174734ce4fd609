import type { Line, LineSection } from '../atlas/schema';
import type { JsonPath } from '../source/json-path';
import { piecesBetween, trackPiecesOf, type TrackPiece } from '../source/track-pieces';
import type { SourceData } from '../source/types';
import { isAfter } from './dates';
import { inside, isUnread, placeOfLine } from './walk';
import type { Finding, Rule } from './rule';

export const lineSection: Rule = {
	name: 'line-section',
	why: {
		zh: '一个区段在同一天开通：是本线轨道上的一段，不与别的区段重叠。',
		en: "A section opened on one day: a run of its line's track that no other section covers."
	},
	severity: 'error',
	find: (data) => {
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		if (isUnread(data, ...files)) return [];
		const pieces = trackPiecesOf(data.layers);
		return data.lines.flatMap((line) => faultsOf(data, line, pieces));
	}
};

/** With the way to its value inside the section. */
type Fault = Pick<Finding, 'message' | 'fix'> & { at: JsonPath };

function faultsOf(data: SourceData, line: Line, pieces: readonly TrackPiece[]): Finding[] {
	const covered = new Map<string, string>();
	return (line.sections ?? []).flatMap((section, i) => {
		const name = `${section.from}–${section.to}`;
		const way = piecesBetween(pieces, line.id, section.from, section.to) ?? [];
		const twice = way.find(({ id }) => covered.has(id));
		const overlap = twice && overlapFault(name, covered.get(twice.id)!, twice.id);
		for (const { id } of way) covered.set(id, name);
		const faults = [
			...(way.length === 0 ? [joinFault(name, line)] : laterFaults(name, section, way)),
			...(overlap ? [overlap] : []),
			...(section.opened === null && !section.note ? [noteFault(name)] : [])
		];
		return faults.map(({ at, ...fault }) => ({
			...inside(placeOfLine(data, line), 'sections', i, ...at),
			...fault
		}));
	});
}

function joinFault(name: string, line: Line): Fault {
	return {
		at: [],
		message: {
			zh: `区段${name}没有轨道：${line.name.zh}不连接这两站。`,
			en: `The section ${name} has no track: ${line.name.en} does not join these two stations.`
		},
		fix: {
			zh: '写两个车站的id，两站之间要有本线的轨道。',
			en: 'Write the ids of two stations between which pieces of its track lie.'
		}
	};
}

function overlapFault(name: string, other: string, piece: string): Fault {
	return {
		at: [],
		message: {
			zh: `区段${other}和${name}都包含轨道"${piece}"。`,
			en: `The sections ${other} and ${name} both cover the piece of track "${piece}".`
		},
		fix: { zh: '让一个区段止于另一个的起点。', en: 'Let one end where the other begins.' }
	};
}

function noteFault(name: string): Fault {
	return {
		at: ['opened'],
		message: {
			zh: `区段${name}的"opened"是null，又没有说明。`,
			en: `The section ${name} has "opened": null and no note.`
		},
		fix: {
			zh: '用"note"写明各来源怎么说，或删去这个区段。',
			en: 'Say in a note what the sources say, or take the section out.'
		}
	};
}

function laterFaults(name: string, section: LineSection, way: readonly TrackPiece[]): Fault[] {
	const onIt = new Set(way.flatMap(({ from, to }) => [from, to]));
	return (section.later ?? []).flatMap(({ stations, opened }, i) => {
		const isEarly = opened !== null && section.opened !== null && isAfter(section.opened, opened);
		return [
			...stations.flatMap((id, k) => (onIt.has(id) ? [] : [strayFault(name, id, i, k)])),
			...(isEarly ? [earlyFault(name, section, stations, opened, i)] : [])
		];
	});
}

function strayFault(name: string, id: string, later: number, station: number): Fault {
	return {
		at: ['later', later, 'stations', station],
		message: {
			zh: `车站"${id}"不在区段${name}上，却写成在该区段晚开通。`,
			en: `The station "${id}" is not on the section ${name}, but is said to have opened later.`
		},
		fix: {
			zh: '改正id，或移到它所在的区段。',
			en: 'Correct its id, or move it to the section that it is on.'
		}
	};
}

function earlyFault(
	name: string,
	section: LineSection,
	stations: readonly string[],
	opened: string,
	later: number
): Fault {
	return {
		at: ['later', later, 'opened'],
		message: {
			zh: `"later"给${stations.join('、')}写的是${opened}，早于区段${name}的开通日${section.opened}。`,
			en: `"later" gives ${opened} for ${stations.join(', ')}, before the section ${name} opened, ${section.opened}.`
		},
		fix: { zh: '改正其中一个日期。', en: 'Correct one of the dates.' }
	};
}
