/** Keys and indexes that lead to a value of a JSON file. */
export type JsonPath = readonly (string | number)[];

/** The path as people write it: `history[0].date`. */
export function jsonPathText(path: JsonPath): string {
	const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
	return text.replace(/^\./, '');
}
