/* eslint-disable svelte/prefer-svelte-reactivity -- drafts never change: each is replaced as a whole */
import { createContext, untrack } from 'svelte';
import type { Lang } from '../../atlas/atlas';
import { articleNotes, articleNotesPath, type NameForm } from '../../draft/article-notes';
import type { Changes } from '../../draft/draft';
import { articleText, articleTextPath } from '../../draft/find-files';
import { draftNames, withLink, withNamesLinked, wordsBesidesLinks } from '../../draft/link-names';
import {
	retellingBlocks,
	withHeading,
	withoutHeading,
	withoutPassage,
	withPassage,
	withTitle,
	type Block
} from '../../draft/retelling-text';
import { copiedRun, copyIndex } from '../../text/copied';
import { createGazetteer } from '../../text/mentions';
import { hasWords, splitLines } from '../../text/split-lines';
import type { Desk } from '../desk.svelte';
import { CHANGES } from './strings';

const SIDES: readonly Lang[] = ['zh', 'en'];

/** A stretch of a passage that is to be a link; offsets in its Markdown. */
export interface LinkedStretch {
	n: number;
	side: Lang;
	start: number;
	end: number;
}

/** One retelling as the rows show it. */
interface Side {
	blocks: readonly Block[];
	passages: ReadonlyMap<number, { text: string; heading: string | undefined }>;
}

/** One article of the draft, and how its texts are edited. */
export class Article {
	readonly slug: string;
	readonly #desk: Desk;

	constructor(desk: Desk, slug: string) {
		this.#desk = desk;
		this.slug = slug;
	}

