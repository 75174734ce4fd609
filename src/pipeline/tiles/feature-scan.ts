import type { Bilingual } from '../../lib/atlas/schema';

/** A feature, or what stands where one should: its text and where that begins in the file. */
export interface FoundFeature {
	bytes: Uint8Array;
	/** Bytes before it. */
	offset: number;
	/** Both from 1; columns in bytes. */
	line: number;
	column: number;
}

/** Something that keeps the rest of a file from being read. */
export class ScanFault extends Error {
	constructor(
		readonly told: Bilingual,
		readonly line: number,
		readonly column: number
	) {
		super(told.en);
	}
}

const [TAB, LF, CR, SPACE, QUOTE, COMMA, COLON, BACKSLASH] = [9, 10, 13, 32, 34, 44, 58, 92];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
/** Before each text of a GeoJSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = 30;
const BOM = [0xef, 0xbb, 0xbf];
/** Bytes; a text of more could not be parsed as one. */
const LONGEST = 256e6;

/**
 * Finds the features of GeoJSON in bytes that come piece by piece, so that a file need not fit
 * into memory: those of a FeatureCollection wherever its `features` stand, a single feature or
 * geometry, and any number of these one after the other (newline-delimited GeoJSON, text
 * sequences). What is inside a feature is left to `JSON.parse`.
 */
export class FeatureScan {
	/** The member `crs` that was read last, as JSON; a file of 2008's GeoJSON may have one. */
	crs: string | null = null;

	#read = 0;
	#line = 1;
	#lineStart = 0;
	#depth = 0;
	#isInString = false;
	#isEscaped = false;
	/** Inside the `features` of a collection, whose list is at depth 2. */
	#isInFeatures = false;
	#isCollection = false;
	/** Whether a value has just ended, so that a comma or an end has to follow. */
	#isAfterValue = false;
	#isAfterComma = false;
	#key: number[] | null = null;
	#isReadingKey = false;
	#isAfterColon = false;
	/** Bytes of the member that is being read, if it matters. */
	#member: number[] | null = null;
	#type = '';
	/** The open feature: what it began with, and its bytes of earlier pieces. */
	#open: Omit<FoundFeature, 'bytes'> | null = null;
	#pieces: Uint8Array[] = [];
	#openBytes = 0;

