import type { Bilingual } from '../atlas/schema';

/** A JSON value and where it stands in its text. */
export interface JsonNode {
	value: unknown;
	/** Offset of its first character, in UTF-16 units. */
	start: number;
	/** Offset after its last character. */
	end: number;
	/** Nodes of an object's members by key; of a repeated key, the last. */
	members?: Map<string, JsonNode>;
	/** Nodes of an array's elements; none for arrays that hold only numbers. */
	items?: JsonNode[];
}

/** Something that stands at an offset of a text and should not. */
interface JsonFault {
	offset: number;
	message: Bilingual;
	/** It is nested deeper than is read. */
	isTooDeep?: boolean;
}

/** What `parseJson` found: the tree unless it is not JSON, and what is wrong with it. */
export interface ParsedJson {
	root: JsonNode | null;
	/** Why it is not JSON, or keys that an object has twice. */
	faults: JsonFault[];
}

/**
 * Reads JSON (RFC 8259) with the place of every value. `JSON.parse` does not say where a fault is
 * in all supported versions of Node, keeps silent about repeated keys, and forgets positions.
 */
export function parseJson(text: string): ParsedJson {
	const scan: Scan = { text, at: 0, depth: 0, repeated: [] };
	try {
		const root = readValue(scan);
		skipSpace(scan);
		if (scan.at < text.length) fail(scan, unexpected(scan, END));
		return { root, faults: scan.repeated };
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		const { offset, told, isTooDeep } = error;
		return { root: null, faults: [{ offset, message: told, isTooDeep }] };
	}
}

/** The node at a path of keys and indexes, or the nearest one above it that has a place. */
export function nodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode {
	let node = root;
	for (const key of path) {
		const next = typeof key === 'number' ? node.items?.[key] : node.members?.get(key);
		if (!next) break;
		node = next;
	}
	return node;
}

/** The way to the innermost value in which an offset lies. */
export function pathAt(root: JsonNode, offset: number): (string | number)[] {
	const children = root.members ?? root.items?.entries() ?? [];
	for (const [key, node] of children)
		if (node.start <= offset && offset < node.end) return [key, ...pathAt(node, offset)];
	return [];
}

interface Scan {
	text: string;
	at: number;
	/** Objects and lists that are open. */
	depth: number;
	repeated: JsonFault[];
}

class Fault extends Error {
	constructor(
		readonly offset: number,
		readonly told: Bilingual,
		readonly isTooDeep = false
	) {
		super(told.en);
	}
}

/** Values within one another; no file of ours has 20, and the stack ends at some thousands. */
const DEEPEST = 500;

function readValue(scan: Scan): JsonNode {
	skipSpace(scan);
	const start = scan.at;
	const char = scan.text[start];
	if (char === '{' || char === '[') {
		if (++scan.depth > DEEPEST)
			throw new Fault(
				scan.at,
				{ zh: `嵌套超过${DEEPEST}层`, en: `values nested more than ${DEEPEST} deep` },
				true
			);
		const node = char === '{' ? readObject(scan) : readArray(scan);
		scan.depth--;
		return node;
	}
	if (char === '"') return { value: readString(scan), start, end: scan.at };
	for (const [word, value] of WORDS) {
		if (!scan.text.startsWith(word, start)) continue;
		scan.at += word.length;
		return { value, start, end: scan.at };
	}
	return { value: readNumber(scan), start, end: scan.at };
}

const WORDS: readonly [string, unknown][] = [
	['true', true],
	['false', false],
	['null', null]
];

function readObject(scan: Scan): JsonNode {
	const start = scan.at++;
	const members = new Map<string, JsonNode>();
	const value: Record<string, unknown> = {};
	readList(scan, '}', () => {
		const at = scan.at;
		if (scan.text[at] !== '"') fail(scan, unexpected(scan, KEY));
		const key = readString(scan);
		skipSpace(scan);
		if (scan.text[scan.at] !== ':') fail(scan, unexpected(scan, wanting('":"')));
		scan.at++;
		const node = readValue(scan);
		if (members.has(key)) {
			const message = {
				zh: `同一个对象里出现了两个"${key}"`,
				en: `the key "${key}" stands twice in one object`
			};
			scan.repeated.push({ offset: at, message });
		}
		members.set(key, node);
		// a key like "__proto__" must become a property, not a prototype
		Object.defineProperty(value, key, {
			value: node.value,
			enumerable: true,
			configurable: true,
			writable: true
		});
	});
	return { value, start, end: scan.at, members };
}

