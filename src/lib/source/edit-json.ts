import { parseJson, type JsonNode } from '../text/json-positions';
import type { JsonPath } from './json-path';

/** A value as JSON with tabs; what has only plain values inside and fits stands on one line. */
export function written(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const isList = Array.isArray(value);
	const parts = isList
		? value.map(written)
		: Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${written(one)}`);
	const [open, close] = isList ? '[]' : '{}';
	if (parts.length === 0) return `${open}${close}`;
	const flat = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
	const isPlain = Object.values(value).every((one) => typeof one !== 'object' || one === null);
	if (isPlain && flat.length <= FITS) return flat;
	return `${open}\n${parts.map((part) => indented(part, '\t')).join(',\n')}\n${close}`;
}

const FITS = 90;

/** A line ends at `\n` alone: what else breaks lines may stand inside a text. */
function indented(text: string, indent: string): string {
	return indent + text.replaceAll('\n', `\n${indent}`);
}

/**
 * A JSON text with values inserted into one of its lists; everything else stays byte for byte. They
 * stand on lines of their own if the list's other values do.
 *
 * @param key of the list in the text's object
 * @param at before which of its values; at the end unless given
 */
export function insertInList(
	text: string,
	key: string,
	values: readonly unknown[],
	at?: number
): string {
	const list = parseJson(text).root?.members?.get(key);
	if (!list || !Array.isArray(list.value)) throw new Error(`There is no list "${key}"`);
	if (values.length === 0) return text;
	const items = list.items ?? [];
	const index = at ?? list.value.length;
	// A list of numbers has no place for each: it is written anew.
	if (items.length < list.value.length)
		return replaced(text, list, (list.value as unknown[]).toSpliced(index, 0, ...values));
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const { indent, isOwnLine } = styleOf(text, list, items);
	const parts = values.map((value) => {
		const json = isOwnLine ? indented(written(value), indent) : JSON.stringify(value);
		return json.replaceAll('\n', newline);
	});
	const gap = isOwnLine ? newline : ' ';
	const joined = parts.join(`,${gap}`);
	const before = items[index - 1];
	if (before) return splice(text, before.end, `,${gap}${joined}`);
	const after = items[0];
	if (after) {
		const start = isOwnLine ? after.start - indent.length : after.start;
		return splice(text, start, `${joined},${gap}`);
	}
	const close = `${newline}${indent.slice(1)}`;
	return `${text.slice(0, list.start)}[${newline}${joined}${close}]${text.slice(list.end)}`;
}

function splice(text: string, at: number, added: string): string {
	return text.slice(0, at) + added + text.slice(at);
}

/** How the values of a list stand: of an empty one, as if each had its line. */
function styleOf(text: string, list: JsonNode, items: readonly JsonNode[]) {
	const [first] = items;
	const at = first?.start ?? list.start;
	const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
	if (first) return { indent: line, isOwnLine: line.trim() === '' };
	return { indent: `${/^\s*/.exec(line)?.[0] ?? ''}\t`, isOwnLine: true };
}

/**
 * A JSON text with another value at a path; everything else stays byte for byte, as far as it does
 * not share a line with it. Objects that are not there yet are made on the way; a text or a number
 * that stands where one has to be gives way.
 *
 * @param value `undefined` takes the key or the item away
 * @throws Error if the text is not JSON
 */
export function setAt(text: string, path: JsonPath, value: unknown): string {
	const { root } = parseJson(text);
	if (!root) throw new Error('The text is not JSON.');
	return changed(text, root, path, value);
}

function changed(text: string, node: JsonNode, path: JsonPath, value: unknown): string {
	const [key, ...rest] = path;
	if (key === undefined) return replaced(text, node, value);
	const next = typeof key === 'number' ? node.items?.[key] : node.members?.get(key);
	if (next && (rest.length > 0 || value !== undefined)) return changed(text, next, rest, value);
	const isList = typeof key === 'number' && Array.isArray(node.value);
	if (value === undefined && !next && !isList) return text;
	const whole = withValue(node.value, path, value);
	const isOwnLines = text.slice(node.start, node.end).includes('\n');
	const holds = typeof key === 'number' ? node.items : node.members;
	// What stands on one line, a list of numbers, and what can't hold the key is written anew.
	if (!isOwnLines || !holds) return replaced(text, node, whole);
	if (value === undefined) return without(text, node, key);
	const inner = rest.length > 0 ? withValue(undefined, rest, value) : value;
	return appended(text, node, key, inner);
}

/** The value that stands in place of a node's, indented as its line is. */
function replaced(text: string, node: JsonNode, value: unknown): string {
	const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start);
	const indent = /^\s*/.exec(line)?.[0] ?? '';
	const json = indented(written(value), indent).trimStart();
	return text.slice(0, node.start) + withLineEnds(json, text) + text.slice(node.end);
}

/** A value with another one inside it. */
function withValue(whole: unknown, [key, ...rest]: JsonPath, value: unknown): unknown {
	if (key === undefined) return value;
	const inner = (at: unknown) => (rest.length > 0 ? withValue(at, rest, value) : value);
	if (typeof key === 'number') {
		const list: unknown[] = Array.isArray(whole) ? [...(whole as unknown[])] : [];
		const now = inner(list[key]);
		list.splice(key, 1, ...(now === undefined ? [] : [now]));
		return list;
	}
	const holds = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
	const members = Object.entries(holds ? whole : {});
	const at = members.findIndex(([name]) => name === key);
	const now = inner(members[at]?.[1]);
	const member: [string, unknown][] = now === undefined ? [] : [[key, now]];
	if (at < 0) members.push(...member);
	else members.splice(at, 1, ...member);
	return Object.fromEntries(members);
}

/** The children of an object or a list in their order, each with the start of its key. */
function childrenOf(
	text: string,
	node: JsonNode
): { key: string | number; start: number; end: number }[] {
	const children = node.members ? [...node.members] : [...(node.items ?? []).entries()];
	const inOrder = children.toSorted(([, a], [, b]) => a.start - b.start);
	return inOrder.map(([key, { start, end }], i) => {
		const behind = inOrder[i - 1]?.[1].end ?? node.start + 1;
		const own = typeof key === 'string' ? text.indexOf('"', behind) : start;
		return { key, start: own, end };
	});
}

function without(text: string, node: JsonNode, key: string | number): string {
	const children = childrenOf(text, node);
	const at = children.findIndex((child) => child.key === key);
	const [before, gone, after] = [children[at - 1], children[at], children[at + 1]];
	if (!gone) return text;
	if (after) return text.slice(0, gone.start) + text.slice(after.start);
	if (before) return text.slice(0, before.end) + text.slice(gone.end);
	return text.slice(0, node.start) + (node.members ? '{}' : '[]') + text.slice(node.end);
}

function appended(text: string, node: JsonNode, key: string | number, value: unknown): string {
	const last = childrenOf(text, node).at(-1);
	// Over several lines and empty: there is nothing that it could take its place from.
	if (!last) return replaced(text, node, typeof key === 'number' ? [value] : { [key]: value });
	const line = text.slice(text.lastIndexOf('\n', last.start - 1) + 1, last.start);
	const indent = /^\s*/.exec(line)?.[0] ?? '';
	const name = typeof key === 'string' ? `${JSON.stringify(key)}: ` : '';
	const json = indented(`${name}${written(value)}`, indent);
	return splice(text, last.end, withLineEnds(`,\n${json}`, text));
}

function withLineEnds(json: string, text: string): string {
	return text.includes('\r\n') ? json.replaceAll('\n', '\r\n') : json;
}
