import { describe, expect, it } from 'vitest';
import { lineAt } from '../../src/lib/text/line-at';
import { parseRetelling } from '../../src/lib/source/retelling';

const GOOD = `# A title

## One

First [Mill](site:mill) and [Mill](site:mill), then [Park](site:park). {#p3}

Second. {#p5}

## Two

[Park](site:park) {#p4}
`;

function messages(markdown: string) {
	return parseRetelling(markdown, 'zh.md').issues.map(({ line, message }) => [line, message.en]);
}

/** One passage in an otherwise good retelling; it stands on line 5. */
function within(passage: string): string {
	return `# T\n\n## H\n\n${passage}\n\nGood. {#p99}\n`;
}

describe('parseRetelling', () => {
	it('reads title, sections and passages', () => {
		const { retelling, places, issues } = parseRetelling(GOOD, 'zh.md');
		expect(issues).toEqual([]);
		expect(retelling).toEqual({
			title: 'A title',
			sections: [
				{
					heading: 'One',
					passages: [
						{
							n: 3,
							parts: [
								{ text: 'First ' },
								{ text: 'Mill', site: 'mill' },
								{ text: ' and ' },
								{ text: 'Mill', site: 'mill' },
								{ text: ', then ' },
								{ text: 'Park', site: 'park' },
								{ text: '.' }
							],
							sites: ['mill', 'park']
						},
						{ n: 5, parts: [{ text: 'Second.' }], sites: [] }
					]
				},
				{
					heading: 'Two',
					passages: [{ n: 4, parts: [{ text: 'Park', site: 'park' }], sites: ['park'] }]
				}
			]
		});
		expect([...places].map(([n, { start }]) => [n, lineAt(GOOD, start).line])).toEqual([
			[3, 5],
			[5, 7],
			[4, 11]
		]);
	});

	it('joins lines with a space, and Chinese ones with nothing', () => {
		const { retelling } = parseRetelling(within('one\ntwo，\n三\n四 five\n六 {#p1}'), 'zh.md');
		const [passage] = retelling.sections[0]?.passages ?? [];
		expect(passage?.parts).toEqual([{ text: 'one two，三四 five 六' }]);
	});

	it('reads escapes and entities as what they stand for', () => {
		const { retelling, issues } = parseRetelling(within('R\\&D &amp; 3 \\* 4 {#p1}'), 'zh.md');
		expect(issues).toEqual([]);
		expect(retelling.sections[0]?.passages[0]?.parts).toEqual([{ text: 'R&D & 3 * 4' }]);
	});

	it.each([
		['a list', '- one\n- two', 'A list'],
		['an image', '![x](y.png) {#p1}', 'An image'],
		['HTML', '<div>x</div>', 'HTML'],
		['HTML in a passage', 'a <b>b</b> {#p1}', 'HTML'],
		['bold text', 'a **b** {#p1}', 'Bold text'],
		['emphasis', 'a *b* {#p1}', 'Emphasis'],
		['code', 'a `b` {#p1}', 'Code'],
		['a rule', '***', 'A rule'],
		['a quotation', '> a', 'A quotation block'],
		['an indented line', '    a', 'A code block'],
		['another link', '[a](https://example.org) {#p1}', 'links to "https://example.org"'],
		['a bare address', '<https://example.org> {#p1}', 'links to "https://example.org"'],
		['a passage without number', 'a', 'has no number'],
		['a number in the middle', 'a {#p1} b', 'has no number'],
		['a number 0', 'a {#p0}', 'has no number'],
		['two numbers', 'a {#p1} b {#p2}', 'more than one'],
		['two passages without empty line', 'a {#p1}\nb {#p2}', 'more than one'],
		['a passage without text', '{#p1}', 'no text'],
		['a number twice', 'a {#p99}', 'has no issue'],
		['a small heading', '### a', 'level 3'],
		['a second title', '# a', 'second title'],
		['a heading with a link', '## [a](site:b)', 'not plain text'],
		['a link with full-width signs', '[a]（site:b） {#p1}', 'not one'],
		['a link with a space', '[a] (site:b) {#p1}', 'not one'],
		['a link with more than a name', '[**a**](site:b) {#p1}', 'more than a name']
	])('tells %s, with its line', (_name, passage, message) => {
		const found = messages(within(passage));
		if (message === 'has no issue') {
			expect(found).toEqual([[7, expect.stringContaining('the first is on line 5')]]);
			return;
		}
		expect(found.some(([line, text]) => line === 5 && String(text).includes(message))).toBe(true);
	});

	it.each([
		within('- a\n\n![x](y.png) {#p1}\n\na\n\na {#p1} b {#p2}\n\n{#p3}\n\nb {#p99}'),
		within('### a\n\n# a\n\n## [a](site:b)\n\n[a]（site:b） {#p1}\n\n[**a**](site:b) {#p2}'),
		within(`[a](https://example.org) {#p1}\n\n${'长'.repeat(10_001)}`),
		'a {#p1}\n\n## H\n\n# T\n',
		'## H\n'
	])('says all of it in both languages, and what to do', (markdown) => {
		const { issues } = parseRetelling(markdown, 'zh.md');
		expect(issues.length).toBeGreaterThan(1);
		for (const { message, fix } of issues) {
			for (const text of [message, fix]) {
				expect(text.zh).toMatch(/\p{Script=Han}/u);
				expect(text.en).toMatch(/[a-z]/);
			}
		}
	});

	it('keeps the words of what it can not show', () => {
		const { retelling } = parseRetelling(
			within('a **b** [c](https://example.org) [d](x-site:e) {#p1}'),
			'zh.md'
		);
		expect(retelling.sections[0]?.passages[0]?.parts).toEqual([{ text: 'a b c d' }]);
	});

	it.each([
		['a [note] b {#p1}'],
		['[1] 见下 {#p1}'],
		['the (site) {#p1}'],
		['opposite: (a) {#p1}'],
		[`${'a'.repeat(9_994)} {#p1}`]
	])('lets words through that look like links or are long', (passage) => {
		expect(messages(within(passage))).toEqual([]);
	});

	it.each([
		['a {#p1} [b](site:b) {#p2}', 'more than one'],
		['[a]（site:b）[c](site:c) {#p1}', 'not one'],
		['甲（site：b） {#p1}', 'not one'],
		['[](site:b) {#p1}', 'more than a name'],
		['[a](site:b "title") {#p1}', 'more than a name'],
		['[a **b**](site:b) {#p1}', 'more than a name'],
		['[a {#p1}](site:b)', 'has no number'],
		['[a](x-site:b) {#p1}', 'links to "x-site:b"']
	])('tells what is wrong with %s alone', (passage, message) => {
		expect(messages(within(passage))).toEqual([[5, expect.stringContaining(message)]]);
	});

	it('places links to sites alone', () => {
		const markdown = within('[a](site:b) [c](https://d.example) ![e](site:f) {#p1}');
		const { places } = parseRetelling(markdown, 'zh.md');
		const start = markdown.indexOf('[a]');
		expect(places.get(1)?.links).toEqual([{ site: 'b', start, end: start + '[a](site:b)'.length }]);
	});

	it('parts paragraphs at any line ends, also where one is too long', () => {
		for (const end of ['\n', '\r\n', '\r']) {
			const markdown = within(`  ${'长'.repeat(20_000)}`).replaceAll('\n', end);
			const { issues, retelling } = parseRetelling(markdown, 'zh.md');
			expect(issues).toHaveLength(1);
			expect(issues[0]?.message.en).toContain(`"${'长'.repeat(20)}…" has 20002 characters`);
			expect(retelling.sections[0]?.passages.map(({ n }) => n)).toEqual([99]);
		}
	});

	it('tells a passage before the first heading, and a heading without passage', () => {
		expect(messages('# T\n\na {#p1}\n\n## H\n')).toEqual([
			[3, 'Passage 1 stands before the first heading.'],
			[5, 'Nothing stands under "H".']
		]);
	});

	it('tells a missing title, and one that is not first', () => {
		expect(messages('## H\n\na {#p1}\n')).toEqual([[1, 'There is no title.']]);
		expect(messages('## H\n\na {#p1}\n\n# T\n')).toEqual([
			[5, 'The title "T" is not the first thing.']
		]);
	});

	it('tells everything at once and keeps what is good', () => {
		const { retelling, issues } = parseRetelling(within('- a\n\n<b>\n\n![c](d) {#p2}'), 'zh.md');
		expect(issues.map(({ line }) => line)).toEqual([5, 7, 9]);
		expect(issues.every(({ rule, file }) => rule === 'markdown' && file === 'zh.md')).toBe(true);
		expect(retelling.sections[0]?.passages.map(({ n }) => n)).toEqual([2, 99]);
	});

	it.each([
		['brackets', '[](a)'],
		['open links', '[a]('],
		['quotations', '>'],
		['letters', '长']
	])('tells a paragraph of %s without end, and reads on', (_, part) => {
		const endless = part.repeat(100_000);
		const markdown = `# T\n\n## H\n\n${endless}\n \n[Mill](site:mill) {#p7}\n`;
		const { retelling, places, issues } = parseRetelling(markdown, 'zh.md');
		expect(issues).toHaveLength(1);
		expect(issues[0]).toMatchObject({ line: 5, rule: 'markdown' });
		expect(issues[0]?.message.en).toContain(String(endless.length));
		expect(retelling.sections[0]?.passages.map(({ n }) => n)).toEqual([7]);
		expect(places.get(7)?.start).toBe(markdown.indexOf('[Mill]'));
	});
});
