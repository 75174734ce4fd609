import type { Line, LineSection } from '../../lib/atlas/schema';
import { piecesBetween, trackPiecesOf, type TrackPiece } from '../track-pieces';
import type { SourceData } from '../types';
import { isAfter } from './dates';
import { isUnread, placeOfLine } from './walk';
import type { Finding, Rule } from './rule';

export const lineSection: Rule = {
	name: 'line-section',
	why: "A section opened on one day: a run of its line's track that no other section covers.",
	severity: 'error',
	find: (data) => {
		const files = data.atlas.layers.map((id) => `layers/${id}.geojson`);
		if (isUnread(data, ...files)) return [];
		const pieces = trackPiecesOf(data.layers);
		return data.lines.flatMap((line) => faultsOf(data, line, pieces));
	}
};

type Fault = Pick<Finding, 'message' | 'fix'>;

function faultsOf(data: SourceData, line: Line, pieces: readonly TrackPiece[]): Finding[] {
	const covered = new Map<string, string>();
	return (line.sections ?? []).flatMap((section) => {
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
		return faults.map((fault) => ({ ...placeOfLine(data, line.id), ...fault }));
	});
}

function joinFault(name: string, line: Line): Fault {
	return {
		message: `The section ${name} has no track: ${line.name.en} does not join these two stations.`,
		fix: 'Write the ids of two stations between which pieces of its track lie.'
	};
}

function overlapFault(name: string, other: string, piece: string): Fault {
	return {
		message: `The sections ${other} and ${name} both cover the piece of track "${piece}".`,
		fix: 'Let one end where the other begins.'
	};
}

function noteFault(name: string): Fault {
	return {
		message: `The section ${name} has "opened": null and no note.`,
		fix: 'Say in a note what the sources say, or take the section out.'
	};
}

function laterFaults(name: string, section: LineSection, way: readonly TrackPiece[]): Fault[] {
	const onIt = new Set(way.flatMap(({ from, to }) => [from, to]));
	return (section.later ?? []).flatMap(({ stations, opened }) => {
		const stray = stations.filter((id) => !onIt.has(id));
		const isEarly = opened !== null && section.opened !== null && isAfter(section.opened, opened);
		return [
			...stray.map((id) => ({
				message: `The station "${id}" is not on the section ${name}, but is said to have opened later.`,
				fix: 'Correct its id, or move it to the section that it is on.'
			})),
			...(isEarly ? [earlyFault(name, section, stations, opened)] : [])
		];
	});
}

function earlyFault(
	name: string,
	section: LineSection,
	stations: readonly string[],
	opened: string
): Fault {
	return {
		message: `"later" gives ${opened} for ${stations.join(', ')}, before the section ${name} opened, ${section.opened}.`,
		fix: 'Correct one of the dates.'
	};
}
