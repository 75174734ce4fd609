import Ajv from 'ajv';
import { createHash, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseRequest, REQUEST_TYPES } from '../../src/lib/embed/protocol';
import { parseSettings } from '../../src/lib/embed/settings';
import { parseView, writeView } from '../../src/lib/view/view';
import { seeded, type Random } from './edited-article';
import { HOSTILE_LINKS, HOSTILE_TEXTS } from './hostile';

/**
 * Changes inputs of the readers of links and messages at random, and goes on from those that reach
 * code which none before has reached, as V8's own counts tell. Writes every input on which a reader
 * throws, or reads something else the second time, to a folder, and ends with 1 if there is one.
 *
 * npm run fuzz -- --seconds 60 --seed 42
 */
const { values } = parseArgs({
	options: {
		seconds: { type: 'string', default: '60' },
		seed: { type: 'string', default: String(randomInt(2 ** 31)) },
		folder: { type: 'string', default: 'test-results/fuzz' }
	}
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
if (!(seconds > 0)) throw new Error(`--seconds is "${values.seconds}"; write how long to try.`);
if (!Number.isSafeInteger(seed))
	throw new Error(`--seed is "${values.seed}"; write a whole number.`);

const schema = JSON.parse(readFileSync('static/embed/protocol.v1.schema.json', 'utf8')) as object;
const isRequest = new Ajv().compile({ ...schema, oneOf: [{ $ref: '#/definitions/request' }] });
const known = { hasSite: (id: string) => id.length < 9, hasPassage: (n: number) => n < 99 };

/** Each throws an error where its reader is wrong about an input. */
const READERS: Record<string, (input: string) => void> = {
	link(input) {
		const query = new URLSearchParams(input);
		const written = writeView(parseView(query, known));
		const again = writeView(parseView(new URLSearchParams(written), known));
		if (again !== written) throw new Error(`It is written as ${written}, and then as ${again}`);
		parseSettings(query);
	},
	message(input) {
		let data: unknown;
		try {
			data = JSON.parse(input);
		} catch {
			return;
		}
		const read = parseRequest(data);
		if (read && !isRequest({ atlas: 1, ...read }))
			throw new Error(`It is read as ${JSON.stringify(read)}, which the schema does not have`);
		const again = read && parseRequest({ atlas: 1, ...read });
		if (JSON.stringify(again) !== JSON.stringify(read))
			throw new Error(
				`It is read as ${JSON.stringify(read)}, and then as ${JSON.stringify(again)}`
			);
		if ('polluted' in {}) throw new Error('It changed every object');
	}
};

const BEGINNINGS: Record<string, string[]> = {
	link: [
		'site=a&p=1&m=2&panel=tools&tool=measure&map=off&text=both&off=rail.roads&dim=rail50',
		'base=tianditu&overlay=50.off!https://a.example/{z}/{x}/{-y}.png&at=106.5,29.5,12',
		'date=2025-06-27&compare=2024&around=site:a,500&near=1,2,900&area=1,1.2,2.3,3&q=x',
		'status=open.planned&topic=rail&kind=lab&precision=exact&promise=kept&host=https://a.example',
		'measure=shape&draw=line:1,1.2,2&radius=800&line=a&sort=-name&cols=name.since&theme=dark'
	],
	message: [
		...REQUEST_TYPES.map((type) => JSON.stringify({ atlas: 1, type })),
		'{"atlas":1,"type":"select","site":"a","mention":{"index":0,"count":2},"id":"x"}',
		'{"atlas":1,"type":"setView","center":[106.6,29.5],"zoom":12}',
		'{"atlas":1,"type":"setLayers","off":["rail"],"id":7}',
		'{"atlas":1,"type":"setDate","date":"2025-06-27","__proto__":{"polluted":1}}'
	]
};
const WORDS = [
	...HOSTILE_TEXTS,
	...HOSTILE_LINKS,
	'&',
	'=',
	'.',
	',',
	':',
	'!',
	'-',
	'1e9',
	'%',
	'null'
];

const random = seeded(seed);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });

/** What code has been reached so far, each stretch once. */
const reached = new Set<string>();
let crashes = 0;
let tried = 0;
console.log(`Fuzzing for ${seconds} s: --seed ${seed}`);
const corpus = Object.fromEntries(
	Object.entries(BEGINNINGS).map(([name, inputs]) => [name, [...inputs]])
);
for (const end = Date.now() + seconds * 1000; Date.now() < end;)
	for (const [name, inputs] of Object.entries(corpus)) await round(name, inputs);
console.log(
	`${tried} inputs, ${reached.size} stretches of code reached, ${crashes} inputs that something is wrong with`
);
for (const [name, inputs] of Object.entries(corpus)) console.log(`${name}: ${inputs.length} kept`);
session.disconnect();
process.exitCode = crashes > 0 ? 1 : 0;

/** Tries some changes of what is kept. If they reach new code they stay, as which of them did is not told. */
async function round(name: string, inputs: string[]): Promise<void> {
	const batch = Array.from({ length: 10 }, () => changed(pick(inputs, random), inputs, random));
	for (const input of batch) attempt(name, input);
	if ((await newStretches()) > 0) inputs.push(...batch);
}

function attempt(name: string, input: string): void {
	tried++;
	try {
		READERS[name]?.(input);
	} catch (error) {
		crashes++;
		mkdirSync(values.folder, { recursive: true });
		const digest = createHash('sha256').update(input).digest('hex').slice(0, 12);
		const file = join(values.folder, `${name}-${digest}.txt`);
		writeFileSync(file, input);
		console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

async function newStretches(): Promise<number> {
	const { result } = await session.post('Profiler.takePreciseCoverage');
	const before = reached.size;
	for (const { url, functions } of result.filter((script) => script.url.includes('/src/lib/')))
		for (const { ranges } of functions)
			for (const { startOffset, endOffset, count } of ranges)
				if (count > 0) reached.add(`${url}:${startOffset}-${endOffset}`);
	return reached.size - before;
}

function pick<T>(list: readonly T[], random: Random): T {
	return list[Math.floor(random() * list.length)]!;
}

/** One to four changes: a stretch gone, doubled, or from another input; a word or a character put in. */
function changed(text: string, inputs: readonly string[], random: Random): string {
	const at = () => Math.floor(random() * (text.length + 1));
	for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
		const [from = 0, to = 0] = [at(), Math.min(text.length, at())].sort((a, b) => a - b);
		const other = pick(inputs, random);
		const way = Math.floor(random() * 5);
		const added = [
			'',
			text.slice(from, to).repeat(2),
			other.slice(Math.floor(random() * other.length)),
			pick(WORDS, random),
			String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 128 : 65536)))
		][way]!;
		text = (text.slice(0, from) + added + text.slice(way > 2 ? from : to)).slice(0, 4000);
	}
	return text;
}
