import { describe, expect, it } from 'vitest';
import { namings, withoutLinks } from '../../src/lib/draft/namings';

const ZH = '# 标题\n\n## 一\n\n[甲站](site:a)[乙站](site:b)，再到[甲\n站](site:a)。 {#p1}\n';
const EN = '# Title\n\n## One\n\n[Station A](site:a) [sic] and [B](site:b). {#p1}\n';
const DRAFT = new Map([
	['atlas.json', '{ "articles": ["one"] }'],
	['articles/one/zh.md', ZH],
	['articles/one/en.md', EN]
]);

describe('the links of retellings', () => {
	it('are counted in Chinese, those of each site', () => {
		expect(namings(DRAFT)).toEqual(
			new Map([
				['a', 2],
				['b', 1]
			])
		);
	});

	it('go from both languages with a site, and its words stay', () => {
		expect(withoutLinks(DRAFT, 'a')).toEqual(
			new Map([
				['articles/one/zh.md', '# 标题\n\n## 一\n\n甲站[乙站](site:b)，再到甲\n站。 {#p1}\n'],
				['articles/one/en.md', '# Title\n\n## One\n\nStation A [sic] and [B](site:b). {#p1}\n']
			])
		);
	});

	it('leave the retellings alone that do not name the site', () => {
		expect(withoutLinks(DRAFT, 'c')).toEqual(new Map());
	});
});
