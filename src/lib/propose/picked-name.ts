import { endingOf } from './endings';
import { contextOf, type Proposal } from './proposals';
import { suggestId } from './suggest-id';

/**
 * The proposal of a place whose name an editor picked in a text.
 *
 * @param lines the text's lines
 * @param taken ids that no other may have; the suggested one joins them
 * @param spell as `Languages` has it
 */
export function pickedPlace(
	name: string,
	lines: readonly string[],
	taken: Set<string>,
	spell: (chinese: string) => readonly string[]
): Proposal {
	const contexts = lines.flatMap((line, i) =>
		startsOf(name, line).map((start) => contextOf(line, i + 1, start, start + name.length))
	);
	const ending = endingOf(name);
	const stem = ending ? name.slice(0, -ending.zh.length) : name;
	const isChinese = /\p{Script=Han}/u.test(name);
	const idWords = isChinese ? [spell(stem).join(''), ending?.en ?? ''] : [name];
	return {
		name,
		variants: [],
		count: contexts.length,
		contexts,
		id: suggestId(idWords, taken),
		kind: ending?.kind ?? 'area',
		why: ending?.zh ?? ''
	};
}

function startsOf(name: string, line: string): number[] {
	const starts: number[] = [];
	for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + name.length))
		starts.push(at);
	return starts;
}
