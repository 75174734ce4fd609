import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAtlas } from '../../src/pipeline/read-folder';

/** Ids and names that belong to the committed atlas. */
async function ownWords(): Promise<string[]> {
	const { data } = await readAtlas('geodata');
	if (!data) throw new Error('geodata cannot be read');
	const named = [...data.sites, ...data.layers.flatMap(({ features }) => features)];
	const names = named.flatMap(({ properties }) => {
		const { name, aliases } = properties as {
			name?: { zh: string; en: string } | null;
			aliases?: { zh: string[]; en: string[] };
		};
		return [name?.zh, name?.en, ...(aliases?.zh ?? []), ...(aliases?.en ?? [])];
	});
	const records = [...data.sites, ...data.sources, ...data.articles.map(({ record }) => record)];
	const ids = [data.atlas.id, ...records.map(({ id }) => id)];
	return [...new Set([...ids, ...names, '南岸', 'Nan’an'])].filter((word) => word !== undefined);
}

test('nothing in the code knows the first atlas', async () => {
	const words = await ownWords();
	expect(words.length).toBeGreaterThan(300);
	const any = new RegExp(words.map(patternOf).join('|'), 'g');
	const found = codeFiles().flatMap((file) => {
		const code = readFileSync(join('src', file), 'utf8');
		return [...code.matchAll(any)].map(([word]) => `${file}: ${word}`);
	});
	expect(found).toEqual([]);
});

function codeFiles(): string[] {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
	return files.filter((file) => /\.(ts|js|svelte|html|css)$/.test(file));
}

/** Latin words stand apart from others; Chinese has no spaces. */
function patternOf(word: string): string {
	const text = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
	return /^[\w’' -]+$/.test(word) ? `(?<![\\w-])${text}(?![\\w-])` : text;
}
