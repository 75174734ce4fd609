import { columns } from '../columns';

/** Asks on a terminal; an empty answer takes the guess. */
export type Ask = (question: string, guess?: string) => Promise<string>;

/** Something that has to be known and that nobody has said. */
export interface Question<T> {
	/** What to type to say it: `--map name.en=<column>`. */
	option: string;
	/** What to ask, and what to know for an answer. */
	text: string;
	/** What was said, if anything was. */
	given?: string | undefined;
	/** What it may be. */
	guess?: string | undefined;
	/** Whether the guess is so certain that nobody has to confirm it where nobody can be asked. */
	isCertain?: boolean;
	/** What an answer means; throws `Unusable` at one that means nothing. */
	read: (answer: string) => T;
}

/** Why an answer can't be used, with what could be said instead. */
export class Unusable extends Error {}

/** Stops an addition until what is missing has been said. */
export class Unsettled extends Error {}

/** What is missing: an option to add, and why. */
export interface Missing {
	option: string;
	why: string;
}

/** A column of the file, with some of its values. */
export interface Column {
	name: string;
	samples: string[];
}

/** Settles questions by what was given, by certain guesses, or by asking; collects what stays open. */
export class Questions {
	readonly missing: Missing[] = [];
	/** What was given and can't be used. */
	readonly faults: string[] = [];
	/** Columns of the file, to be shown to who answers. */
	columns: readonly Column[] = [];
	#isShown = false;

	/** @param ask `null` where nobody can be asked */
	constructor(readonly ask: Ask | null) {}

	/** Whether every question so far has an answer. */
	get areSettled(): boolean {
		return this.missing.length === 0 && this.faults.length === 0;
	}

	/** The answer; `null` if it stays open. */
	async settle<T>(question: Question<T>): Promise<T | null> {
		const { option, text, given, guess, isCertain, read } = question;
		if (given !== undefined) return this.#tried(option, given, read);
		if (this.ask) return this.#asked(question, this.ask);
		if (isCertain && guess !== undefined) return read(guess);
		this.missing.push({ option, why: guess === undefined ? text : `${text} (perhaps ${guess})` });
		return null;
	}

	/** Shows columns with the next question that is asked. */
	show(columns: readonly Column[]): void {
		this.columns = columns;
		this.#isShown = false;
	}

	#tried<T>(option: string, given: string, read: (answer: string) => T): T | null {
		try {
			return read(given);
		} catch (error) {
			if (!(error instanceof Unusable)) throw error;
			this.faults.push(`${option}: ${error.message}`);
			return null;
		}
	}

	async #asked<T>({ text, guess, read }: Question<T>, ask: Ask): Promise<T> {
		const table = this.#isShown ? [] : tellColumns(this.columns);
		this.#isShown = true;
		for (let question = [...table, text].join('\n'); ;) {
			const answer = (await ask(question, guess)).trim();
			try {
				return read(answer === '' ? (guess ?? '') : answer);
			} catch (error) {
				if (!(error instanceof Unusable)) throw error;
				question = `${error.message}\n${text}`;
			}
		}
	}
}

/** Columns with their values, a line each. */
export function tellColumns(list: readonly Column[]): string[] {
	if (list.length === 0) return [];
	const rows = list.map(({ name, samples }) => [`  ${name}`, samples.map(shortened).join(' · ')]);
	return ['Columns of the file:', ...columns(rows)];
}

const MOST = 30;

function shortened(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ');
	return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}
