import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { savePlan, unsaved, type FolderTexts } from '../../src/lib/draft/save-plan';

const folder: fc.Arbitrary<FolderTexts> = fc
	.dictionary(
		fc.constantFrom('atlas.json', 'sites.geojson', 'articles/x/zh.md', '.studio/x.txt'),
		fc.constantFrom('a', 'b', 'c', '')
	)
	.map((texts) => new Map(Object.entries(texts)));

function isOwn(path: string): boolean {
	return path.startsWith('.studio/');
}

/** A folder with what the plan writes and takes away. */
function saved(onDisk: FolderTexts, plan: ReturnType<typeof savePlan>): FolderTexts {
	const files = new Map([...onDisk, ...plan.write]);
	for (const path of plan.remove) files.delete(path);
	return files;
}

describe('saving a draft into its folder', () => {
	it('writes only over what was seen there, and tells of all else that differs', () => {
		fc.assert(
			fc.property(folder, folder, folder, (draft, seen, onDisk) => {
				const plan = savePlan(draft, seen, onDisk);
				const after = saved(onDisk, plan);
				const told = new Map<string, string>([
					...plan.conflicts.map(({ path }) => [path, 'conflict'] as const),
					...Array.from(plan.theirs.keys(), (path) => [path, 'theirs'] as const)
				]);
				for (const path of new Set([...draft.keys(), ...seen.keys(), ...onDisk.keys()])) {
					const [mine, before, now] = [draft, seen, onDisk].map((one) => one.get(path));
					if (isOwn(path) || now !== before) expect(after.get(path), path).toBe(now);
					else expect(after.get(path), path).toBe(mine);
					const isOpen = !isOwn(path) && after.get(path) !== mine;
					const whose = mine === before ? 'theirs' : 'conflict';
					expect(told.get(path), path).toBe(isOpen ? whose : undefined);
				}
			})
		);
	});

	it('tells what both sides have, and that a side has nothing', () => {
		const seen = new Map([
			['a', 'old'],
			['b', 'old'],
			['c', 'old']
		]);
		const onDisk = new Map([
			['a', 'theirs'],
			['b', 'theirs']
		]);
		const { conflicts, theirs } = savePlan(new Map([['b', 'mine']]), seen, onDisk);
		expect(conflicts).toEqual([
			{ path: 'a', mine: null, theirs: 'theirs' },
			{ path: 'b', mine: 'mine', theirs: 'theirs' }
		]);
		expect([...theirs]).toEqual([]);
		expect([...savePlan(seen, seen, onDisk).theirs]).toEqual([
			['a', 'theirs'],
			['b', 'theirs'],
			['c', null]
		]);
	});

	it('has left to do what differs from what was seen', () => {
		const seen = new Map([
			['gone', '1'],
			['kept', '1']
		]);
		const draft = new Map([
			['kept', '1'],
			['new', '2'],
			['.studio/a.txt', '3']
		]);
		expect(unsaved(draft, seen)).toEqual(['new', 'gone']);
		expect(unsaved(seen, seen)).toEqual([]);
	});

	it('has nothing to do once it has saved', () => {
		fc.assert(
			fc.property(folder, folder, (draft, seen) => {
				const after = saved(seen, savePlan(draft, seen, seen));
				expect(unsaved(draft, after)).toEqual([]);
			})
		);
	});
});
