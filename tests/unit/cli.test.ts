import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/pipeline/cli';
import { formatIssues } from '../../src/pipeline/report';
import type { Issue } from '../../src/lib/source/types';
import { edit, FIXTURE, FIXTURE_DAY, withCopy } from '../support/fixture-data';

async function run(...args: string[]) {
	const said: string[] = [];
	const complained: string[] = [];
	const io = {
		write: (text: string) => said.push(text),
		complain: (text: string) => complained.push(text)
	};
	const code = await runCli(args, io, FIXTURE_DAY);
	return { code, said: said.join('\n'), complained: complained.join('\n') };
}

beforeEach(() => {
	vi.stubEnv('LC_ALL', '');
	vi.stubEnv('LC_MESSAGES', '');
	vi.stubEnv('LANG', 'C.UTF-8');
	vi.stubEnv('GITHUB_WORKSPACE', '');
	vi.stubEnv('CI_PROJECT_DIR', '');
});
afterEach(() => vi.unstubAllEnvs());

describe('atlas check', () => {
	it('ends with 0 when all is well', async () => {
		expect(await run('check', FIXTURE)).toEqual({ code: 0, said: 'No problems.', complained: '' });
	});

	it('ends with 1 and tells each problem by file, line, rule and fix', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'sites.geojson', '"kind": "station"', '"kind": "statoin"');
			await edit(dir, 'articles/reedbridge-2025-01/en.md', 'site:orchard-park', 'site:orchard');
			const { code, said } = await run('check', dir);
			expect(code).toBe(1);
			expect(said).toMatch(
				/^sites\.geojson:\d+:\d+ schema heron-station: "kind" is "statoin"\. → Write/m
			);
			expect(said).toMatch(
				/^articles\/reedbridge-2025-01\/en\.md:7:34 site-link orchard: Passage 4/m
			);
			expect(said).toMatch(/\n\nWhy it matters:\n {2}passage-sites +A passage names/);
			expect(said).toMatch(/\n\n3 errors$/);
		});
	});

	it('ends with 0 when there are only warnings, and calls them so', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'articles/reedbridge-2025-01/en.md', '[Heron]', '[the station]');
			const { code, said } = await run('check', dir);
			expect(code).toBe(0);
			expect(said).toContain('mention-name (warning) heron-station:');
			expect(said).toMatch(/\n1 warning$/);
		});
	});

	it('can be read by a program', async () => {
		await withCopy(async (dir) => {
			await edit(dir, 'lines.json', '"#C8102E"', '"red"');
			const { code, said } = await run('check', dir, '--json');
			expect(code).toBe(1);
			expect(JSON.parse(said)).toMatchObject({
				ok: false,
				errors: 1,
				warnings: 0,
				issues: [
					{
						...{ rule: 'schema', file: 'lines.json', line: 8, column: 14, feature: 'line-1' },
						why: { en: expect.stringContaining('docs/data.md') as string }
					}
				]
			});
		});
		expect(JSON.parse((await run('check', '--json', FIXTURE)).said)).toEqual({
			ok: true,
			errors: 0,
			warnings: 0,
			issues: []
		});
	});
});

