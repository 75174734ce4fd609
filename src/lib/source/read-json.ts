import * as v from 'valibot';
import type { Bilingual } from '../atlas/schema';
import { jsonPathText, type JsonPath } from './json-path';
import { nodeAt, parseJson, type JsonNode } from '../text/json-positions';
import { lineFrom, lineStarts } from '../text/line-at';
import type { FolderFiles } from './folder-files';
import { readText } from './read-text';
import { isStandard, requirementOf, schemaFault } from './schema-faults';
import type { Issue } from './types';

/** A JSON file: its tree, `null` if it could not be read, and what is wrong with it. */
export interface JsonFile {
	file: string;
	text: string;
	/** The offsets at which its lines begin. */
	lines: readonly number[];
	root: JsonNode | null;
	issues: Issue[];
}

/** Reads a JSON file of the data folder and says where it is not JSON. */
export function readJson(files: FolderFiles, file: string): JsonFile {
	const { text, issues } = readText(files, file);
	if (text === null) return { file, text: '', lines: [0], root: null, issues };
	const { root, faults } = parseJson(text);
	const lines = lineStarts(text);
	for (const { offset, message } of faults) {
		issues.push({
			rule: 'json',
			severity: 'error',
			file,
			...lineFrom(lines, offset),
			message: root
				? { zh: `${message.zh}。`, en: `${capital(message.en)}.` }
				: { zh: `这不是JSON：${message.zh}。`, en: `This is not JSON: ${message.en}.` },
			fix: root ? { zh: '只留其中一个。', en: 'Keep one of the two.' } : hintFor(message)
		});
	}
	return { file, text, lines, root, issues };
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
	return lineFrom(json.lines, node.start);
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
		...explain(issue, jsonPathText(path) || 'file', unknown)
	};
}

function isUnknown(issue: v.BaseIssue<unknown>): boolean {
	return issue.type === 'strict_object' && issue.expected === 'never';
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
	return (issue.path ?? []).map((step) => step.key as string | number);
}

function without(value: unknown, paths: readonly JsonPath[]): unknown {
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
	const is: Bilingual = { zh: `"${path}"现在是${found}。`, en: `"${path}" is ${found}.` };
	if (unknown) {
		return {
			message: {
				zh: `"${path}"不是docs/data.md列出的属性。`,
				en: `"${path}" is not a property that docs/data.md knows.`
			},
			fix: { zh: '改正拼写，或者删去。', en: 'Correct its spelling or take it out.' }
		};
	}
	if (issue.received === 'undefined') {
		return {
			message: { zh: `缺少"${path}"。`, en: `"${path}" is missing.` },
			fix: {
				zh: '补上它；docs/data.md说明了该写什么。',
				en: 'Add it; docs/data.md says what it holds.'
			}
		};
	}
	if (issue.type === 'picklist' || issue.type === 'literal') {
		const options = alternatives(issue);
		return {
			message: is,
			fix: {
				zh: `改为以下之一：${options.join('、')}。`,
				en: `Write one of: ${options.join(', ')}.`
			}
		};
	}
	if (issue.kind === 'schema' && isStandard(issue.message)) {
		const wanted = alternatives(issue).map((name) => WANTED[name] ?? { zh: name, en: name });
		return {
			message: is,
			fix: {
				zh: `改为${wanted.map(({ zh }) => zh).join('或')}。`,
				en: `Write ${wanted.map(({ en }) => en).join(' or ')}.`
			}
		};
	}
	const why = schemaFault(issue.message);
	return {
		message: {
			zh: `"${path}"现在是${found}，${why.zh}。`,
			en: `"${path}" is ${found}, which ${why.en}.`
		},
		fix: requirementOf(issue)
	};
}

/** What valibot expected, as a list: of a union, `(string | null)`; of `nullable`, only its inner type. */
function alternatives({ expected }: v.BaseIssue<unknown>): string[] {
	return (expected ?? '').replace(/^\(|\)$/g, '').split(' | ');
}

const WANTED: Record<string, Bilingual> = {
	string: { zh: '带"引号"的文字', en: 'a text in "quotes"' },
	number: { zh: '不带引号的数字', en: 'a number without quotes' },
	boolean: { zh: 'true或false', en: 'true or false' },
	Array: { zh: '用[ ]括起来的列表', en: 'a list in [ ]' },
	Object: {
		zh: '用{ }括起来、写法如docs/data.md所示的对象',
		en: 'an object in { } as docs/data.md shows'
	}
};

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What to do about a fault of JSON, by what its English message says. */
function hintFor({ en }: Bilingual): Bilingual {
	if (en.includes('after a comma')) {
		return { zh: '删去括号前的逗号。', en: 'Take out the comma before the bracket.' };
	}
	if (/"[“”‘’「」']"/.test(en)) {
		return { zh: '改用半角直引号：" 。', en: 'Use straight double quotes: ".' };
	}
	if (/"[，：；]"/.test(en)) {
		return { zh: '改用半角的逗号和冒号：, 和 : 。', en: 'Use the half-width signs , and :.' };
	}
	if (en.startsWith('"/"')) {
		return { zh: '删去注释：JSON不能写注释。', en: 'Take the comment out: JSON has none.' };
	}
	if (en.includes('end of the file')) {
		return {
			zh: '补齐每个{和[的另一半；文件也可能被截断了。',
			en: 'Close every { and [; the file may be cut off.'
		};
	}
	return {
		zh: '改正这一处；支持JSON的编辑器会标出它。',
		en: 'Mend this place; an editor that knows JSON marks it.'
	};
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
