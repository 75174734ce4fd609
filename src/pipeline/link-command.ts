import { parseArgs } from 'node:util';
import { proposePlaces, type Proposal } from '../lib/propose/proposals';
import { findMentions, type Gazetteer, type Mention } from '../lib/text/mentions';
import { gazetteerOf } from '../lib/source/gazetteer-of';
import { articleLines, readBytes, toldIssue } from './article-text';
import { CHINESE } from './chinese';
import { columns } from './columns';
import { readAtlas } from './read-folder';
import type { Issue, SourceData } from '../lib/source/types';
import { SIMPLIFIED } from '../lib/text/simplified';

const USAGE = 'Usage: atlas link <article.txt> [dir] [--json]';

interface Io {
	dir: string;
	write(line: string): void;
}

/** A mention and the line that it stands in, counted from 1; its offsets are those of the line. */
interface LinkedMention extends Mention {
	paragraph: number;
}

/** What a text says of the atlas's sites, and of places that the atlas doesn't have. */
export interface Links {
	mentions: LinkedMention[];
	/** Number of mentions by site id, in the atlas's order; 0 for a site that is never named. */
	counts: Record<string, number>;
	/** Names that two sites bear and that are therefore not linked. */
	ambiguous: Gazetteer['ambiguous'];
	/** New places, in the order of the text; for an editor to take or leave. */
	proposals: Proposal[];
}

/**
 * `atlas link <article.txt> [dir] [--json]`: lists every mention of a site in a text, and proposes the
 * places that the text names besides. A proposal has no position: the text doesn't give any.
 *
 * @param args the words after `link`
 * @returns exit code: 0 good, 1 the text or the data can't be used, 2 bad usage
 */
export async function linkCommand(args: string[], io: Io): Promise<number> {
	const words = parse(args);
	if (!words) {
		io.write(USAGE);
		return 2;
	}
	const { file, dir = io.dir, json } = words;
	const bytes = await readBytes(file);
	if (!bytes.ok) return refuse(bytes.issues, json, io);
	const text = articleLines(bytes.bytes, file);
	if (!text.ok) return refuse(text.issues, json, io);
	const { data, issues } = await readAtlas(dir);
	if (!data) return refuse(issues, json, io);
	const links = linkLines(text.lines, data);
	const report = json ? [JSON.stringify({ file, ...links }, null, '\t')] : tell(links);
	report.forEach((line) => io.write(line));
	return 0;
}

/** Finds the mentions of a data folder's sites in a text's lines, and what else looks like a place. */
function linkLines(lines: readonly string[], data: SourceData): Links {
	const gazetteer = gazetteerOf(data, SIMPLIFIED);
	const mentions = lines.flatMap((line, i) =>
		findMentions(gazetteer, line).map((mention) => ({ paragraph: i + 1, ...mention }))
	);
	const counts = Object.fromEntries(data.sites.map(({ id }) => [id, 0]));
	for (const { site } of mentions) counts[site] = (counts[site] ?? 0) + 1;
	const ids = data.sites.map(({ id }) => id);
	const proposals = proposePlaces(lines, gazetteer, ids, CHINESE);
	return { mentions, counts, ambiguous: gazetteer.ambiguous, proposals };
}

function parse(args: string[]): { file: string; dir?: string; json: boolean } | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false } }
		});
		const [file, dir, ...rest] = positionals;
		return file && rest.length === 0 ? { file, dir, json: values.json } : null;
	} catch {
		return null;
	}
}

function refuse(issues: readonly Issue[], json: boolean, io: Io): 1 {
	if (json) io.write(JSON.stringify({ issues }, null, '\t'));
	else issues.forEach((issue) => io.write(toldIssue(issue)));
	return 1;
}

function tell({ mentions, counts, ambiguous, proposals }: Links): string[] {
	const named = Object.entries(counts).filter(([, count]) => count > 0);
	const never = Object.keys(counts).filter((site) => counts[site] === 0);
	const rows = mentions.map(({ paragraph, start, end, text, site }) =>
		[paragraph, start, end, text, site].map(String)
	);
	return [
		...columns([['line', 'start', 'end', 'text', 'site'], ...rows]),
		'',
		`${mentions.length} mentions of ${named.length} sites`,
		...columns(named.map(([site, count]) => [`  ${count}`, site])),
		...(never.length > 0 ? ['', `Never named: ${never.join(', ')}`] : []),
		...ambiguous.map(
			({ name, sites }) => `"${name}" names ${sites.join(' and ')}: not linked, make it unique.`
		),
		'',
		...tellProposals(proposals)
	];
}

function tellProposals(proposals: readonly Proposal[]): string[] {
	if (proposals.length === 0) return ['No new place is named.'];
	const rows = proposals.map(({ name, variants, count, contexts: [first], id, kind }) => [
		String(count),
		[name, ...variants].join(' = '),
		id,
		kind,
		first ? `${first.paragraph}: …${first.before}[${first.text}]${first.after}…` : ''
	]);
	return [
		`${proposals.length} new places are proposed; ids and kinds are suggestions, and where the places are the text does not say.`,
		...columns([['count', 'name', 'id', 'kind', 'line: context'], ...rows])
	];
}