describe('the language', () => {
	it.each([
		[{}, 'No problems.'],
		[{ LANG: 'zh_CN.UTF-8' }, '没有问题。'],
		[{ LC_MESSAGES: 'zh_TW.UTF-8' }, '没有问题。'],
		[{ LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, 'No problems.'],
		[{ LC_ALL: 'zh_CN', LC_MESSAGES: 'en_GB' }, '没有问题。']
	])('is that of the environment: %j', async (env, says) => {
		for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
		expect((await run('check', FIXTURE)).said).toBe(says);
	});

	it('is the one asked for', async () => {
		expect((await run('check', FIXTURE, '--lang', 'zh')).said).toBe('没有问题。');
		await withCopy(async (dir) => {
			await edit(dir, 'lines.json', '"#C8102E"', '"red"');
			const { said } = await run('check', dir, '--lang', 'zh');
			expect(said).toContain(
				'lines.json:8:14 schema line-1: "colour"现在是"red"，不是#RRGGBB形式的颜色'
			);
			expect(said).toMatch(/\n\n1个错误$/);
		});
	});
});

describe('annotations', () => {
	const broken = (use: (dir: string) => Promise<void>) =>
		withCopy(async (dir) => {
			await edit(dir, 'lines.json', '"#C8102E"', '"50 %, red"');
			await use(dir);
		});

	it('of GitHub name file, line, column and rule, escaped, as the repository names the file', () =>
		broken(async (dir) => {
			vi.stubEnv('GITHUB_WORKSPACE', dirname(dir));
			const { code, said } = await run('check', dir, '--format', 'github');
			expect(code).toBe(1);
			expect(said).toMatch(
				/^::error file=geodata\/lines\.json,line=8,col=14,title=schema::line-1: "colour" is "50 %25, red", which is not a colour as #RRGGBB\.%0AEvery value .*%0AWrite it as docs\/data\.md shows\.\n1 error$/
			);
			vi.stubEnv('GITHUB_WORKSPACE', join(dir, 'elsewhere'));
			const outside = relative(process.cwd(), join(dir, 'lines.json'));
			expect((await run('check', dir, '--format', 'github')).said).toContain(`file=${outside},`);
		}));

	it('of GitLab are a code quality report whose fingerprints outlive a moved line', () =>
		broken(async (dir) => {
			vi.stubEnv('CI_PROJECT_DIR', dirname(dir));
			const report = async () => {
				const { said } = await run('check', dir, '--format', 'gitlab', '--lang', 'zh');
				return JSON.parse(said) as { fingerprint: string }[];
			};
			const before = await report();
			expect(before).toEqual([
				{
					description: expect.stringMatching(/^line-1: "colour"现在是/) as string,
					check_name: 'schema',
					fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
					severity: 'major',
					location: { path: 'geodata/lines.json', lines: { begin: 8 } }
				}
			]);
			await edit(dir, 'lines.json', '{', '{\n\n');
			expect(await report()).toEqual([
				{ ...before[0], location: { path: 'geodata/lines.json', lines: { begin: 10 } } }
			]);
		}));

	it('are none where nothing is wrong', async () => {
		expect((await run('check', FIXTURE, '--format', 'github')).said).toBe('No problems.');
		expect((await run('check', FIXTURE, '--format', 'gitlab')).said).toBe('[]');
	});
});

describe('atlas', () => {
	it('shows its commands and ends with 0 when asked', async () => {
		for (const word of ['help', '--help', '-h']) {
			const { code, said } = await run(word);
			expect(code).toBe(0);
			for (const command of [
				'new',
				'check',
				'dev',
				'build',
				'data',
				'add',
				'link',
				'import',
				'tiles',
				'help'
			]) {
				expect(said).toMatch(new RegExp(`^  ${command} `, 'm'));
			}
		}
	});

	it.each([
		[[], 'No command'],
		[['chek'], '"chek" is no command'],
		[['check', '--jsn'], "Unknown option '--jsn'"],
		[['check', 'a', 'b'], 'One folder, not 2'],
		[['check', '--lang', 'fr'], '"fr" is no language'],
		[['check', '--format', 'xml'], '"xml" is no format'],
		[['check', '--json', '--format', 'github'], 'Either --json or --format github'],
		[['check', 'no-such-folder'], 'no folder "no-such-folder"'],
		[['build', 'package.json'], 'no folder "package.json"']
	])('ends with 2 and its usage for %j', async (args, why) => {
		const { code, said, complained } = await run(...args);
		expect({ code, said }).toEqual({ code: 2, said: '' });
		expect(complained).toContain(why);
		expect(complained).toContain('Usage: npm run atlas');
	});

	it('hands on to add, link, import and tiles', async () => {
		expect((await run('add')).code).toBe(2);
		expect((await run('link')).code).toBe(2);
		expect((await run('import', '--no-such-option')).code).toBe(2);
	});

	it('runs as a program, and data writes .atlas and static/data where it stands', async () => {
		await withCopy(async (dir) => {
			const cwd = dirname(dir);
			const good = atlas(cwd, 'data');
			expect(good).toMatchObject({ status: 0, stderr: '' });
			expect(await readdir(join(cwd, '.atlas'))).toContain('atlas.json');
			expect(await readdir(join(cwd, 'static/data'))).toContain('basemap.pmtiles');
			const bad = atlas(cwd, 'sweep');
			expect(bad.status).toBe(2);
			expect(bad.stderr).toContain('"sweep" is no command');
		});
	});
});

describe('formatIssues', () => {
	const issue = (file: string, line: number): Issue => ({
		...{ rule: 'x', severity: 'error', file, line },
		...{ message: { zh: '句。', en: 'M.' }, fix: { zh: '改。', en: 'F.' } }
	});
	const issues = [issue('b', 9), issue('a', 3), { ...issue('b', 2), severity: 'warning' as const }];

	it('groups by file and counts at the end', () => {
		expect(formatIssues(issues, 'en')).toBe(
			'a:3 x M. → F.\n\nb:2 x (warning) M. → F.\nb:9 x M. → F.\n\n2 errors, 1 warning'
		);
		expect(formatIssues(issues, 'zh')).toBe(
			'a:3 x 句。 → 改。\n\nb:2 x（警告） 句。 → 改。\nb:9 x 句。 → 改。\n\n2个错误，1个警告'
		);
	});

	it('says once why a rule matters', () => {
		const swapped = issues.map((one) => ({ ...one, rule: 'swapped' }));
		expect(formatIssues(swapped, 'zh')).toContain(
			'\n\n为什么要紧：\n  swapped  GeoJSON先写经度，后写纬度；许多来源和工具的顺序相反。\n\n2个错误'
		);
	});
});

function atlas(cwd: string, ...args: string[]) {
	const tsx = createRequire(import.meta.url).resolve('tsx/cli');
	const script = resolve('src/pipeline/cli.ts');
	return spawnSync(process.execPath, [tsx, script, ...args], { cwd, encoding: 'utf8' });
}
