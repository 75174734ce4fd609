import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const DOCS = [
	'README.md',
	'ARCHITECTURE.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'docs/accessibility.md',
	'docs/browsers.md',
	'docs/deploy.md',
	'docs/privacy.md',
	'docs/release.md',
	'docs/threat-model.md',
	'geodata/README.md',
	'docs/add.md',
	'docs/data.md',
	'docs/bases.md',
	'docs/embed.md',
	'docs/feeds.md',
	'docs/next-atlas.md',
	'docs/offline.md',
	'docs/scale.md',
	'docs/speed.md',
	'docs/studio.md'
];

const scripts = Object.keys(
	(JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts
);

describe.each(DOCS)('%s', (file) => {
	const text = readFileSync(file, 'utf8');

	test('names only files and folders that exist', () => {
		const paths = [...text.matchAll(/`((?:src|tests|docs|static|geodata|\.ci)\/[^`\s{}<>*]*)`/g)];
		const built = /^static\/data|original\.txt/;
		for (const [, path = ''] of paths)
			expect(built.test(path) || existsSync(path), `${file} names ${path}`).toBe(true);
	});

	test('links only to files that exist', () => {
		const links = [...text.matchAll(/\]\((?!https?:|#|site:)([^)#]+)/g)];
		for (const [, link = ''] of links)
			expect(existsSync(join(dirname(file), link)), `${file} links to ${link}`).toBe(true);
	});

	test('names only commands that package.json has', () => {
		for (const [, script = ''] of text.matchAll(/npm run ([a-z:]+)/g))
			expect(scripts, `${file} names npm run ${script}`).toContain(script);
	});
});
