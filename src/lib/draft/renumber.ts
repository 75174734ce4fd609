import { setAt } from '../source/edit-json';
import type { Anchor } from '../text/anchor';
import type { Changes, Draft } from './draft';
import { articleSlugs, sitePlaces } from './find-files';
import { renumbered, retellingBlocks } from './retelling-text';

/**
 * Where passages stand in a text that came in another's place. A paragraph that is in both texts
 * and once in each says for certain where its passage went; the others are as `anchors` has them.
 *
 * @param before lines of the text that was there; none if it is not known
 * @param lines lines of the new text
 */
export function anchorsAfter(
	anchors: readonly Anchor[],
	before: readonly string[],
	lines: readonly string[]
): Anchor[] {
	const [old, now] = [onlyLines(before), onlyLines(lines)];
	const certain = new Map(
		anchors.flatMap(({ n }) => {
			const line = (before[n - 1] ?? '').trim();
			const paragraph = old.get(line) === n ? now.get(line) : undefined;
			return paragraph === undefined ? [] : [[n, paragraph] as const];
		})
	);
	const given = new Set(certain.values());
	return anchors.map((anchor): Anchor => {
		const paragraph = certain.get(anchor.n);
		if (paragraph !== undefined)
			return { ...anchor, state: 'found', paragraph, candidates: [paragraph], score: 1 };
		const candidates = anchor.candidates.filter((one) => !given.has(one));
		if (candidates.length === anchor.candidates.length) return anchor;
		const state = candidates.length === 0 ? 'orphaned' : 'ambiguous';
		return { ...anchor, state, paragraph: null, candidates };
	});
}

/** Lines with words that stand once, with their numbers. */
function onlyLines(lines: readonly string[]): Map<string, number> {
	const numbers = new Map<string, number>();
	const twice = new Set<string>();
	lines.forEach((raw, i) => {
		const line = raw.trim();
		if (numbers.has(line)) twice.add(line);
		else if (line !== '') numbers.set(line, i + 1);
	});
	for (const line of twice) numbers.delete(line);
	return numbers;
}

/** New numbers of the passages that moved, by their old ones. */
export function newNumbers(anchors: readonly Anchor[]): Map<number, number> {
	return new Map(
		anchors.flatMap(({ n, paragraph }) =>
			paragraph === null || paragraph === n ? [] : [[n, paragraph] as const]
		)
	);
}

/** Whether two of an article's passages would get one number. */
export function isClash(numbers: ReadonlyMap<number, number>, all: Iterable<number>): boolean {
	const next = Array.from(all, (n) => numbers.get(n) ?? n);
	return new Set(next).size < next.length;
}

/**
 * Renumbers the passages of an article in both languages, and with them the promises that name one:
 * of several articles, only those of sites that the passage links.
 */
export function withNewNumbers(
	draft: Draft,
	slug: string,
	numbers: ReadonlyMap<number, number>
): Changes {
	const changes = new Map<string, string>();
	for (const side of ['zh', 'en']) {
		const file = `articles/${slug}/${side}.md`;
		const text = draft.get(file);
		if (text !== undefined) changes.set(file, renumbered(text, numbers));
	}
	const isOnly = articleSlugs(draft).length < 2;
	const chinese = retellingBlocks(draft.get(`articles/${slug}/zh.md`) ?? '');
	for (const { id, file, index, node } of sitePlaces(draft)) {
		const promise = node.members?.get('properties')?.members?.get('promise');
		const n: unknown = promise?.members?.get('passage')?.value;
		const next = typeof n === 'number' ? numbers.get(n) : undefined;
		const passage = chinese.find((one) => one.type === 'passage' && one.n === n);
		if (next === undefined || !(isOnly || passage?.text.includes(`(site:${id})`))) continue;
		const text = changes.get(file) ?? draft.get(file) ?? '';
		const path = ['features', index, 'properties', 'promise', 'passage'];
		changes.set(file, setAt(text, path, next));
	}
	return changes;
}
