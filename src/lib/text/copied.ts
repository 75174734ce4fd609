/** Every run of words of a text that no retelling should have, ready to be looked up. */
export interface CopyIndex {
	chinese: ReadonlySet<string>;
	latin: ReadonlySet<string>;
}

/** So many characters of Chinese, or words of another language, one after the other. */
const CHINESE_RUN = 14;
const LATIN_RUN = 8;

/** Runs that a retelling of a text should not have. */
export function copyIndex(lines: readonly string[]): CopyIndex {
	const chinese = new Set<string>();
	const latin = new Set<string>();
	for (const line of lines) {
		for (const run of runsOf(line)) (run.isChinese ? chinese : latin).add(run.key);
	}
	return { chinese, latin };
}

/**
 * The first stretch of a passage that a text has in the same words, as long as it is; `null` if
 * there is none. Signs and blanks between words don't count.
 *
 * @param stretches of the passage, without the names that it must share with the text
 */
export function copiedRun(index: CopyIndex, stretches: readonly string[]): string | null {
	for (const stretch of stretches) {
		const runs = runsOf(stretch);
		const isCopied = ({ key, isChinese }: Run) =>
			(isChinese ? index.chinese : index.latin).has(key);
		const first = runs.findIndex(isCopied);
		if (first < 0) continue;
		const rest = runs.slice(first);
		const own = rest.findIndex((run) => !isCopied(run));
		const last = rest.at(own < 0 ? -1 : own - 1);
		return stretch.slice(rest[0]?.start, last?.end);
	}
	return null;
}

interface Run {
	key: string;
	isChinese: boolean;
	start: number;
	end: number;
}

/** All runs of a text, each one word further. */
function runsOf(text: string): Run[] {
	const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
		word: word.toLowerCase(),
		start: index,
		end: index + word.length
	}));
	return words.flatMap(({ word, start }, i): Run[] => {
		const isChinese = HAN.test(word);
		const length = isChinese ? CHINESE_RUN : LATIN_RUN;
		const run = words.slice(i, i + length);
		const last = run.at(-1);
		if (run.length < length || !last) return [];
		return [{ key: run.map((one) => one.word).join(' '), isChinese, start, end: last.end }];
	});
}

const HAN = /^\p{Script=Han}$/u;
/** A Chinese character, or a word or number of other letters. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}’'])+/gu;
