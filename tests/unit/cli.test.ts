import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/pipeline/cli';
import { formatIssues } from '../../src/pipeline/report';
import type { Issue } from '../../src/pipeline/types';
import { edit, FIXTURE, withCopy } from '../support/fixture-data';

async function run(...args: string[]) {
	const said: string[] = [];
	const complained: string[] = [];
	const code = await runCli(args, {
		write: (text) => said.push(text),
		complain: (text) => complained.push(text)
	});
	return { code, said: said.join('\n'), complained: complained.join('\n') };
}

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
			expect(said).toMatch(/^articles\/reedbridge-2025-01\/en\.md:7 site-link orchard: Passage 4/m);
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
				issues: [{ rule: 'schema', file: 'lines.json', line: 8, column: 14, feature: 'line-1' }]
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

describe('atlas', () => {
	it('shows its commands and ends with 0 when asked', async () => {
		for (const word of ['help', '--help', '-h']) {
			const { code, said } = await run(word);
			expect(code).toBe(0);
			for (const command of ['check', 'build', 'add', 'link', 'import', 'tiles', 'help']) {
				expect(said).toMatch(new RegExp(`^  ${command} `, 'm'));
			}
		}
	});

	it.each([
		[[], 'No command'],
		[['chek'], '"chek" is no command'],
		[['check', '--jsn'], "Unknown option '--jsn'"],
		[['check', 'a', 'b'], 'One folder, not 2'],
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

	it('runs as a program, and build writes .atlas and static/data where it stands', async () => {
		await withCopy(async (dir) => {
			const cwd = dirname(dir);
			const good = atlas(cwd, 'build');
			expect(good).toMatchObject({ status: 0, stdout: 'No problems.\n', stderr: '' });
			expect(await readdir(join(cwd, '.atlas'))).toContain('atlas.json');
			expect(await readdir(join(cwd, 'static/data'))).toContain('basemap.pmtiles');
			const bad = atlas(cwd, 'sweep');
			expect(bad.status).toBe(2);
			expect(bad.stderr).toContain('"sweep" is no command');
		});
	}, 60_000);
});

describe('formatIssues', () => {
	it('groups by file and counts at the end', () => {
		const issue = (file: string, line: number): Issue => {
			return { rule: 'x', severity: 'error', file, line, message: 'M.', fix: 'F.' };
		};
		const issues = [
			issue('b', 9),
			issue('a', 3),
			{ ...issue('b', 2), severity: 'warning' as const }
		];
		expect(formatIssues(issues)).toBe(
			'a:3 x M. → F.\n\nb:2 x (warning) M. → F.\nb:9 x M. → F.\n\n2 errors, 1 warning'
		);
	});
});

function atlas(cwd: string, ...args: string[]) {
	const tsx = createRequire(import.meta.url).resolve('tsx/cli');
	const script = resolve('src/pipeline/cli.ts');
	return spawnSync(process.execPath, [tsx, script, ...args], { cwd, encoding: 'utf8' });
}
