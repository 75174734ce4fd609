import {
	ACTIONS,
	CITY_WORDS,
	CONJUNCTIONS,
	DESCRIPTIONS,
	FUNCTION_CHARACTERS,
	PLAIN_CHARACTERS,
	PURPOSES
} from './boundaries';
import { ENDING_WORDS, endingOf } from './endings';

/** A word and its part of speech, as jieba's dictionary tags it; `x` is a word it doesn't know. */
export interface TaggedWord {
	word: string;
	tag: string;
}

/** Cuts a Chinese text into words with their part of speech; all of the text, in order. */
export type Tagger = (text: string) => readonly TaggedWord[];

/**
 * What a word may be in a name. `boundary`: in none. `own`: names something (a place, a person, a
 * brand, a word no dictionary knows). `soft`: may stand inside a name, but makes none.
 */
export type Part = 'boundary' | 'own' | 'soft';

/** A word in its place; offsets in UTF-16 units of the text that was cut. */
export interface Word {
	text: string;
	start: number;
	end: number;
	part: Part;
	/** The tagger's; `null` for the name of a known site or line. */
	tag: string | null;
}

/** A stretch that is one word, whatever the tagger says: the name of a known site, or of a line. */
export interface Stretch {
	start: number;
	end: number;
	part: Part;
}

/**
 * The words of a text with what each may be in a name.
 *
 * @param known in text order, none overlapping
 */
export function cutWords(text: string, tag: Tagger, known: readonly Stretch[]): Word[] {
	const cut: Word[] = [];
	let from = 0;
	for (const { start, end, part } of known) {
		cut.push(...cutStretch(text, from, start, tag));
		cut.push({ text: text.slice(start, end), start, end, part, tag: null });
		from = end;
	}
	cut.push(...cutStretch(text, from, text.length, tag));
	return cut;
}

function cutStretch(text: string, from: number, to: number, tag: Tagger): Word[] {
	const cut: Word[] = [];
	let start = from;
	const tagged = tag(text.slice(from, to));
	for (const [i, { word, tag: speech }] of tagged.entries()) {
		for (const piece of piecesOf(word, speech, cut.at(-1))) {
			const end = start + piece.length;
			const opens = isOpening(cut.at(-1));
			const isName = isNamedBy(piece, tagged[i + 1]?.word ?? '', opens);
			const part = isName ? 'own' : partOf(piece, speech, opens);
			cut.push({ text: piece, start, end, part, tag: speech });
			start = end;
		}
	}
	return cut;
}

/** Whether no dictionary knows a word, so that it may hold more than one, or a part of one. */
export function isUnknown({ tag, text }: Word): boolean {
	return tag === 'x' && /\p{Script=Han}/u.test(text);
}

/** Of places, people, bodies and brands; letters; what no dictionary knows. */
const OWN_TAG = /^(?:n[srtz]\w*|nrfg|eng|x|j|zg)$/;
/** Prepositions, particles, pronouns, conjunctions, adverbs, times, sounds, measures. */
const BOUNDARY_TAG = /^(?:p|pba|pbei|u\w*|r\w*|c|d|dg|t|tg|y|e|o|q|k|mq|vd|ad|i|z)$/;

/** 呈贡 before 区, 经 before 十路: what a word is, the next one tells. */
function isNamedBy(word: string, next: string, opens: boolean): boolean {
	if (word === '经' || word === '纬') return opens && /^[一二三四五六七八九十]/.test(next);
	return word.length > 1 && /^[区县]$/.test(next) && !ACTIONS.has(word) && !DESCRIPTIONS.has(word);
}

/** Whether nothing that could belong to a name stands before: the beginning of a phrase. */
function isOpening(before: Word | undefined): boolean {
	return before === undefined || before.part === 'boundary' || /[省市区县]$/.test(before.text);
}

/** Words of an ending and a place beside it, as in 大学路段 and 苏州河畔. */
const BESIDE = /^([路站桥湖河江港街山])([段口台房点头面脚畔边岸上里东南西北])$/;

function piecesOf(word: string, tag: string, before: Word | undefined): string[] {
	const opens = isOpening(before);
	const isAfterWord = !opens || (before?.text.length ?? 0) > 1;
	const [, ending, beside] = (isAfterWord && BESIDE.exec(word)) || [];
	if (ending && beside && !before?.text.endsWith(ending)) return [ending, beside];
	// 安州|区塔水镇: the tagger doesn't know the district
	if (tag === 'x' && !opens && /^[区县市].{2}/.test(word)) return [word.slice(0, 1), word.slice(1)];
	return tag === 'x' || tag === 'nr' ? unglued(word, opens) : [word];
}

