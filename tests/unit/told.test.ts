import { describe, expect, it } from 'vitest';
import { checkDraft, isAbout } from '../../src/lib/draft/told';
import { starterAtlas } from '../../src/lib/source/starter';

const DAY = new Date('2026-11-29');

/** Small and whole; some rules warn of its examples. */
const STARTER = starterAtlas({
	id: 'trial',
	title: { zh: '试验', en: 'Trial' },
	bounds: [106.5, 29.5, 106.6, 29.6],
	today: '2026-11-29'
});

/** What is wrong with a file of the starter in which one text gave way to another. */
function toldOf(file: string, from: string | RegExp, to: string) {
	const text = STARTER.get(file)!.replace(from, to);
	const told = checkDraft(new Map([...STARTER, [file, text]]), DAY).filter(
		(one) => one.severity === 'error' && one.file === file
	);
	return { text, told };
}

describe('what is wrong with a draft', () => {
	it('is at the value that is wrong, with the way to it', () => {
		const { text, told } = toldOf('sites.geojson', /"precision": "[a-z]+"/, '"precision": "vague"');
		const path = ['features', 0, 'properties', 'location', 'precision'];
		const one = told.find((issue) => isAbout(issue, 'sites.geojson', path))!;
		expect(one.path).toEqual(path);
		expect(text.slice(one.offset).startsWith('"vague"')).toBe(true);
		expect(isAbout(one, 'sites.geojson', path.slice(0, 2))).toBe(true);
		expect(isAbout(one, 'sites.geojson', ['features', 1])).toBe(false);
		expect(isAbout(one, 'sites.geojson', [...path, 'zh'])).toBe(false);
		expect(isAbout(one, 'atlas.json', path)).toBe(false);
	});

	it('is at a place of Markdown and of broken JSON, to which there is no way', () => {
		const [file] = [...STARTER.keys()].filter((path) => path.endsWith('zh.md'));
		const { text, told } = toldOf(file!, /^/, '### 深\n\n');
		expect(told[0]).toMatchObject({ offset: 0, line: 1 });
		expect(told[0]).not.toHaveProperty('path');
		expect(text.slice(told[0]!.offset)).toMatch(/^### 深/);
		const broken = toldOf('lines.json', /\}\s*$/, '');
		expect(broken.told).toHaveLength(1);
		expect(broken.told[0]).not.toHaveProperty('path');
		expect(isAbout(broken.told[0]!, 'lines.json', ['lines'])).toBe(false);
		expect(isAbout(broken.told[0]!, 'lines.json', [])).toBe(true);
	});

	it('is at no place where a file is missing', () => {
		const draft = new Map(STARTER);
		draft.delete('sources.json');
		const missing = checkDraft(draft, DAY).find(({ file }) => file === 'sources.json');
		expect(missing).toBeDefined();
		expect(missing).not.toHaveProperty('offset');
	});
});
