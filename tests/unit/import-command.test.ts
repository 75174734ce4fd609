import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gazetteerOf } from '../../src/lib/source/gazetteer-of';
import { originalPassages } from '../../src/pipeline/import-article';
import { importCommand } from '../../src/pipeline/import-command';
import { readAtlas } from '../../src/pipeline/read-folder';
import { INVENTED_ARTICLE, INVENTED_PASSAGES } from '../support/invented-article';
import { inventedAtlas } from '../support/invented-atlas';

const TEXT = INVENTED_ARTICLE.join('\n');
const OTHER = '海边的小城办了一场赛跑。\n三千人参加。\n2025年2月3日上午出发。';

let dir: string;
beforeEach(async () => {
	dir = await inventedAtlas();
});
afterEach(() => rm(dir, { recursive: true }));

async function run(...args: string[]) {
	const lines: string[] = [];
	const code = await importCommand(args, { dir, write: (line) => void lines.push(line) });
	return { code, text: lines.join('\n') };
}

async function importText(text: string | Uint8Array, ...options: string[]) {
	const file = join(dir, 'layers', 'mine.txt');
	await writeFile(file, text);
	return run(file, ...options);
}

function articleFolder(): Promise<string[]> {
	return readdir(join(dir, 'articles', 'fengxi-2025'));
}

function imported(): Promise<string> {
	return readFile(join(dir, 'articles', 'fengxi-2025', 'original.txt'), 'utf8');
}

describe('atlas import', () => {
	it('writes the text beside its retelling and nothing else', async () => {
		const { code, text } = await importText(TEXT);
		expect(code).toBe(0);
		expect(await imported()).toBe(TEXT);
		expect(await articleFolder()).toEqual(['article.json', 'en.md', 'original.txt', 'zh.md']);
		expect(text).toContain(`${INVENTED_PASSAGES.length} found, 0 ambiguous, 0 orphaned`);
	});

	it('tells programs the place of each passage', async () => {
		const { text } = await importText(`编者按\n${TEXT}`, '--json');
		const report = JSON.parse(text) as { passages: { n: number; paragraph: number }[] };
		expect(report).toMatchObject({ ok: true, article: 'fengxi-2025', share: 1 });
		expect(report.passages.map(({ n, paragraph }) => paragraph - n)).toEqual(
			INVENTED_PASSAGES.map(() => 1)
		);
	});

	it('tells what is missing of a text of which most is there', async () => {
		const shorter = INVENTED_ARTICLE.filter((_, i) => i !== 7).join('\n');
		const { code, text } = await importText(shorter);
		expect(code).toBe(0);
		expect(text).toMatch(/p8 +orphaned/);
		expect(text).toContain('1 orphaned');
	});

	it('refuses another text and leaves the one that is there', async () => {
		await importText(TEXT);
		const { code, text } = await importText(OTHER);
		expect(code).toBe(1);
		expect(text).toMatch(/0 of 16 passages of fengxi-2025 \(0 %\)/);
		expect(text).toContain('names none of the places');
		expect(await imported()).toBe(TEXT);
		expect(await articleFolder()).toHaveLength(4);
	});

	it('guesses that lines are joined, and that a text is about the same area', async () => {
		expect((await importText(TEXT.replaceAll('\n', ''))).text).toContain('probably joined');
		const notes = [...Array(20).keys()].map((i) => `第${i}则:石桥。`).join('\n');
		expect((await importText(notes)).text).toContain('another article about the same area');
	});

	it.each([
		['an empty file', '', 'holds no text'],
		['layout alone', '|\n \n|', 'holds no text'],
		['GB18030', Uint8Array.from([0xb7, 0xe3, 0xcf, 0xaa]), 'looks like GB18030'],
		['UTF-16', Uint8Array.from([0xff, 0xfe, 0xab, 0x67]), 'looks like UTF-16LE']
	])('refuses %s', async (_, bytes, message) => {
		const { code, text } = await importText(bytes);
		expect(code).toBe(1);
		expect(text).toContain(message);
		expect(await articleFolder()).not.toContain('original.txt');
	});

	it('takes the article that is named', async () => {
		expect((await importText(TEXT, '--article', 'fengxi-2025')).code).toBe(0);
		const { code, text } = await importText(TEXT, '--article', 'other');
		expect(code).toBe(2);
		expect(text).toContain('There is no article "other"');
	});

	it.each([[[]], [['a.txt', 'b.txt']], [['a.txt', '--fast']]])(
		'tells its usage for %j',
		async (args) => {
			const { code, text } = await run(...args);
			expect(code).toBe(2);
			expect(text).toContain('Usage: atlas import');
		}
	);
});

describe('originalPassages', () => {
	it('gives the paragraph of every passage found, with its mentions', async () => {
		const { data } = await readAtlas(dir);
		const article = data?.articles[0];
		if (!data || !article) throw new Error('the invented atlas is not readable');
		const text = `\uFEFF${INVENTED_ARTICLE.filter((_, i) => i !== 10).join('\r\n')}`;
		const original = originalPassages(text, article, gazetteerOf(data));
		expect(original.article).toBe('fengxi-2025');
		expect(original.passages.map(({ n }) => n)).toEqual(
			INVENTED_PASSAGES.map(({ n }) => n).filter((n) => n !== 11)
		);
		expect(original.passages[0]).toEqual({
			n: 2,
			parts: [{ text: '北岸轴厂', site: 'north-works' }, { text: '外景 摄/某某' }]
		});
		for (const { n, parts } of original.passages) {
			const joined = parts.map((part) => part.text).join('');
			expect(`${INVENTED_ARTICLE[n - 1]}`.replace(' |', '')).toBe(joined);
		}
	});
});
