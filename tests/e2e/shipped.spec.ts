import { expect } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from '../support/test';

/** What goes out with the site besides what readers see; no browser is needed to look. */
const BUILD = resolve('build');
const files = filesIn(BUILD);

const NOTICES = readFileSync(join(BUILD, 'licences.txt'), 'utf8')
	.split(/\n\n={80}\n\n/)
	.map((notice) => {
		const [, name = '', licence = '', text = ''] =
			/^(\S+) \S+, (.+)(?:\n\n([^]*))?$/m.exec(notice) ?? [];
		return { name, licence, text };
	});

/** Licences under which software may ship with a site that is not free itself; "BDS" is a slip. */
const PERMISSIVE = /^(MIT|ISC|BSD-2-Clause|B(SD|DS)-3-Clause|Apache-2\.0|Unlicense|0BSD)$/;

test('the licence of each package that ships is permissive, and its text is there @core', () => {
	for (const { name, licence, text } of NOTICES) {
		for (const one of licence.split(' AND ')) expect(one, name).toMatch(PERMISSIVE);
		expect(text.length, `${name}: ${text}`).toBeGreaterThan(300);
	}
});

test('no package that our code imports is missing among the licences @core', () => {
	const imported = filesIn('src/lib')
		.concat(filesIn('src/routes'))
		.filter((file) => /\.(ts|svelte|js)$/.test(file))
		.flatMap((file) => packagesOf(readFileSync(file, 'utf8')));
	const listed = NOTICES.map(({ name }) => name);
	expect(imported).toContain('maplibre-gl');
	expect([...new Set(imported)].filter((name) => !listed.includes(name))).toEqual([]);
});

test('no key, password or path of the building machine is in the site @core', () => {
	const places = [process.cwd(), homedir()].filter((place) => place !== '/');
	const found = files.flatMap((file) => {
		const bytes = readFileSync(file).toString('latin1');
		const secrets = SECRETS.flatMap((pattern) => pattern.exec(bytes)?.[0] ?? []);
		const paths = places.filter((place) => bytes.includes(`${place}/`));
		return [...secrets, ...paths].map((what) => `${file}: ${what}`);
	});
	expect(found).toEqual([]);
});

/** How keys look that are in use: private keys, and those of hosts of code, clouds and chats. */
const SECRETS = [
	/-----BEGIN [A-Z ]*PRIVATE KEY-----/,
	/\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
	/\bgh[pousr]_[A-Za-z0-9]{36}\b/,
	/\bglpat-[\w-]{20}\b/,
	/\bnpm_[A-Za-z0-9]{36}\b/,
	/\bxox[abpr]-[\w-]{10,}/,
	/\bAIza[\w-]{35}\b/,
	/\bsk-[A-Za-z0-9]{32,}\b/,
	/\bpk\.eyJ[\w-]{20,}/,
	/\/\/[^/\s:@"'`]+:[^/\s:@"'`]+@[a-z0-9.-]+\.[a-z]{2,}/i,
	/[?&]tk=[0-9a-f]{32}\b/
];

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
}

/** Packages that a module imports for more than their types. */
function packagesOf(code: string): string[] {
	const imports = code.matchAll(
		/(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'((?:@[\w-]+\/)?[\w-]+)[^']*'|import\('((?:@[\w-]+\/)?[\w-]+)[^']*'\)/g
	);
	return [...imports].flatMap(([, fixed, late]) => fixed ?? late ?? []);
}
