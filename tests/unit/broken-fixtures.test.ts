import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/pipeline/cli';
import { check, RULES } from '../../src/lib/check/index';
import { MENDERS } from '../../src/lib/mend/index';
import { readAtlas } from '../../src/pipeline/read-folder';
import { STAGE_RULES } from '../../src/lib/check/stage-rules';
import type { Issue } from '../../src/lib/source/types';
import { brokenFixtures, withBroken } from '../support/broken-atlas';
import { FIXTURE } from '../support/fixture-data';

const fixtures = await brokenFixtures();

/** Rules of what `check` never does: build, link and import, or write. */
const ELSEWHERE = ['address', 'map-font', 'empty-text', 'other-text', 'unwritable-file'];

async function issuesOf(dir: string, today: Date): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	return [...issues, ...(data ? check(data, today) : [])];
}

async function contents(dir: string): Promise<Map<string, string>> {
	const files = (await readdir(dir, { recursive: true })).filter((file) => /\.\w+$/.test(file));
	return new Map(
		await Promise.all(
			files.map(async (file) => [file, await readFile(join(dir, file), 'utf8')] as const)
		)
	);
}

describe('a broken fixture', () => {
	it('is there for every rule', () => {
		const known = [...Object.keys(STAGE_RULES), ...RULES.map(({ name }) => name)];
		expect(fixtures.map(({ rule }) => rule)).toEqual(
			known.filter((rule) => !ELSEWHERE.includes(rule)).sort()
		);
	});

	it.each(fixtures)('$rule is found where it is, and nothing else', async (broken) => {
		const { rule, file, line, column, also = [], today } = broken;
		const issues = await withBroken(broken, (dir) => issuesOf(dir, today));
		const place = { rule, file, line, column };
		expect(
			issues.map(({ rule, file, line, column }) => ({ rule, file, line, column }))
		).toContainEqual(place);
		expect([...new Set(issues.map((issue) => issue.rule))].sort()).toEqual(
			[...new Set([rule, ...also])].sort()
		);
		const placeless = issues.filter((issue) => !issue.line || !issue.column);
		expect(placeless.map((issue) => issue.rule)).toEqual(line === undefined ? [rule] : []);
		const severity = RULES.find(({ name }) => name === rule)?.severity ?? issues[0]?.severity;
		expect(issues.find((issue) => issue.rule === rule)?.severity).toBe(severity);
		for (const { message, fix } of issues) {
			for (const { zh, en } of [message, fix]) {
				expect(zh).toMatch(/\p{Script=Han}.*[。}]$/u);
				expect(en).toMatch(/[a-z]{2} .*[.}]$/);
			}
		}
	});

	it.each(fixtures)('$rule is mended by --fix, or left as it is', async (broken) => {
		await withBroken(broken, async (dir) => {
			const before = await contents(dir);
			const said: string[] = [];
			const io = { write: (text: string) => said.push(text), complain: () => {} };
			const code = await runCli(['check', dir, '--fix', '--json'], io, broken.today);
			const { mended, issues } = JSON.parse(said.join('')) as {
				mended: { rule: string; file: string }[];
				issues: Issue[];
			};
			if (broken.mended) {
				expect({ code, issues }).toEqual({ code: 0, issues: [] });
				expect(mended).toMatchObject([{ rule: broken.rule, file: broken.file }]);
				const once = await contents(dir);
				await runCli(['check', dir, '--fix', '--json'], io, broken.today);
				expect(await contents(dir)).toEqual(once);
			} else {
				expect(mended).toEqual([]);
				expect(issues.map(({ rule }) => rule)).toContain(broken.rule);
				expect(await contents(dir)).toEqual(before);
			}
		});
	});

	it('is there for everything that --fix mends', () => {
		const mended = fixtures.filter((fixture) => fixture.mended).map(({ rule }) => rule);
		expect(mended).toEqual(MENDERS.map(({ rule }) => rule).sort());
	});
});

describe('--fix', () => {
	it.each(fixtures.filter(({ mended }) => mended))(
		'makes of $rule the valid file again, byte for byte',
		async (broken) => {
			const texts = await withBroken(broken, async (dir) => {
				await runCli(['check', dir, '--fix'], { write: () => {}, complain: () => {} });
				return contents(dir);
			});
			expect(texts.get(broken.file)).toBe(await readFile(join(FIXTURE, broken.file), 'utf8'));
		}
	);
});
