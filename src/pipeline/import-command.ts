import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Anchor } from '../lib/text/anchor';
import { readBytes, toldIssue } from './article-text';
import { columns } from './columns';
import { importArticle, type Imported } from './import-article';
import { readAtlas } from './read-folder';
import { replaceFile } from './replace-file';
import type { Issue } from '../lib/source/types';

const USAGE = 'Usage: atlas import <article.txt> [--article <slug>] [--json]';

interface Io {
	dir: string;
	write(line: string): void;
}

/**
 * `atlas import <article.txt> [--article <slug>] [--json]`: puts a holder's own copy of an article
 * beside its retelling, as `articles/<slug>/original.txt`, which git ignores, and tells for each
 * passage whether its paragraph was found. A text that is refused changes nothing. Without
 * `--article` it is the atlas's first.
 *
 * @param args the words after `import`
 * @returns exit code: 0 imported, 1 refused, 2 bad usage
 */
export async function importCommand(args: string[], io: Io): Promise<number> {
	const words = parse(args);
	if (!words) return misused(io);
	const { file, slug, json } = words;
	const read = await readBytes(file);
	if (!read.ok) return refuse(read.issues, json, io);
	const { data, issues } = await readAtlas(io.dir);
	if (!data) return refuse(issues, json, io);
	const id = slug ?? data.atlas.articles[0];
	const article = data.articles.find(({ record }) => record.id === id);
	if (!article) {
		const known = data.articles.map(({ record }) => record.id).join(', ');
		return misused(io, `There is no article "${id}" in ${io.dir}; there is ${known || 'none'}.`);
	}
	const imported = importArticle(read.bytes, article, data, file);
	const target = join(io.dir, 'articles', article.record.id, 'original.txt');
	const failure = imported.ok ? await replaceFile(target, read.bytes) : null;
	if (failure) return refuse([failure], json, io);
	const report = { file, article: article.record.id, target, imported };
	if (json) io.write(asJson(report));
	else tell(report).forEach((line) => io.write(line));
	return imported.ok ? 0 : 1;
}

function parse(args: string[]): { file: string; slug?: string; json: boolean } | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false }, article: { type: 'string' } }
		});
		const [file, ...rest] = positionals;
		if (!file || rest.length > 0) return null;
		return { file, slug: values.article, json: values.json };
	} catch {
		return null;
	}
}

interface Report {
	file: string;
	article: string;
	target: string;
	imported: Imported;
}

function asJson({ file, article, target, imported }: Report): string {
	const { ok, share, anchors } = imported;
	const outcome = ok ? { written: target } : { issues: imported.issues };
	return JSON.stringify({ ok, file, article, share, ...outcome, passages: anchors }, null, '\t');
}

function tell({ article, target, imported }: Report): string[] {
	const { ok, anchors } = imported;
	const count = (state: Anchor['state']) => anchors.filter((it) => it.state === state).length;
	const rows = anchors.map(({ n, state, paragraph, why }) => [
		`p${n}`,
		state,
		paragraph === null ? '' : `line ${paragraph}`,
		why
	]);
	const counts = `${count('found')} found, ${count('ambiguous')} ambiguous, ${count('orphaned')} orphaned`;
	return [
		...columns(rows),
		...(rows.length > 0 ? [`${article}: ${counts}`] : []),
		...(ok ? [`Written: ${target}`] : imported.issues.map(toldIssue)),
		...(ok ? [] : ['Nothing was changed.'])
	];
}

function refuse(issues: readonly Issue[], json: boolean, io: Io): 1 {
	if (json) io.write(JSON.stringify({ ok: false, issues }, null, '\t'));
	else issues.forEach((issue) => io.write(toldIssue(issue)));
	return 1;
}

function misused(io: Io, why?: string): 2 {
	if (why) io.write(why);
	io.write(USAGE);
	return 2;
}
