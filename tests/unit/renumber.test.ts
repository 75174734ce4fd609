import { describe, expect, it } from 'vitest';
import { anchorsAfter, isClash, newNumbers, withNewNumbers } from '../../src/lib/draft/renumber';
import type { Anchor } from '../../src/lib/text/anchor';

const anchor = (n: number, paragraph: number | null, candidates: number[] = []): Anchor => ({
	n,
	state: paragraph === null ? (candidates.length > 0 ? 'ambiguous' : 'orphaned') : 'found',
	paragraph,
	candidates: paragraph === null ? candidates : [paragraph],
	score: 0.5,
	why: ''
});

describe('passages after the text was replaced', () => {
	const before = ['一', '二', '三', '三'];
	const after = ['新', '一', '三', '二', '三'];

	it('follow paragraphs that are in both texts', () => {
		const now = anchorsAfter([anchor(1, null), anchor(2, 5)], before, after);
		expect(now.map(({ state, paragraph }) => [state, paragraph])).toEqual([
			['found', 2],
			['found', 4]
		]);
	});

	it('are as their content says where a paragraph is there twice, or was changed', () => {
		const anchors = [anchor(3, 3), anchor(4, null)];
		expect(anchorsAfter(anchors, before, after)).toEqual(anchors);
		expect(anchorsAfter([anchor(1, 2)], [], after)).toEqual([anchor(1, 2)]);
		expect(anchorsAfter([anchor(3, null)], before, ['三'])).toEqual([anchor(3, null)]);
	});

	it('follow a paragraph that is indented otherwise, but no empty line', () => {
		const [moved, blank] = anchorsAfter(
			[anchor(1, null), anchor(2, null)],
			['　一', ''],
			['', '新', ' 一 ']
		);
		expect(moved).toEqual({ ...anchor(1, 3), score: 1 });
		expect(blank).toEqual(anchor(2, null));
	});

	it('do not get the paragraph of another', () => {
		const [, other] = anchorsAfter([anchor(1, null), anchor(3, 2)], before, after);
		expect(other).toMatchObject({ n: 3, state: 'orphaned', paragraph: null, candidates: [] });
		const [, open] = anchorsAfter([anchor(1, null), anchor(3, null, [2, 5])], before, after);
		expect(open).toMatchObject({ state: 'ambiguous', candidates: [5] });
	});
});

describe('renumbering', () => {
	const site = (id: string, passage: number | null) => ({
		type: 'Feature',
		id,
		geometry: null,
		properties: { promise: passage === null ? null : { text: { zh: '诺', en: 'p' }, passage } }
	});
	const draftOf = (articles: string[]) =>
		new Map([
			['atlas.json', JSON.stringify({ articles })],
			['articles/a/zh.md', '# 题\n\n## 节\n\n[东](site:east)。 {#p1}\n\n二 {#p2}\n'],
			['articles/a/en.md', '# T\n\n## S\n\n[East](site:east). {#p1}\n\nTwo {#p2}\n'],
			[
				'sites.geojson',
				JSON.stringify(
					{
						type: 'FeatureCollection',
						features: [site('east', 1), site('west', 1), site('x', null)]
					},
					null,
					'\t'
				)
			]
		]);
	const promises = (changes: ReadonlyMap<string, string | null>) =>
		Array.from(changes.get('sites.geojson')?.matchAll(/"passage": (\d+)/g) ?? [], ([, n]) => n);

	it('is of what moved', () => {
		expect([...newNumbers([anchor(1, 1), anchor(2, 5), anchor(3, null)])]).toEqual([[2, 5]]);
	});

	it('is refused where two passages would get one number', () => {
		expect(isClash(new Map([[1, 2]]), [1, 2])).toBe(true);
		expect(
			isClash(
				new Map([
					[1, 2],
					[2, 1]
				]),
				[1, 2]
			)
		).toBe(false);
	});

	it('changes both retellings and the promises', () => {
		const changes = withNewNumbers(draftOf(['a']), 'a', new Map([[1, 4]]));
		expect(changes.get('articles/a/zh.md')).toContain('[东](site:east)。 {#p4}');
		expect(changes.get('articles/a/en.md')).toContain('[East](site:east). {#p4}');
		expect(promises(changes)).toEqual(['4', '4']);
	});

	it('changes only what is there', () => {
		const draft = draftOf(['a']);
		draft.delete('articles/a/en.md');
		const changes = withNewNumbers(draft, 'a', new Map([[2, 4]]));
		expect([...changes.keys()]).toEqual(['articles/a/zh.md']);
		expect(
			withNewNumbers(new Map([['sites.geojson', '{"features": [5]}']]), 'a', new Map())
		).toEqual(new Map());
	});

	it('leaves a promise whose passage does not name its site', () => {
		const draft = draftOf(['a', 'b']);
		draft.set('sites.geojson', draft.get('sites.geojson')!.replace('"passage": 1', '"passage": 2'));
		expect(promises(withNewNumbers(draft, 'a', new Map([[2, 4]])))).toEqual([]);
	});

	it('leaves the promises of other articles alone', () => {
		const changes = withNewNumbers(draftOf(['a', 'b']), 'a', new Map([[1, 4]]));
		expect(promises(changes)).toEqual(['4', '1']);
	});
});
