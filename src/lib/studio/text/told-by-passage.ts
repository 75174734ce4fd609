import type { Lang } from '../../atlas/atlas';
import { passageAt, type Block } from '../../draft/retelling-text';
import type { Told } from '../../draft/told';

/** What is wrong with an article: with which passage, and with none. */
export interface ToldByPassage {
	passages: ReadonlyMap<number, Record<Lang, readonly Told[]>>;
	others: readonly Told[];
}

/**
 * Sorts what is wrong with an article by the passages that it is about, their headings with them.
 *
 * @param sides the files of both retellings, with their parts
 */
export function toldByPassage(
	told: readonly Told[],
	slug: string,
	sides: Record<Lang, { file: string; blocks: readonly Block[] }>
): ToldByPassage {
	const passages = new Map<number, Record<Lang, Told[]>>();
	const others: Told[] = [];
	for (const one of told) {
		if (!one.file.startsWith(`articles/${slug}/`)) continue;
		const side = one.file === sides.zh.file ? 'zh' : 'en';
		const n = one.file === sides[side].file ? passageAt(sides[side].blocks, one.offset) : null;
		if (n === null) others.push(one);
		else {
			const known = passages.get(n) ?? { zh: [], en: [] };
			known[side].push(one);
			passages.set(n, known);
		}
	}
	return { passages, others };
}
