import * as v from 'valibot';
import { lineAt, nodeAt, parseJson, type JsonNode } from '../lib/text/json-positions';
import { readText } from './read-text';
import type { Issue } from './types';

/** A JSON file: its tree, `null` if it could not be read, and what is wrong with it. */
export interface JsonFile {
	file: string;
	text: string;
	root: JsonNode | null;
	issues: Issue[];
}

/** Reads a JSON file of the data folder and says where it is not JSON. */
export async function readJson(dir: string, file: string): Promise<JsonFile> {
	const { text, issues } = await readText(dir, file);
	if (text === null) return { file, text: '', root: null, issues };
	const { root, faults } = parseJson(text);
	for (const { offset, message } of faults) {
		issues.push({
			rule: 'json',
			severity: 'error',
			file,
			...lineAt(text, offset),
			message: root ? `${capital(message)}.` : `This is not JSON: ${message}.`,
			fix: root ? 'Keep one of the two.' : hintFor(message)
		});
	}
	return { file, text, root, issues };
}

/**
 * The value of a node if it obeys its schema, else `null`; everything that does not is added to
 * the file's issues, each with the line of its value. Unknown properties are an issue and then
 * left out, so that the rest can still be used.
 *
 * @param feature id of the feature or record that the node belongs to
 */
export function validate<S extends v.GenericSchema>(
	json: JsonFile,
	node: JsonNode,
	schema: S,
	feature?: string
): v.InferOutput<S> | null {
	let value = node.value;
	for (;;) {
		const result = v.safeParse(schema, value);
		// valibot names only the first unknown property of an object: leave it out and ask again
		const unknown = result.issues?.filter(isUnknown) ?? [];
		const told = unknown.length > 0 ? unknown : (result.issues ?? []);
		for (const issue of told) json.issues.push(toIssue(json, node, issue, feature));
		if (unknown.length === 0) return result.success ? result.output : null;
		value = without(value, unknown.map(pathOf));
	}
}

/** Line and column of a node, counted from 1. */
export function placeOf(json: JsonFile, node: JsonNode): { line: number; column: number } {
	return lineAt(json.text, node.start);
}

/** The id that a record or feature gives itself, if it is a text. */
export function idOf(node: JsonNode): string | undefined {
	const id = node.members?.get('id')?.value;
	return typeof id === 'string' ? id : undefined;
}

function toIssue(
	json: JsonFile,
	node: JsonNode,
	issue: v.BaseIssue<unknown>,
	feature?: string
): Issue {
	const path = pathOf(issue);
	const unknown = isUnknown(issue);
	return {
		rule: unknown ? 'unknown-property' : 'schema',
		severity: 'error',
		file: json.file,
		...placeOf(json, nodeAt(node, path)),
		...(feature === undefined ? {} : { feature }),
		...explain(issue, pathText(path), unknown)
	};
}

function isUnknown(issue: v.BaseIssue<unknown>): boolean {
	return issue.type === 'strict_object' && issue.expected === 'never';
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
	return (issue.path ?? []).map((step) => step.key as string | number);
}

function without(value: unknown, paths: readonly (string | number)[][]): unknown {
	const copy: unknown = structuredClone(value);
	for (const path of paths) {
		let parent = copy as Record<string | number, unknown>;
		for (const key of path.slice(0, -1)) parent = parent[key] as typeof parent;
		delete parent[path.at(-1) ?? ''];
	}
	return copy;
}

function explain(
	issue: v.BaseIssue<unknown>,
	path: string,
	unknown: boolean
): Pick<Issue, 'message' | 'fix'> {
	const found = shown(issue.input);
	if (unknown) {
		return {
			message: `"${path}" is not a property that docs/data.md knows.`,
			fix: 'Correct its spelling or take it out.'
		};
	}
	if (issue.received === 'undefined') {
		return { message: `"${path}" is missing.`, fix: 'Add it; docs/data.md says what it holds.' };
	}
	if (issue.type === 'picklist' || issue.type === 'literal') {
		const options = (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');
		return { message: `"${path}" is ${found}.`, fix: `Write one of: ${options}.` };
	}
	if (issue.kind === 'schema') {
		const wanted = (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ');
		return { message: `"${path}" is ${found}.`, fix: `Write ${WANTED[wanted] ?? wanted}.` };
	}
	const why = issue.message.startsWith('Invalid') ? 'is out of range' : issue.message;
	return {
		message: `"${path}" is ${found}, which ${why}.`,
		fix: issue.expected?.startsWith('/')
			? 'Write it as docs/data.md shows.'
			: `Write a value that is ${issue.expected ?? 'as docs/data.md says'}.`
	};
}

const WANTED: Record<string, string> = {
	string: 'a text in "quotes"',
	number: 'a number without quotes',
	boolean: 'true or false',
	Array: 'a list in [ ]',
	Object: 'an object in { } as docs/data.md shows'
};

function pathText(path: readonly (string | number)[]): string {
	const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
	return text.replace(/^\./, '') || 'the file';
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function hintFor(message: string): string {
	if (message.includes('after a comma')) return 'Take out the comma before the bracket.';
	if (/"[“”‘’「」']"/.test(message)) return 'Use straight double quotes: ".';
	if (/"[，：；]"/.test(message)) return 'Use the half-width signs , and :.';
	if (message.startsWith('"/"')) return 'Take the comment out: JSON has none.';
	if (message.includes('end of the file')) return 'Close every { and [; the file may be cut off.';
	return 'Mend this place; an editor that knows JSON marks it.';
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
