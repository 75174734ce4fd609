import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Atlas, Original } from '../lib/atlas/atlas';
import { gazetteerOf } from './article-text';
import { check } from './check/index';
import { compile } from './compile';
import { importArticle, originalPassages } from './import-article';
import { publicFiles } from './public-files';
import { decode } from './read-text';
import { readAtlas } from './read';
import type { Issue, SourceArticle, SourceData } from './types';
import { writeFolder, type Files } from './write';

/** Where the build writes: what the app imports, and what is served under `/data/`. */
export interface Output {
	app: string;
	public: string;
}

/**
 * Reads and checks a data folder and writes what the app needs of it. With errors nothing is
 * written and the last good build stays. Both output folders are the build's own: files in them
 * that it does not write are removed. The same data gives the same bytes.
 *
 * @returns everything that is wrong; warnings do not stop the build
 */
export async function buildAtlas(dir: string, out: Output): Promise<Issue[]> {
	const { data, issues } = await readAtlas(dir);
	const found = [...issues, ...(data ? check(data) : [])];
	if (!data || found.some(({ severity }) => severity === 'error')) return found;
	const original = await readOriginal(data);
	if (original.issues.length > 0) return [...found, ...original.issues];
	const atlas = withOriginal(compile(data), original.text);
	const files = await publicFilesOrIssue(data, atlas, original.text);
	if ('rule' in files) return [...found, files];
	await writeFolder(out.public, files);
	await writeFolder(out.app, new Map([['atlas.json', `${JSON.stringify(atlas)}\n`]]));
	return found;
}

/** The holder's own text of the first article, which is the one that the page shows. */
async function readOriginal(
	data: SourceData
): Promise<{ text: Original | null; issues: Issue[] }> {
	const [article] = data.articles;
	if (!article) return { text: null, issues: [] };
	const file = `articles/${article.record.id}/original.txt`;
	const bytes = await readFile(join(data.dir, file)).catch(() => null);
	if (!bytes) return { text: null, issues: [] };
	const imported = importArticle(bytes, article, data, file);
	if (!imported.ok) return { text: null, issues: imported.issues };
	return { text: passagesIn(bytes, article, data, file), issues: [] };
}

function passagesIn(
	bytes: Uint8Array,
	article: SourceArticle,
	data: SourceData,
	file: string
): Original {
	return originalPassages(decode(bytes, file).text ?? '', article, gazetteerOf(data));
}

function withOriginal(atlas: Atlas, original: Original | null): Atlas {
	const articles = atlas.articles.map((article) => {
		return { ...article, hasOriginal: article.id === original?.article };
	});
	return { ...atlas, articles };
}

/** What can't be drawn although it obeys every rule: no base map, or a character without glyph. */
async function publicFilesOrIssue(
	data: SourceData,
	atlas: Atlas,
	original: Original | null
): Promise<Files | Issue> {
	try {
		return await publicFiles(data, atlas, original);
	} catch (error) {
		return {
			rule: 'build',
			severity: 'error',
			file: 'atlas.json',
			message: `The map can't be made: ${(error as Error).message}`,
			fix: 'Change the data that the message names.'
		};
	}
}