function readArray(scan: Scan): JsonNode {
	const start = scan.at++;
	const items: JsonNode[] = [];
	readList(scan, ']', () => items.push(readValue(scan)));
	const value = items.map((item) => item.value);
	const numbers = value.length > 0 && value.every((item) => typeof item === 'number');
	return { value, start, end: scan.at, ...(numbers ? {} : { items }) };
}

/** Reads `one, one, …` up to the closing bracket, which it takes too. */
function readList(scan: Scan, close: string, one: () => void): void {
	skipSpace(scan);
	if (scan.text[scan.at] === close) {
		scan.at++;
		return;
	}
	for (;;) {
		skipSpace(scan);
		if (scan.text[scan.at] === close) {
			fail(scan, { zh: `逗号后面直接是"${close}"`, en: `"${close}" after a comma` });
		}
		one();
		skipSpace(scan);
		const next = scan.text[scan.at];
		if (next !== ',' && next !== close) {
			const either = { zh: `这里应当是","或"${close}"`, en: `where "," or "${close}" belongs` };
			fail(scan, unexpected(scan, either));
		}
		scan.at++;
		if (next === close) return;
	}
}

function readString(scan: Scan): string {
	const start = scan.at;
	for (scan.at++; ; scan.at++) {
		const char = scan.text[scan.at];
		if (char === undefined || char === '\n' || char === '\r') {
			throw new Fault(start, {
				zh: '一段文字在本行没有收尾的引号',
				en: 'a text that has no closing quote on its line'
			});
		}
		if (char < ' ') {
			fail(scan, {
				zh: '文字里有控制字符（例如制表符）',
				en: 'a control character (a tab?) inside a text'
			});
		}
		if (char === '\\') scan.at++;
		if (char === '"') break;
	}
	scan.at++;
	try {
		return JSON.parse(scan.text.slice(start, scan.at)) as string;
	} catch {
		throw new Fault(start, {
			zh: '文字里有JSON不认识的"\\"转义',
			en: 'a text with a "\\" that JSON does not know'
		});
	}
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readNumber(scan: Scan): number {
	NUMBER.lastIndex = scan.at;
	const [digits] = NUMBER.exec(scan.text) ?? [];
	if (digits === undefined) return fail(scan, unexpected(scan, VALUE));
	scan.at += digits.length;
	return Number(digits);
}

function skipSpace(scan: Scan): void {
	while (' \n\r\t'.includes(scan.text[scan.at] ?? 'x')) scan.at++;
}

const KEY: Bilingual = {
	zh: '这里应当是用双引号括起来的键',
	en: 'where a key in "double quotes" belongs'
};
const END: Bilingual = { zh: '内容到这里应当结束', en: 'after the end of the value' };
const VALUE: Bilingual = { zh: '这里应当是一个值', en: 'where a value belongs' };

function wanting(what: string): Bilingual {
	return { zh: `这里应当是${what}`, en: `where ${what} belongs` };
}

/** What stands at the scan's place, and why that is wrong. */
function unexpected(scan: Scan, why: Bilingual): Bilingual {
	const point = scan.text.codePointAt(scan.at);
	if (point === undefined) {
		return { zh: `文件到此中断，${why.zh}`, en: `the end of the file ${why.en}` };
	}
	const found = `"${String.fromCodePoint(point)}"`;
	return { zh: `${why.zh}，却出现了${found}`, en: `${found} ${why.en}` };
}

function fail(scan: Scan, told: Bilingual): never {
	throw new Fault(scan.at, told);
}