	/**
	 * The features that end in this piece.
	 *
	 * @throws ScanFault if this can't be GeoJSON
	 */
	*push(piece: Uint8Array): Generator<FoundFeature> {
		const base = this.#read;
		for (let i = 0; i < piece.length; i++) {
			const byte = piece[i]!;
			if (byte === LF) this.#newLine(base + i + 1);
			if (this.#isInString) {
				this.#inString(byte);
				continue;
			}
			if (byte === SPACE || byte === LF || byte === CR || byte === TAB) {
				if (this.#isScalarOpen()) yield this.#close(piece, base, i);
				continue;
			}
			const isInside = this.#depth > (this.#isInFeatures ? 2 : 1);
			if (isInside) this.#nest(byte);
			else if (this.#isInFeatures) {
				const ended = this.#isScalarOpen() && (byte === COMMA || byte === CLOSE_LIST);
				if (ended) yield this.#close(piece, base, i);
				this.#inList(byte, base + i);
			} else if (this.#depth === 1) this.#inObject(byte, base + i);
			else this.#outside(byte, base + i);
			if (this.#open && this.#isBracketClosed(byte)) yield this.#close(piece, base, i + 1);
		}
		if (this.#open) this.#keep(piece.subarray(Math.max(this.#open.offset - base, 0)));
		this.#read += piece.length;
	}

	/** @throws ScanFault if the file ends in the middle of something */
	end(): void {
		if (this.#depth === 0) return;
		const open = this.#open;
		const zh = open ? `，断在第${open.line}行开始的要素里` : '';
		const en = open ? `, in a feature that begins in line ${open.line}` : '';
		this.#fail({ zh: `文件没有写完${zh}`, en: `the file ends too soon${en}` }, this.#read);
	}

	#outside(byte: number, at: number): void {
		if (byte === RECORD_SEPARATOR || (at < BOM.length && byte === BOM[at])) return;
		if (byte === COMMA && this.#isAfterValue)
			this.#fail({ zh: '两个值之间有逗号', en: 'a comma between two values' }, at);
		if (byte !== OPEN_OBJECT)
			this.#fail(
				{ zh: `应有对象之处是${shown(byte)}`, en: `${shown(byte)} where an object should begin` },
				at
			);
		this.#begin(at);
		this.#depth = 1;
		this.#isAfterValue = this.#isAfterComma = false;
		this.#type = '';
		this.#key = this.#member = null;
		this.#isCollection = this.#isAfterColon = false;
	}

	/** A member of the outermost object: only its key, and the values that matter, are read. */
	#inObject(byte: number, at: number): void {
		if (byte === CLOSE_OBJECT) {
			this.#endMember();
			this.#depth = 0;
			this.#isAfterValue = true;
			if (this.#isCollection && this.#type !== '"FeatureCollection"')
				this.#fail(
					{
						zh: `带"features"的对象的type是${this.#type || '空的'}`,
						en: `"features" in something whose type is ${this.#type || 'missing'}`
					},
					at
				);
			return;
		}
		if (byte === COMMA) {
			this.#endMember();
			this.#key = null;
			return;
		}
		if (this.#key === null) {
			if (byte !== QUOTE)
				this.#fail(
					{
						zh: `应有带引号的名称之处是${shown(byte)}`,
						en: `${shown(byte)} where a name in quotes should stand`
					},
					at
				);
			this.#key = [];
			this.#isReadingKey = this.#isInString = true;
			return;
		}
		if (byte === COLON && !this.#isAfterColon) {
			this.#isAfterColon = true;
			const key = text(this.#key);
			if (key === 'type' || key === 'crs') this.#member = [];
			return;
		}
		if (byte === OPEN_LIST && text(this.#key) === 'features') {
			this.#isInFeatures = this.#isCollection = true;
			this.#isAfterValue = this.#isAfterComma = false;
			this.#drop();
			this.#depth = 2;
			return;
		}
		this.#nest(byte);
	}

	#inList(byte: number, at: number): void {
		if (byte === CLOSE_LIST) {
			if (this.#isAfterComma) this.#fail({ zh: '逗号之后是"]"', en: '"]" after a comma' }, at);
			this.#isInFeatures = false;
			this.#depth = 1;
		} else if (byte === COMMA) {
			if (!this.#isAfterValue)
				this.#fail({ zh: '应有要素之处是","', en: '"," where a feature should begin' }, at);
			this.#isAfterValue = false;
			this.#isAfterComma = true;
		} else if (!this.#open) {
			if (this.#isAfterValue)
				this.#fail(
					{
						zh: `应有","或"]"之处是${shown(byte)}`,
						en: `${shown(byte)} where "," or "]" should follow`
					},
					at
				);
			if (byte === CLOSE_OBJECT)
				this.#fail(
					{ zh: '应有要素或"]"之处是"}"', en: '"}" where a feature or "]" should follow' },
					at
				);
			this.#begin(at);
			this.#nest(byte);
		}
	}

	/** Follows strings and brackets, whose pairs the parser checks later. */
	#nest(byte: number): void {
		if (this.#member) this.#note(byte);
		if (byte === QUOTE) this.#isInString = true;
		else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++;
		else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#depth--;
	}

	#inString(byte: number): void {
		if (this.#isReadingKey && byte !== QUOTE) this.#key!.push(byte);
		else if (this.#member) this.#note(byte);
		if (this.#isEscaped) this.#isEscaped = false;
		else if (byte === BACKSLASH) this.#isEscaped = true;
		else if (byte === QUOTE) this.#isInString = this.#isReadingKey = false;
	}

	#note(byte: number): void {
		if (this.#member!.length < 4096) this.#member!.push(byte);
	}

	#endMember(): void {
		if (this.#member) {
			const value = text(this.#member);
			if (text(this.#key ?? []) === 'type') this.#type = value;
			else this.crs = value;
		}
		this.#member = null;
		this.#isAfterColon = false;
	}

	#isScalarOpen(): boolean {
		return this.#open !== null && this.#isInFeatures && this.#depth === 2;
	}

	#isBracketClosed(byte: number): boolean {
		if (byte !== CLOSE_OBJECT && byte !== CLOSE_LIST) return false;
		return this.#depth === (this.#isInFeatures ? 2 : 0);
	}

	#begin(offset: number): void {
		this.#open = { offset, line: this.#line, column: offset - this.#lineStart + 1 };
	}

	#keep(bytes: Uint8Array): void {
		this.#openBytes += bytes.length;
		if (this.#openBytes > LONGEST)
			this.#fail(
				{
					zh: `有一个要素超过${LONGEST / 1e6} MB`,
					en: `a feature of more than ${LONGEST / 1e6} MB`
				},
				this.#open!.offset
			);
		this.#pieces.push(bytes);
	}

	#drop(): void {
		this.#open = null;
		this.#pieces = [];
		this.#openBytes = 0;
	}

	#close(piece: Uint8Array, base: number, end: number): FoundFeature {
		const last = piece.subarray(Math.max(this.#open!.offset - base, 0), end);
		const bytes = this.#pieces.length > 0 ? Buffer.concat([...this.#pieces, last]) : last;
		const found = { ...this.#open!, bytes };
		this.#drop();
		this.#isAfterValue = true;
		this.#isAfterComma = false;
		return found;
	}

	#newLine(start: number): void {
		this.#line++;
		this.#lineStart = start;
	}

	#fail(message: Bilingual, at: number): never {
		throw new ScanFault(message, this.#line, at - this.#lineStart + 1);
	}
}

function text(bytes: readonly number[]): string {
	return Buffer.from(bytes).toString();
}

function shown(byte: number): string {
	return byte > SPACE && byte < 127 ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16)}`;
}
