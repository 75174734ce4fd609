import { Refusal, problem } from './problem';
import type { Read } from './added';
import type { Skipped } from './place';
import type { Questions } from './questions';

const LANGS = [
	['zh', 'Chinese'],
	['en', 'English']
] as const;

/**
 * Features with a name in both languages. A missing one is asked for, and nothing for an answer
 * skips the feature.
 *
 * @throws Refusal with each missing name where nobody can be asked
 */
export async function completeNames(
	file: string,
	read: readonly Read[],
	{ ask }: Questions
): Promise<{ complete: Read[]; skipped: Skipped[] }> {
	const complete: Read[] = [];
	const skipped: Skipped[] = [];
	const missing: string[] = [];
	for (const { placed, values } of read) {
		const { number } = placed;
		const named = new Map(values);
		for (const [lang, language] of LANGS) {
			const key = `name.${lang}`;
			if (named.has(key)) continue;
			const what = `Feature ${number}${calledBy(named)} has no ${language} name.`;
			const answer = (await ask?.(`${what} Its name, or nothing to skip it`))?.trim();
			if (answer) named.set(key, answer);
			else if (ask) skipped.push({ number, why: `it has no ${language} name` });
			else missing.push(what);
			if (!answer) break;
		}
		if (named.has('name.zh') && named.has('name.en')) complete.push({ placed, values: named });
	}
	if (missing.length === 0) return { complete, skipped };
	const fix = 'Add the name to the file, in a column that --map name.zh or name.en takes.';
	throw new Refusal(missing.map((what) => problem(file, what, fix)));
}

function calledBy(values: Read['values']): string {
	const name = values.get('name.zh') ?? values.get('name.en');
	return typeof name === 'string' ? ` "${name}"` : '';
}
