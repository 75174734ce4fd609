import { parseJson, type JsonNode } from '../../lib/text/json-positions';

/** A value as JSON with tabs; what has only plain values inside and fits stands on one line. */
export function written(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const isList = Array.isArray(value);
	const parts = isList
		? value.map(written)
		: Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${written(one)}`);
	const flat = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
	const isPlain = Object.values(value).every((one) => typeof one !== 'object' || one === null);
	if ((isPlain && flat.length <= FITS) || parts.length === 0) return flat;
	const [open, close] = isList ? '[]' : '{}';
	return `${open}\n${parts.map((part) => indented(part, '\t')).join(',\n')}\n${close}`;
}

const FITS = 90;

function indented(text: string, indent: string): string {
	return text.replaceAll(/^/gm, indent);
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
	const index = at ?? items.length;
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
