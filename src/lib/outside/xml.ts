import { OutsideFault } from './fault';

/** The elements of a name right inside another, whatever their namespace. */
export function childrenOf(parent: Node, name: string): Element[] {
	return [...asArray(parent.childNodes)].filter(
		(node): node is Element => node.nodeType === 1 && (node as Element).localName === name
	);
}

/** The element at the end of a path of names; `null` if there is none. */
export function childAt(parent: Node, ...path: string[]): Element | null {
	const [name, ...rest] = path;
	if (name === undefined) return parent as Element;
	for (const child of childrenOf(parent, name)) {
		const found = childAt(child, ...rest);
		if (found) return found;
	}
	return null;
}

/** The text of the element at a path; `''` if there is none. */
export function textAt(parent: Node, ...path: string[]): string {
	return childAt(parent, ...path)?.textContent?.trim() ?? '';
}

/** What a service says instead of what it was asked for, in any of their forms. */
export function checkException(root: Element): void {
	if (!/Exception/.test(root.localName)) return;
	throw new OutsideFault('service', root.textContent ?? '');
}

function asArray(nodes: NodeListOf<ChildNode>): ChildNode[] {
	return Array.from({ length: nodes.length }, (_, i) => nodes[i]).flatMap((node) => node ?? []);
}
