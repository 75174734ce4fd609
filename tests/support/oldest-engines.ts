import { type Node, parse, type Program } from 'acorn';
import postcss from 'postcss';
import type compatData from '@mdn/browser-compat-data';
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data';
import { createRequire } from 'node:module';

/** What docs/browsers.md promises, and vite.config.ts lowers syntax to. */
export const OLDEST = { chrome: 107, safari: 16.4, firefox: 115 } as const;

const { javascript, api, css } = createRequire(import.meta.url)(
	'@mdn/browser-compat-data'
) as typeof compatData;

/** The oldest engines that lack something; none where nothing is known of it. */
function lackedBy(compat: CompatStatement | undefined): string[] {
	if (!compat) return [];
	return Object.entries(OLDEST).flatMap(([engine, version]) => {
		const support = compat.support[engine as keyof typeof OLDEST];
		if (!support) return [];
		const hasIt = [support].flat().some(({ version_added, version_removed, flags }) => {
			if (flags || version_removed || typeof version_added !== 'string') return false;
			return parseFloat(version_added.replace('≤', '')) <= version;
		});
		return hasIt ? [] : [engine];
	});
}

interface Newer {
	/** Globals and, as `Object.groupBy`, what hangs on them. */
	names: Map<string, string[]>;
	/** Methods and properties of values; none that an older one is named like. */
	members: Map<string, string[]>;
}

const newer = findNewer();

function findNewer(): Newer {
	const names = new Map<string, string[]>();
	const members = new Map<string, string[]>();
	const known = new Set<string>();
	const put = (map: typeof names, name: string, lacking: string[]) =>
		lacking.length > 0 && map.set(name, lacking);
	for (const [kind, tree] of [
		['language', javascript.builtins],
		['platform', api]
	] as const)
		for (const [global, { __compat, ...children }] of Object.entries(
			tree as Record<string, Identifier>
		)) {
			put(names, global, lackedBy(__compat));
			for (const [member, child] of Object.entries(children as Record<string, Identifier>)) {
				const lacking = lackedBy(child.__compat);
				const name = member.replace(/_static$/, '');
				if (name !== member) put(names, `${global}.${name}`, lacking);
				else if (lacking.length === 0) known.add(name);
				// Names in the platform are many and common: these are for a run in an old engine.
				else if (kind === 'language') put(members, name, lacking);
			}
		}
	for (const name of known) members.delete(name);
	return { names, members };
}

/** Throws where a script has syntax of a later year. */
export function parseScript(code: string, year: 2020 | 2022, isModule: boolean): Program {
	return parse(code, { ecmaVersion: year, sourceType: isModule ? 'module' : 'script' });
}

/** What a script names that an oldest engine lacks, as `name (engines)`. */
export function newerNames(program: Program): Set<string> {
	const found = new Set<string>();
	const look = (name: string, map: typeof newer.names) => {
		const lacking = map.get(name);
		if (lacking) found.add(`${map === newer.members ? '.' : ''}${name} (${lacking.join(', ')})`);
	};
	walk(program, (node) => {
		if (isIdentifier(node)) look(node.name, newer.names);
		if (!isMember(node) || !isIdentifier(node.property)) return;
		if (isIdentifier(node.object)) look(`${node.object.name}.${node.property.name}`, newer.names);
		look(node.property.name, newer.members);
	});
	return found;
}

type Named = Node & { name: string };
type Member = Node & { object: Node; property: Node };

function isIdentifier(node: Node): node is Named {
	return node.type === 'Identifier';
}

function isMember(node: Node): node is Member {
	return node.type === 'MemberExpression' && !(node as Node & { computed: boolean }).computed;
}

function walk(node: Node, visit: (node: Node) => void): void {
	visit(node);
	for (const child of Object.values(node).flat() as unknown[])
		if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit);
}

/** What a style sheet uses that an oldest engine lacks, as `what (engines)`. */
export function newerStyles(sheet: string): Set<string> {
	const found = new Set<string>();
	const look = (what: string, feature: Identifier | undefined) => {
		const lacking = lackedBy(feature?.__compat);
		if (lacking.length > 0) found.add(`${what} (${lacking.join(', ')})`);
	};
	postcss.parse(sheet).walk((node) => {
		if (node.type === 'decl') {
			const property = css.properties?.[node.prop];
			look(node.prop, property);
			for (const word of node.value.split(/[\s,()/]+/))
				if (word !== '__compat') look(`${node.prop}: ${word}`, property?.[word]);
		} else if (node.type === 'atrule') {
			const rule = css['at-rules']?.[node.name];
			look(`@${node.name}`, rule);
			if (node.name === 'media' || node.name === 'container')
				for (const [, feature = ''] of node.params.matchAll(/\(([a-z-]+)/g))
					look(`@${node.name} (${feature})`, rule?.[feature]);
		} else if (node.type === 'rule') {
			if (node.parent?.type === 'rule') look('nesting', css.selectors?.['nesting']);
			for (const [, name = ''] of node.selector.matchAll(/::?([a-z-]+)/g))
				look(`:${name}`, css.selectors?.[name]);
		}
	});
	return found;
}
