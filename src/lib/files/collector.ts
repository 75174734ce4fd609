import { cleanGeometry, type Tally } from './clean-geometry';
import { FileFault, type FilePlace } from './fault';
import { LIMITS } from './limits';
import type { Format, Note, NoteKind, OwnDatum, OwnFeature, ReadFile, Scalar } from './own-file';

/** Takes the features of a file one by one, within the limits. */
export class Collector {
	readonly #features: OwnFeature[] = [];
	readonly #columns = new Set<string>();
	readonly #notes: Note[] = [];
	readonly #tally: Tally = { vertices: 0, closed: 0 };
	#placeless = 0;
	#cut = 0;
	#leftOut = new Set<string>();
	/** The datum that the file names. */
	named: OwnDatum | null = null;

	/** How many there are. */
	get count(): number {
		return this.#features.length;
	}

	/**
	 * @param place where the feature stands in the file; its number is added
	 * @throws FileFault at what can't be drawn, and past a limit
	 */
	add(
		geometry: unknown,
		properties: readonly (readonly [string, unknown])[],
		place: FilePlace
	): void {
		const feature = this.count + 1;
		if (feature > LIMITS.features) throw new FileFault('too-many-features', place, LIMITS.features);
		const clean = cleanGeometry(geometry, { feature, ...place }, this.#tally);
		if (!clean) this.#placeless++;
		// `fromEntries` makes own properties of every key, `__proto__` too.
		const kept = properties.filter(([key]) => this.#keeps(key));
		this.#features.push({
			geometry: clean,
			properties: Object.fromEntries(kept.map(([key, value]) => [key, this.#scalar(value)]))
		});
	}

	note(kind: NoteKind, value: Note['value']): void {
		this.#notes.push({ kind, value });
	}

	/** @throws FileFault if there is no feature */
	finish(format: Format): ReadFile {
		if (this.count === 0) throw new FileFault('no-features', {}, format);
		const counts: [NoteKind, number][] = [
			['placeless', this.#placeless],
			['closed', this.#tally.closed],
			['cut', this.#cut],
			['columns', this.#leftOut.size]
		];
		for (const [kind, count] of counts) if (count > 0) this.note(kind, count);
		return {
			format,
			features: this.#features,
			columns: [...this.#columns],
			notes: this.#notes,
			named: this.named
		};
	}

	#keeps(key: string): boolean {
		if (this.#columns.has(key)) return true;
		if (this.#columns.size >= LIMITS.columns) {
			this.#leftOut.add(key);
			return false;
		}
		this.#columns.add(key);
		return true;
	}

	#scalar(value: unknown): Scalar {
		if (value === null || value === undefined) return null;
		if (typeof value === 'number') return Number.isFinite(value) ? value : null;
		if (typeof value === 'boolean') return value;
		const text = typeof value === 'string' ? value : asText(value);
		if (text.length <= LIMITS.text) return text;
		this.#cut++;
		return `${text.slice(0, LIMITS.text)}…`;
	}
}

/** A list or an object as JSON. */
function asText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		// Nested too deep to be written.
		return '…';
	}
}
