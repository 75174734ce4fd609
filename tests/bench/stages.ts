import type { Atlas } from '../../src/lib/atlas/atlas';
import { compile } from '../../src/lib/compile/compile';
import { check } from '../../src/lib/check/index';
import { Searcher } from '../../src/lib/search/searcher';
import { gazetteerOf } from '../../src/lib/source/gazetteer-of';
import { findMentions } from '../../src/lib/text/mentions';
import { baseMap } from '../../src/pipeline/base-map';
import { readAtlas } from '../../src/pipeline/read-folder';
import { searchIndex } from '../../src/pipeline/search-index';
import { spreadOf, toldSpread } from './spread';
import { table } from './table';

const CHARACTERS = 10_000;
/** What a reader types, letter by letter: each beginning is a query of its own. */
const TYPED = ['重庆东站', 'chongqingdong', 'cqdz', 'jiangnan sd', 'nanping', '茶园'];
/** Enough for the engine to have compiled what runs; then measured this often. */
const [WARM, RUNS] = [2, 7];

/** Prints what single stages take, warmed, in this process, with the committed data. */
export async function benchStages(): Promise<void> {
	const { data } = await readAtlas('geodata');
	if (!data) throw new Error('geodata cannot be read: npm run atlas -- check tells why.');
	const today = new Date();
	const features = data.layers.reduce((sum, layer) => sum + layer.features.length, 0);
	const gazetteer = gazetteerOf(data);
	const atlas = compile(data);
	const text = articleOf(atlas);
	const searcher = new Searcher(searchIndex(data, atlas), 'zh');
	const queries = TYPED.flatMap((typed) => [...typed].map((_, i) => typed.slice(0, i + 1)));
	const keys = timesOf(() => queries.map((query) => timeOf(() => searcher.find(query)))).flat();
	const tiles = () => baseMap(data).archive.length;

	const rows = [
		row(
			`finding mentions in ${CHARACTERS} characters`,
			timed(() => findMentions(gazetteer, text))
		),
		row('search, per key', keys),
		row(
			`check, ${features} features`,
			timed(() => check(data, today))
		),
		row(
			`compile, ${data.sites.length} sites`,
			timed(() => compile(data))
		),
		row('base map, cut and packed', timed(tiles))
	];
	console.log(`\n${RUNS} runs each after ${WARM}: ms, median (least–most)\n`);
	console.log(table(['stage', 'ms', '95 %'], rows));
}

/** The retelling, as often as it takes. */
function articleOf({ articles }: Atlas): string {
	const passages = articles
		.flatMap(({ retelling }) => retelling.zh.sections)
		.flatMap((section) => section.passages);
	const once = passages.map(({ parts }) => parts.map(({ text }) => text).join('')).join('\n');
	return once.repeat(Math.ceil(CHARACTERS / once.length)).slice(0, CHARACTERS);
}

function row(name: string, times: readonly number[]): string[] {
	const spread = spreadOf(times);
	return [name, toldSpread(spread, 2), spread.p95.toFixed(2)];
}

function timed(run: () => unknown): number[] {
	return timesOf(() => timeOf(run));
}

function timesOf<T>(measure: () => T): T[] {
	for (let i = 0; i < WARM; i++) measure();
	return Array.from({ length: RUNS }, measure);
}

/** Milliseconds. */
function timeOf(run: () => unknown): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}