	readonly original = $derived.by(() => articleText(this.#desk.work.files, this.slug));
	readonly lines = $derived(this.original === '' ? [] : splitLines(this.original));
	readonly #notesText = $derived.by(() => this.#desk.work.files.get(articleNotesPath(this.slug)));
	readonly notes = $derived.by(() => {
		void this.#notesText;
		return untrack(() => articleNotes(this.#desk.work.files, this.slug));
	});
	readonly #copies = $derived(copyIndex(this.lines));
	readonly #zh = $derived.by(() => this.#desk.work.files.get(this.fileOf('zh')) ?? '');
	readonly #en = $derived.by(() => this.#desk.work.files.get(this.fileOf('en')) ?? '');
	readonly zh = $derived(sideOf(this.#zh));
	readonly en = $derived(sideOf(this.#en));

	readonly #written = $derived(this.lines.flatMap((line, i) => (hasWords(line) ? [i + 1] : [])));
	/** As one text, so that no row is looked at again as long as none comes or goes. */
	readonly #numbers = $derived.by(() => {
		const retold = [...this.zh.passages.keys(), ...this.en.passages.keys()];
		return [...new Set([...this.#written, ...retold])].sort((a, b) => a - b).join(' ');
	});
	/** Numbers of all paragraphs that have words, or are retold. */
	readonly numbers = $derived(this.#numbers === '' ? [] : this.#numbers.split(' ').map(Number));

	/** How many paragraphs the text has: lines up to the last that has words. */
	readonly paragraphs = $derived(this.lines.findLastIndex(hasWords) + 1);

	fileOf(side: Lang): string {
		return `articles/${this.slug}/${side}.md`;
	}

	isRetold(n: number): boolean {
		return SIDES.some((side) => (this[side].passages.get(n)?.text ?? '').trim() !== '');
	}

	/** What a passage has word for word from the article. */
	copiedIn(text: string): string | null {
		return copiedRun(this.#copies, wordsBesidesLinks(text));
	}

	writeOriginal(text: string): void {
		const path = articleTextPath(this.slug);
		this.#desk.work.change(CHANGES.original, new Map([[path, text || null]]), path);
	}

	writeTitle(side: Lang, title: string): void {
		const file = this.fileOf(side);
		const changes = new Map([[file, withTitle(this.#markdown(side), title)]]);
		this.#desk.work.change(CHANGES.title, changes, `${file} title`);
	}

	writeHeading(side: Lang, n: number, heading: string): void {
		const file = this.fileOf(side);
		const changes = new Map([[file, withHeading(this.#markdown(side), n, heading)]]);
		this.#desk.work.change(CHANGES.heading, changes, `${file} heading ${n}`);
	}

	/** A heading without words goes when it is left. */
	finishHeading(n: number): void {
		const written = SIDES.map((side) => this[side].passages.get(n)?.heading ?? '').join('');
		if (written.trim() === '') this.removeHeading(n);
	}

	/** Takes the heading above a passage away, in both languages. */
	removeHeading(n: number): void {
		this.#desk.work.change(
			CHANGES.noHeading,
			this.#inBoth((text) => withoutHeading(text, n))
		);
	}

	writePassage(side: Lang, n: number, text: string): void {
		if (text === '' && !this[side].passages.has(n)) return;
		this.#change(side, n, withPassage(this.#markdown(side), n, text));
	}

	/** Blanks around a passage go when it is left, and the passage if it has no words at all. */
	finishPassage(side: Lang, n: number): void {
		const text = this[side].passages.get(n)?.text;
		if (text === undefined) return;
		if (!this.isRetold(n)) {
			const changes = this.#inBoth((markdown) => withoutPassage(markdown, n));
			this.#desk.work.change(CHANGES.passage(n), changes, this.#subject(side, n));
		} else if (text !== text.trim()) this.writePassage(side, n, text.trim());
	}

	/** Links what the passage names; `false` if there was nothing to link. */
	linkNames(side: Lang, n: number): boolean {
		const text = this[side].passages.get(n)?.text ?? '';
		const linked = withNamesLinked(text, createGazetteer(draftNames(this.#desk.work.files)));
		if (linked === text) return false;
		const markdown = withPassage(this.#markdown(side), n, linked);
		this.#desk.work.change(CHANGES.linkNames(n), new Map([[this.fileOf(side), markdown]]));
		return true;
	}

	/** Links a stretch of a passage to a site. */
	link({ side, n, start, end }: LinkedStretch, site: string): void {
		const text = this[side].passages.get(n)?.text ?? '';
		const markdown = withPassage(this.#markdown(side), n, withLink(text, start, end, site));
		this.#desk.work.change(CHANGES.linkNames(n), new Map([[this.fileOf(side), markdown]]));
	}

	/** Keeps what is written of a proposed name. */
	writeForm<Key extends keyof NameForm>(name: string, key: Key, value: NameForm[Key]): void {
		const path = articleNotesPath(this.slug);
		this.#desk.work.set(CHANGES.form, path, ['forms', name, key], value);
	}

	setAside(name: string): void {
		const notPlaces = [...this.notes.notPlaces, name];
		this.#desk.work.set(CHANGES.notPlace(name), this.#notes, ['notPlaces'], notPlaces);
	}

	takeBack(name: string): void {
		const notPlaces = this.notes.notPlaces.filter((one) => one !== name);
		this.#desk.work.set(CHANGES.takeBack(name), this.#notes, ['notPlaces'], notPlaces);
	}

	pick(name: string): void {
		if (this.notes.picked.includes(name)) return;
		const picked = [...this.notes.picked, name];
		this.#desk.work.set(CHANGES.pick(name), this.#notes, ['picked'], picked);
	}

	get #notes(): string {
		return articleNotesPath(this.slug);
	}

	#markdown(side: Lang): string {
		return side === 'zh' ? this.#zh : this.#en;
	}

	#inBoth(edit: (markdown: string) => string): Changes {
		return new Map(
			SIDES.flatMap((side) => {
				const text = this.#markdown(side);
				return text === '' ? [] : [[this.fileOf(side), edit(text)] as const];
			})
		);
	}

	#change(side: Lang, n: number, markdown: string): void {
		const changes = new Map([[this.fileOf(side), markdown]]);
		this.#desk.work.change(CHANGES.passage(n), changes, this.#subject(side, n));
	}

	#subject(side: Lang, n: number): string {
		return `${this.fileOf(side)} ${n}`;
	}
}

function sideOf(markdown: string): Side {
	const blocks = retellingBlocks(markdown);
	const passages = blocks.flatMap(({ type, n, text }, i) => {
		const above = blocks[i - 1];
		const heading = above?.type === 'heading' ? above.text : undefined;
		return type === 'passage' ? [[n, { text, heading }] as const] : [];
	});
	// Of two passages with one number the first is edited.
	return { blocks, passages: new Map(passages.toReversed()) };
}

export const [getArticle, setArticle] = createContext<Article>();
