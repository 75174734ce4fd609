import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	done,
	joined,
	stepOf,
	undone,
	type Changes,
	type Draft,
	type Step
} from '../../src/lib/draft/draft';

const LABEL = { zh: '改', en: 'change' };

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '区', '𠮷', '\n'), maxLength: 12 });
const paths = fc.constantFrom('atlas.json', 'sites.geojson', 'articles/x/zh.md');
const drafts: fc.Arbitrary<Draft> = fc
	.dictionary(paths, texts)
	.map((record) => new Map(Object.entries(record)));
const changes: fc.Arbitrary<Changes> = fc
	.dictionary(paths, fc.option(texts))
	.map((record) => new Map(Object.entries(record)));

function applied(draft: Draft, change: Changes): Draft {
	const files = new Map(draft);
	for (const [path, text] of change) {
		if (text === null) files.delete(path);
		else files.set(path, text);
	}
	return files;
}

function sorted(draft: Draft) {
	return [...draft].sort();
}

describe('steps of a draft', () => {
	it('lead to what was changed and back, whatever it is', () => {
		fc.assert(
			fc.property(drafts, changes, (draft, change) => {
				const step = stepOf(draft, change, { label: LABEL });
				const wanted = applied(draft, change);
				if (!step) {
					expect(sorted(wanted)).toEqual(sorted(draft));
					return;
				}
				expect(sorted(done(draft, step))).toEqual(sorted(wanted));
				expect(sorted(undone(done(draft, step), step))).toEqual(sorted(draft));
			})
		);
	});

	it('can be undone one by one to the beginning and done again to the end', () => {
		fc.assert(
			fc.property(drafts, fc.array(changes, { maxLength: 8 }), (first, all) => {
				const states = [first];
				const steps: Step[] = [];
				for (const change of all) {
					const now = states.at(-1)!;
					const step = stepOf(now, change, { label: LABEL });
					if (!step) continue;
					steps.push(step);
					states.push(done(now, step));
				}
				const back = steps.reduceRight(undone, states.at(-1)!);
				expect(sorted(back)).toEqual(sorted(first));
				expect(sorted(steps.reduce(done, back))).toEqual(sorted(states.at(-1)!));
			})
		);
	});

	it('make one of two, or none if the second takes the first back', () => {
		fc.assert(
			fc.property(drafts, changes, changes, (draft, one, other) => {
				const first = stepOf(draft, one, { label: LABEL, subject: 'name' });
				if (!first) return;
				const second = stepOf(done(draft, first), other, { label: LABEL });
				if (!second) return;
				const both = joined(draft, first, second);
				const wanted = applied(applied(draft, one), other);
				expect(sorted(both ? done(draft, both) : draft)).toEqual(sorted(wanted));
				if (both) expect(both.subject).toBe('name');
			})
		);
	});

	it('hold only the stretch that changed', () => {
		const draft = new Map([['a', `${'x'.repeat(1000)}one${'y'.repeat(1000)}`]]);
		const text = draft.get('a')!.replace('one', 'two');
		expect(stepOf(draft, new Map([['a', text]]), { label: LABEL })?.changes).toEqual([
			{ path: 'a', at: 1000, removed: 'one', inserted: 'two' }
		]);
	});
});