/** A tagger guesses words that it doesn't know, and often takes a preposition with them: 至麓. */
function unglued(word: string, opens: boolean): string[] {
	const [first = ''] = word;
	const last = word.at(-1) ?? '';
	if (word.length > 1 && '至到与及起接为'.includes(last)) return [word.slice(0, -1), last];
	// at the beginning of a phrase a conjunction can only be part of a name: 和燕路
	const isGlued = PREPOSITIONS.has(first) || (!opens && GRAMMAR.has(first));
	return word.length > 1 && isGlued ? [first, word.slice(first.length)] : [word];
}

const PREPOSITIONS = new Set('在从至到沿由往向将把被让距之这那此我你他该本各每某接而');
const GRAMMAR = new Set('和与及或的经于各该每某也都已还就则均是有');

function partOf(word: string, tag: string, opens: boolean): Part {
	if (!/[\p{L}\p{N}]/u.test(word)) return 'boundary';
	if (ACTIONS.has(word) || CONJUNCTIONS.has(word)) return 'boundary';
	if ([...word].length === 1) return partOfCharacter(word, tag, opens);
	if (CITY_WORDS.has(word) || /^\d{3}$/.test(word)) return 'own';
	if (ENDING_WORDS.has(word) || DESCRIPTIONS.has(word) || PURPOSES.has(word) || GENERIC.test(word))
		return 'soft';
	if (/^[两三四五六七八九十]大$/.test(word)) return 'boundary';
	if (tag === 'm') return COUNTED.test(word) ? 'boundary' : 'soft';
	if (tag === 't') return TIME.test(word) ? 'boundary' : 'soft';
	if (tag === 'v' || tag === 'd') return INSTITUTIONAL.has(word) ? 'soft' : 'boundary';
	if (tag === 'l') return sayingPart(word);
	if (tag === 'f') return /^[东西南北中][部方]$/.test(word) ? 'soft' : 'boundary';
	if (tag === 's') return word.length > 2 ? 'soft' : 'boundary';
	if (BOUNDARY_TAG.test(tag)) return 'boundary';
	return OWN_TAG.test(tag) ? 'own' : 'soft';
}

const COUNTED = /^(?!第).*[条座个项处家名所片段级类种场次间位批多各数几余大]/;
const TIME =
	/(?:(?<![青少中老])年|(?<!日)月|日|天|晚|早|晨|午|夜|季|春|夏|秋|冬|时|刻|期)$|^[今昨明前后当近]/;
/** Hospitals of a kind; only the city or district makes them one. */
const GENERIC = /^(?:人民|儿童|妇女儿童|妇幼保健|中心|中|综合|专科|附属)(?:医院|院)$/;
/** What dictionaries have as sayings, and is the name of a place. */
const NAMED = /.{2}(?:广场|大道|公园|大桥|机场|车站)$/;

function sayingPart(word: string): Part {
	if (NAMED.test(word)) return 'own';
	if ((endingOf(word)?.zh.length ?? 0) > 1) return 'soft';
	return /(?:产业|科技|经济|文化|工业|交通)$/.test(word) ? 'soft' : 'boundary';
}

/** Verbs that name what an institution is for. */
const INSTITUTIONAL = new Set(
	'置业 创新 制造 孵化 体验 服务 研发 展示 展览 会展 检测 救援 培训 康复 康养 装备 储能 联合 附属 直属 超级 航空 航天 创业 创意 科创 会议 邮电 传媒 先进 协和 开放 解放 和平 向阳 迎宾 高新 快速'.split(
		' '
	)
);

/** Names that no dictionary knows fall into characters; places in a phrase are told by the next. */
function partOfCharacter(character: string, tag: string, opens: boolean): Part {
	if (FUNCTION_CHARACTERS.has(character)) return 'boundary';
	if (/[\d a-z]/.test(character)) return 'soft';
	if ('里内外旁间上下前后'.includes(character)) return opens ? 'own' : 'boundary';
	if (tag === 'm' || DESCRIPTIONS.has(character) || PLAIN_CHARACTERS.has(character)) return 'soft';
	return 'own';
}
