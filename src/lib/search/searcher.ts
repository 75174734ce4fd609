import type { Lang } from '../atlas/atlas';
import {
	alike,
	BEGUN,
	queryOf,
	scattered,
	spelled,
	within,
	type Met,
	type Stretch
} from './meeting';
import { namesOf, type Name } from './names';
import { ENTRY_KINDS, type SearchEntry, type SearchIndex } from './search-index';
import { foldQuery } from './spelling';

/** A name that a query meets, and where. */
export interface FoundName {
	text: string;
	marked: Stretch[];
}

export interface Found {
	entry: SearchEntry;
	/** The name in the page's language. */
	name: FoundName;
	/** The other name by which it was found, if it was not by that. */
	also: FoundName | null;
	/** The less, the better; from `ONLY_SIMILAR` on it is a suggestion. */
	cost: number;
}

/** What it costs to be met by another name than the first two. */
const BY_ALIAS = 0.3;

interface Prepared {
	entry: SearchEntry;
	names: Name[];
	rank: number;
}

/** Finds sites, stations, lines, roads and names of the ground by what a reader types. */
export class Searcher {
	readonly #simplified: ReadonlyMap<string, string>;
	readonly #prepared: Prepared[];
	readonly #lang: Lang;

	/** @param lang in which names are shown */
	constructor({ entries, readings, simplified }: SearchIndex, lang: Lang) {
		const characters = [...simplified];
		this.#simplified = new Map(
			characters.flatMap((one, i) =>
				i % 2 === 0 ? [[one, characters[i + 1] ?? one] as const] : []
			)
		);
		const syllables = new Map(
			Object.entries(readings).map(([character, all]) => [character, all.split(' ')] as const)
		);
		this.#lang = lang;
		this.#prepared = entries.map((entry) => ({
			entry,
			names: namesOf(entry, syllables),
			rank: ENTRY_KINDS.indexOf(entry.kind)
		}));
	}

	/** A query as names and texts are compared with it. */
	fold(query: string): string {
		return foldQuery(query, this.#simplified);
	}

	/** The best finds first; none for a query without letters. */
	find(query: string): Found[] {
		const folded = this.fold(query);
		if (!folded) return [];
		const asked = queryOf(folded);
		const close = this.#collect((name) => spelled(name, folded) ?? scattered(name, asked));
		const isClear = close.some(({ cost }) => cost < BEGUN + BY_ALIAS);
		if (isClear) return close;
		const known = new Set(close.map(({ entry }) => entry));
		const similar = this.#collect((name) => within(name, asked) ?? alike(name, asked));
		return [...close, ...similar.filter(({ entry }) => !known.has(entry))].sort(
			(a, b) => a.cost - b.cost
		);
	}

	#collect(meet: (name: Name) => Met | null): Found[] {
		const found: (Found & { rank: number })[] = [];
		for (const { entry, names, rank } of this.#prepared) {
			let best: { name: Name; met: Met; cost: number } | null = null;
			for (const name of names) {
				const met = meet(name);
				if (!met) continue;
				const cost = met.cost + (name.isAlias ? BY_ALIAS : 0);
				// In the page's language, where both are as good.
				if (!best || cost < best.cost || (cost === best.cost && name.lang === this.#lang))
					best = { name, met, cost };
			}
			if (best) found.push({ ...this.#shown(entry, best.name, best.met), cost: best.cost, rank });
		}
		return found
			.sort((a, b) => a.cost - b.cost || a.rank - b.rank)
			.map(({ rank: _, ...one }) => one);
	}

	#shown(entry: SearchEntry, { text }: Name, { marked }: Met): Omit<Found, 'cost'> {
		const shown = entry.name[this.#lang];
		if (text === shown) return { entry, name: { text, marked }, also: null };
		return { entry, name: { text: shown, marked: [] }, also: { text, marked } };
	}
}
