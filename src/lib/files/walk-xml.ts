import { SaxesParser } from 'saxes';
import { FileFault, type FilePlace } from './fault';
import { LIMITS } from './limits';

/** An element, by its name without prefix. */
export interface Element {
	name: string;
	attributes: Record<string, string>;
	/** Its own text, without that of its children. */
	text: string;
	children: Element[];
	/** Where its start tag ends. */
	line: number;
}

/**
 * Reads XML and gives each element of the names in `whole` with all that is in it; of the rest it
 * keeps nothing. Entities besides the five of XML are faults, whatever a document declares.
 *
 * @throws FileFault with the line where it is not XML
 */
export function walkXml(
	xml: string,
	whole: readonly string[],
	found: (element: Element) => void,
	place: FilePlace = {}
): void {
	const parser = new SaxesParser({ xmlns: false, position: true });
	const at = (): FilePlace => ({ ...place, line: parser.line });
	/** Names of the open elements outside, then the open elements inside of a whole one. */
	let outside = 0;
	let inside: Element[] = [];
	let count = 0;
	const take = (text: string) => {
		const current = inside.at(-1);
		if (current) current.text += text;
	};
	parser.on('error', ({ message }) => {
		throw new FileFault(
			'xml',
			{ ...at(), column: parser.column + 1 },
			message.replace(/^[\d:\s]+/, '')
		);
	});
	parser.on('opentag', (tag) => {
		if (outside + inside.length >= LIMITS.elements)
			throw new FileFault('too-deep', at(), LIMITS.elements);
		const name = localName(tag.name);
		const parent = inside.at(-1);
		if (!parent && !whole.includes(name)) {
			outside++;
			return;
		}
		if (!parent) count = 0;
		if (++count > LIMITS.part * 4) throw new FileFault('part-too-long', at(), LIMITS.part);
		const { attributes } = tag;
		const element = { name, attributes, text: '', children: [], line: parser.line };
		parent?.children.push(element);
		inside.push(element);
	});
	parser.on('text', take);
	parser.on('cdata', take);
	parser.on('closetag', () => {
		const closed = inside.pop();
		if (!closed) outside--;
		else if (inside.length === 0) found(closed);
	});
	parser.write(xml).close();
	inside = [];
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** The children of a name. */
export function childrenOf(element: Element, name: string): Element[] {
	return element.children.filter((child) => child.name === name);
}

/** The texts of those children that have one, as properties. */
export function textsOf(element: Element, names: readonly string[]): [string, string][] {
	return names.flatMap((name) => {
		const text = childrenOf(element, name)[0]?.text.trim();
		return text ? [[name, text] as [string, string]] : [];
	});
}
