import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIR = 'tests/fixtures/proposals';
const PLACES = '.places.txt';

/** A text of the fixtures, and the names of all places that it has. */
export interface ProposalText {
	name: string;
	lines: string[];
	places: string[];
}

/**
 * Short exercise texts about many cities, each with the places that a reader would mark in it:
 * streets, stations, parks, towns, institutions; no provinces, cities and districts.
 */
export function proposalTexts(): ProposalText[] {
	return readdirSync(DIR)
		.filter((file) => file.endsWith(PLACES))
		.map((file) => {
			const name = file.slice(0, -PLACES.length);
			return { name, lines: linesOf(`${name}.txt`), places: linesOf(file) };
		});
}

function linesOf(file: string): string[] {
	return readFileSync(join(DIR, file), 'utf8').trimEnd().split('\n');
}
