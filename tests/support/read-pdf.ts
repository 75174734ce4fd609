import { inflateSync } from 'node:zlib';

export interface PdfPage {
	/** Points, 1/72 inch. */
	width: number;
	height: number;
	/** In the order of drawing, without what is between words. */
	text: string;
	/** Addresses that it links to. */
	links: string[];
}

/**
 * The pages of a PDF that Chromium wrote: its texts stand in the pages' own streams, and its fonts
 * have maps to Unicode. Not a reader for PDFs at large.
 */
export function readPdf(file: Buffer): PdfPage[] {
	const objects = objectsOf(file.toString('latin1'));
	const fonts = new Map<string, Map<string, string>>();
	for (const body of objects.values())
		for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g))
			if (!fonts.has(name)) fonts.set(name, unicodeOf(objects, id));
	return [...objects.values()]
		.filter((body) => /\/Type \/Page\b(?!s)/.test(body))
		.map((body) => {
			const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [];
			const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(body) ?? [];
			return {
				width: Number(width),
				height: Number(height),
				text: textOf(streamOf(objects.get(contents) ?? ''), fonts),
				links: linksOf(body, objects)
			};
		});
}

/** Bodies of the objects by their numbers. */
function objectsOf(pdf: string): Map<string, string> {
	const objects = new Map<string, string>();
	for (const [, id = '', body = ''] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g))
		objects.set(id, body);
	return objects;
}

function streamOf(body: string): string {
	const [head = '', ...rest] = body.split('stream\n');
	const bytes = Buffer.from(rest.join('stream\n').replace(/\nendstream$/, ''), 'latin1');
	return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** What the codes of a font mean: hexadecimal code to text. */
function unicodeOf(objects: Map<string, string>, font: string): Map<string, string> {
	const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
	const codes = new Map<string, string>();
	if (!map) return codes;
	const cmap = streamOf(objects.get(map) ?? '');
	for (const [, block = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
		for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
			codes.set(code.toUpperCase(), fromUtf16(text));
	for (const [, block = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
		for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
			for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) {
				const at = parseInt(text, 16) + code - parseInt(from, 16);
				const key = code.toString(16).toUpperCase().padStart(from.length, '0');
				codes.set(key, String.fromCodePoint(at));
			}
	return codes;
}

/** Follows fonts, texts, and spans whose text is said apart. */
function textOf(stream: string, fonts: Map<string, Map<string, string>>): string {
	const tokens = /\/(F\d+) [\d.]+ Tf|<(\w+)> Tj|\/ActualText <(?:FEFF)?(\w*)>|\bEMC\b/g;
	let font = new Map<string, string>();
	let isSaid = false;
	let text = '';
	for (const [token, name, codes, actual] of stream.matchAll(tokens)) {
		if (name) font = fonts.get(name) ?? new Map<string, string>();
		else if (actual !== undefined) {
			text += fromUtf16(actual);
			isSaid = true;
		} else if (token === 'EMC') isSaid = false;
		else if (codes && !isSaid) {
			const width = [...font.keys()][0]?.length ?? 2;
			for (let at = 0; at < codes.length; at += width)
				text += font.get(codes.slice(at, at + width).toUpperCase()) ?? '';
		}
	}
	return text;
}

function linksOf(page: string, objects: Map<string, string>): string[] {
	const [, list = ''] = /\/Annots \[([^\]]*)\]/.exec(page) ?? [];
	return [...list.matchAll(/(\d+) 0 R/g)].flatMap(([, id = '']) => {
		const [, address] = /\/URI \((.*?)\)/.exec(objects.get(id) ?? '') ?? [];
		return address === undefined ? [] : [address];
	});
}

function fromUtf16(hex: string): string {
	const units = hex.match(/.{4}/g) ?? [];
	return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}
