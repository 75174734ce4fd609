import initJieba, { tag } from 'jieba-wasm/web';
import type { Retelling } from '../../atlas/atlas';
import { pickedPlace } from '../../propose/picked-name';
import { proposePlaces, type Languages, type Proposal } from '../../propose/proposals';
import { spell } from '../../propose/spell';
import { anchorParagraphs, type Anchor } from '../../text/anchor';
import {
	createGazetteer,
	findMentions,
	type GazetteerEntry,
	type Mention
} from '../../text/mentions';
import { signedPassages } from '../../text/signed-passages';
import { SIMPLIFIED } from '../../text/simplified';

/** An article's text by lines, and the sites that the draft has. */
export interface ArticleInDraft {
	lines: readonly string[];
	names: readonly GazetteerEntry[];
	/** Ids of all sites. */
	ids: readonly string[];
}

/** What the worker is asked. */
export type TextRequest =
	| ({ ask: 'places'; picked: readonly string[] } & ArticleInDraft)
	| ({ ask: 'anchors'; retelling: Retelling } & ArticleInDraft);

/** What it answers: known places at once, proposals when the dictionary is there. */
export type TextAnswer =
	| { mentions: Mention[][]; lines: readonly string[] }
	| { proposals: Proposal[]; noDictionary: string | null }
	| { anchors: Anchor[] }
	| { failed: string };

/** What a text without Chinese needs. */
const NO_CHINESE: Languages = { tag: () => [], spell: (text) => [text] };

/** The dictionary, once a Chinese text was there. */
let jieba: Promise<unknown> | null = null;
/** Number of the newest request for places: of older ones nobody wants the proposals. */
let newest = 0;

addEventListener('message', ({ data }: MessageEvent<TextRequest>) => {
	try {
		if (data.ask === 'places') places(data).catch(fail);
		else answer({ anchors: anchorsOf(data) });
	} catch (error) {
		fail(error);
	}
});

function fail(error: unknown): void {
	answer({ failed: String(error) });
}

function answer(told: TextAnswer): void {
	postMessage(told);
}

async function places(asked: Extract<TextRequest, { ask: 'places' }>): Promise<void> {
	const { lines, names, ids, picked } = asked;
	const own = ++newest;
	const gazetteer = createGazetteer(names, SIMPLIFIED);
	answer({ mentions: lines.map((line) => findMentions(gazetteer, line)), lines });
	let languages: Languages | null = null;
	let noDictionary: string | null = null;
	try {
		languages = await languagesOf(lines);
	} catch (error) {
		noDictionary = String(error);
	}
	if (own !== newest) return;
	const proposals = languages ? proposePlaces(lines, gazetteer, ids, languages) : [];
	const known = new Set(proposals.map(({ name }) => name));
	const taken = new Set([...ids, ...proposals.map(({ id }) => id)]);
	const others = picked
		.filter((name) => !known.has(name))
		.map((name) => pickedPlace(name, lines, taken, spell));
	answer({ proposals: [...others, ...proposals], noDictionary });
}

async function languagesOf(lines: readonly string[]): Promise<Languages> {
	if (!lines.some((line) => /\p{Script=Han}/u.test(line))) return NO_CHINESE;
	jieba ??= initJieba();
	try {
		await jieba;
	} catch (error) {
		// With the next text it may come.
		jieba = null;
		throw error;
	}
	return { tag: (text) => tag(text, true), spell };
}

function anchorsOf({ lines, names, retelling }: Extract<TextRequest, { ask: 'anchors' }>) {
	return anchorParagraphs(lines, signedPassages(retelling), createGazetteer(names, SIMPLIFIED));
}
