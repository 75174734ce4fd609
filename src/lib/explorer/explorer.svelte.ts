import type { Feature } from 'geojson';
import { createContext } from 'svelte';
import type { Lang, Original, Station } from '../atlas/atlas';
import type { Place } from '../embed/protocol';
import type { Brief, Details, ShownArticle, SiteBrief } from '../atlas/brief';
import { isSameCamera, type Camera } from '../geo/camera';
import type { BaseTiles } from '../map/base-archive';
import type { Drawing, DrawingEvents } from '../map/drawing';
import type { LayerGroup } from '../style/groups';
import type { NamePlace } from '../style/name-place';
import type { Shown } from '../shown/shown';
import type { StatusOn } from '../shown/status-on';
import { NO_FILTER, type Filter } from '../view/filter';
import type { Measure, ShapeKind } from '../view/measure';
import type { TableView } from '../view/table';
import { FIRST_VIEW, type Panel, type TextMode, type View } from '../view/view';
import type { Find } from './find/find.svelte';
import { articlePage } from '../pages/addresses';
import { aimAt, type Aim, type AimHome } from './aim';
import { LaterDetails } from './later-details.svelte';
import { mentionsOf, shownSections, type Mention } from './mentions';
import { Problems } from './problems.svelte';
import type { Strings } from './strings/en';
import type { Outside } from './tools/bases/outside.svelte';
import type { OwnFiles } from './tools/files/own-files.svelte';

/** What the page says that the map is doing; also on `<html data-map>`. */
export type MapState = 'static' | 'loading' | 'ready' | 'unavailable';

/** What can be shared: a link, an embed as a frame or with our script, an image. */
export const SHARE_FORMS = ['link', 'frame', 'script', 'image'] as const;
export type ShareForm = (typeof SHARE_FORMS)[number];

/** How a change reached us: a choice makes a history entry, a movement only rewrites it. */
export type Change = 'choice' | 'movement';

/** What the reader sets besides the choice. */
type Settings = Pick<
	View,
	| 'panel'
	| 'tool'
	| 'date'
	| 'compared'
	| 'filter'
	| 'measure'
	| 'table'
	| 'hidden'
	| 'opacity'
	| 'base'
	| 'overlays'
	| 'around'
>;

/** Lets the reader draw on the map. */
export interface Pen {
	draw(kind: ShapeKind, events: DrawingEvents): Promise<Drawing>;
}

/** What stands in for built files where an atlas is shown that is not built. */
export interface DraftFiles {
	tiles: BaseTiles;
	stations: readonly Station[];
}

interface Options {
	atlas: Brief;
	/** Where the names of sites stand on the map, by site. */
	names: ReadonlyMap<string, NamePlace>;
	lang: Lang;
	strings: Strings;
	/** Whether our article stands beside the map: an embed has the host's, or none. */
	hasText?: boolean;
	/** Address of a page by its path within the site, in the same language, perhaps with a view. */
	pageHref: (path: string, view?: View) => string;
	/** For an atlas that is not built: what needs further files of a build is not offered then. */
	draft?: DraftFiles;
	/** Fetches what cards tell besides the brief records. */
	loadDetails: () => Promise<Details>;
	/** Called with each new view that a link should carry. */
	onView: (view: View, change: Change) => void;
	/** Called when the reader walks on to another mention in the host's text. */
	onHostStep?: (site: string, step: 1 | -1) => void;
}

/**
 * The state of the explorer: one view, and what the reader points at. Components read it and
 * call its verbs; the map is fed from it.
 */
export class Explorer {
	readonly atlas: Brief;
	readonly names: Options['names'];
	readonly lang: Lang;
	readonly strings: Strings;
	readonly hasText: boolean;
	readonly draft: DraftFiles | undefined;
	readonly #options: Options;
	readonly #sites: Readonly<Record<string, SiteBrief>>;
	readonly problems = new Problems();
	readonly details: LaterDetails;

	#view = $state.raw<View>(FIRST_VIEW);
	/** The site that the pointer or the keyboard focus is on. */
	hovered = $state<string | null>(null);
	mapState = $state<MapState>('static');
	/** Number of the passage at the reading line; `null` above the first. */
	reading = $state<number | null>(null);
	/** What the share dialog opens with; `null` while it is not wanted. */
	sharing = $state<ShareForm | null>(null);
	/** What the view's day and filter show, once worked out; `null`: everything, at present. */
	shown = $state.raw<Shown | null>(null);
	/** The same of the day that is compared, once worked out. */
	shownThen = $state.raw<Shown | null>(null);
	/** The reader's own files, once there are any. */
	ownFiles = $state.raw<OwnFiles | null>(null);
	/** What comes from other addresses, once the view or the reader asks for any. */
	outside = $state.raw<Outside | null>(null);
	/** What the reader looks for, once the search box was opened. */
	find = $state.raw<Find | null>(null);
	#original = $state.raw<Original | null>(null);
	/** Where the map should look; a new object each time. */
	aim = $state.raw<Aim | AimHome | Camera | null>(null);
	/** Where the chosen site stands in the text of the page around an embed, which then is walked. */
	hostPlace = $state.raw<Place | null>(null);
	/** What the open tool shows over the map; [lng, lat] in WGS-84. */
	overlay = $state.raw<readonly Feature[]>([]);
	/** `null` while there is no live map to draw on. */
	pen = $state.raw<Pen | null>(null);
	/** What the text should bring into sight; a new object each time. */
	reveal = $state.raw<{ n: number; mention: Mention | null } | null>(null);

	constructor(options: Options) {
		const { atlas, names, lang, strings, hasText = true } = options;
		this.atlas = atlas;
		this.names = names;
		this.lang = lang;
		this.strings = strings;
		this.hasText = hasText;
		this.draft = options.draft;
		this.#options = options;
		this.details = new LaterDetails(options.loadDetails, this.problems);
		this.#sites = Object.fromEntries(atlas.sites.map((site) => [site.id, site]));
	}

	get article(): ShownArticle {
		return this.atlas.article;
	}

	/** Path of this page in Chinese, within the site. */
	get page(): string {
		return articlePage(this.article.id, this.atlas.articles);
	}

	/** Where the link of a site leads without script, or in another tab. */
	siteHref(id: string): string {
		return this.#options.pageHref(`sites/${id}/`);
	}

	/** The same view of another article, or what that says of a site. */
	articleHref(id: string, at: { site?: string; passage?: number } = {}): string {
		const choice = { site: at.site ?? null, passage: at.passage ?? null, mention: 0 };
		const view: View = { ...this.#view, ...choice, panel: 'article' };
		return this.#options.pageHref(articlePage(id, this.atlas.articles), view);
	}

	readonly sections = $derived.by(() =>
		shownSections(this.article, this.#original, this.#view.text)
	);
	readonly mentions = $derived(mentionsOf(this.sections));
	readonly site = $derived(this.#view.site ? (this.siteOf(this.#view.site) ?? null) : null);
	readonly passages = $derived(this.sections.flatMap(({ passages }) => passages));
	/** Ids of the sites of the choice: the chosen one, or all of the chosen passage. */
	readonly chosen: readonly string[] = $derived.by(() => {
		const { site, passage } = this.#view;
		return site ? [site] : this.#sitesOfPassage(passage).map(({ id }) => id);
	});
	readonly date = $derived(this.#view.date);
	/** The day that the left half of the map shows; `null`: the map is whole. */
	readonly compared = $derived(this.#view.compared);
	readonly filter = $derived(this.#view.filter);
	/** The sites that the filter keeps, in the order of the text. */
	readonly kept: readonly SiteBrief[] = $derived.by(() =>
		this.atlas.sites.filter(({ id }) => !this.shown?.leftOut.has(id))
	);
	/** The sites that the map shows, which n and p go through. */
	readonly walk: readonly SiteBrief[] = $derived.by(() =>
		this.atlas.sites.filter(({ id }) => this.isShown(id))
	);
	/** The mention that the view stands on, if a site is chosen. */
	readonly mention = $derived.by(() => {
		const { site, passage, mention } = this.#view;
		const own = this.mentions.filter((one) => one.site === site);
		return own.find(({ n, k }) => n === passage && k === mention) ?? own[0] ?? null;
	});

	get view(): View {
		return this.#view;
	}

	/** Which mention of the chosen site the reader is at, and of how many; `null` without a text. */
	get place(): Place | null {
		if (this.hostPlace || !this.hasText) return this.hostPlace;
		const own = this.mentions.filter(({ site }) => site === this.#view.site);
		return { index: this.mention ? own.indexOf(this.mention) : 0, count: own.length };
	}

	/** The holder's own text, once loaded. */
	get original(): Original | null {
		return this.#original;
	}

	/** Shows the holder's own text; what was in sight before comes into sight again. */
	takeOriginal(original: Original): void {
		this.#original = original;
		this.#revealChoice();
	}

	siteOf(id: string): SiteBrief | undefined {
		// A link may ask for `__proto__`.
		return Object.hasOwn(this.#sites, id) ? this.#sites[id] : undefined;
	}

	/** The status of a site on the day that is shown, or on the one that is compared. */
	statusOf({ id, status }: SiteBrief, shown = this.shown): StatusOn {
		return shown?.statuses?.[id] ?? { status, basis: 'known' };
	}

	/** Whether the map shows a site: the filter keeps it on that day, or it is chosen. */
	isShown(id: string, shown = this.shown): boolean {
		return !shown?.leftOut.has(id) || this.chosen.includes(id);
	}

	hasPassage(n: number): boolean {
		return this.article.sections.some(({ passages }) =>
			passages.some((passage) => passage.n === n)
		);
	}

	/** Takes a view from a link or from the history, without making an entry of its own. */
	restore(link: View): void {
		const introducedBy = link.site ? this.siteOf(link.site)?.introducedBy : undefined;
		const view = { ...link, passage: link.passage ?? introducedBy ?? null };
		const hasMoved = this.#view.camera !== null;
		this.#view = view;
		if (view.camera) this.aim = view.camera;
		else if (view.passage) this.#aimAtChoice(view);
		else if (hasMoved) this.showHome();
		this.#revealChoice();
	}

	/**
	 * Chooses a site: at a mention, or at the passage that best introduces it. Who chose no mention
	 * keeps the tool that is open.
	 */
	chooseSite(id: string, at?: { n: number; k: number }, as?: Panel): void {
		const site = this.siteOf(id);
		if (!site) return;
		const panel = as ?? (!at && this.#view.panel === 'tools' ? 'tools' : 'article');
		const { n, k } = at ?? { n: site.introducedBy, k: 0 };
		this.#choose({ site: id, passage: n, mention: k, panel });
	}

	/** Chooses a passage: all of its sites are framed. */
	choosePassage(n: number): void {
		this.#choose({ site: null, passage: n, mention: 0, panel: 'article' });
	}

	clear(): void {
		if (!this.#view.site && !this.#view.passage) return;
		this.#set({ ...this.#view, site: null, passage: null, mention: 0 }, 'choice');
	}

	/** The next (1) or previous (−1) mention of the chosen site; around at the ends. */
	stepMention(step: 1 | -1): void {
		const current = this.mention;
		if (!current || !this.place) return;
		if (this.hostPlace) return this.#options.onHostStep?.(current.site, step);
		const own = this.mentions.filter(({ site }) => site === current.site);
		const next = own.at((own.indexOf(current) + step) % own.length);
		if (next) this.chooseSite(next.site, next);
	}

	/** The next (1) or previous (−1) site in the order of the text; around at the ends. */
	stepSite(step: 1 | -1): void {
		const sites = this.walk;
		const index = sites.findIndex(({ id }) => id === this.#view.site);
		const next =
			index < 0 ? (step > 0 ? sites[0] : sites.at(-1)) : sites.at((index + step) % sites.length);
		if (next) this.chooseSite(next.id);
	}

	/** The next (1) or previous (−1) passage in the order of the text; stops at the ends. */
	stepPassage(step: 1 | -1): void {
		const current = this.#view.passage ?? this.reading;
		const index = this.passages.findIndex(({ n }) => n === current);
		const next = this.passages[index + step];
		if (!next) return;
		this.#present(next.n);
		this.#revealChoice();
	}

	/**
	 * The reader scrolled and rests at the passage of the reading line: it becomes the present
	 * one, and the map looks at its sites, or at everything above the first passage (`null`). A
	 * chosen site stays chosen as long as `inSight` has the passage that it was chosen at.
	 */
	follow(n: number | null, inSight: readonly number[]): void {
		const { site, passage, map } = this.#view;
		if (!map) return;
		if (site ? passage && inSight.includes(passage) : passage === n) return;
		this.#present(n);
	}

	/** Changes what the reader sets besides the choice; none of it makes an entry in the history. */
	change(settings: Partial<Settings>): void {
		this.#set({ ...this.#view, ...settings }, 'movement');
	}

	/** Changes some of the conditions that sites are filtered by. */
	setFilter(change: Partial<Filter>): void {
		this.change({ filter: { ...this.#view.filter, ...change } });
	}

	/** Changes what is measured, or what it is measured with. */
	setMeasure(change: Partial<Measure>): void {
		this.change({ measure: { ...this.#view.measure, ...change } });
	}

	clearFilter(): void {
		this.setFilter(NO_FILTER);
	}

	/** Sorts the table of sites, or shows other columns of it. */
	setTable(change: Partial<TableView>): void {
		this.change({ table: { ...this.#view.table, ...change } });
	}

	/** Shows the map, or gives the page to the text. */
	setMap(map: boolean): void {
		this.#set({ ...this.#view, map }, 'movement');
		if (map && !this.#view.camera) this.#aimAtChoice(this.#view);
	}

	setText(text: TextMode): void {
		this.#set({ ...this.#view, text }, 'movement');
		this.#revealChoice();
	}

	toggleGroup(group: LayerGroup): void {
		const { hidden } = this.#view;
		this.change({
			hidden: hidden.includes(group)
				? hidden.filter((other) => other !== group)
				: [...hidden, group]
		});
	}

	/** Draws a group of layers more or less faintly. @param percent a multiple of 10, up to 100 */
	setOpacity(group: LayerGroup, percent: number): void {
		const { [group]: _, ...others } = this.#view.opacity;
		const opacity = percent < 100 ? { ...others, [group]: Math.max(percent, 10) } : others;
		this.change({ opacity });
	}

	/** A link must not tell where the reader is: as long as the map shows it, none has the camera. */
	forgetCamera(): void {
		this.#set({ ...this.#view, camera: null }, 'movement');
	}

	/** The map came to rest; maybe where it was, if only its place in the page got another size. */
	setCamera(camera: Camera): void {
		if (this.find?.own || isSameCamera(camera, this.#view.camera)) return;
		this.#set({ ...this.#view, camera }, 'movement');
	}

	showHome(): void {
		this.aim = { isHome: true };
	}

	showChoice(): void {
		this.#aimAtChoice(this.#view);
	}

	/** Moves to a passage while reading: no entry in the history, no scrolling of the text. */
	#present(n: number | null): void {
		const hasSites = this.#sitesOfPassage(n).length > 0;
		const camera = hasSites || n === null ? null : this.#view.camera;
		const view: View = { ...this.#view, site: null, passage: n, mention: 0, camera };
		this.#set({ ...view, panel: 'article' }, 'movement');
		if (n === null) this.showHome();
		else this.#aimAtChoice(view);
	}

	#choose(choice: Pick<View, 'site' | 'passage' | 'mention' | 'panel'>): void {
		const { site, passage, mention } = this.#view;
		const isSame = site === choice.site && passage === choice.passage && mention === choice.mention;
		// Who asks for a place wants to see it, also if places were switched off.
		const hidden = this.#view.hidden.filter((group) => group !== 'sites');
		const view: View = { ...this.#view, ...choice, hidden, camera: null };
		this.#set(view, isSame ? 'movement' : 'choice');
		this.#aimAtChoice(view);
		this.#revealChoice();
	}

	#set(view: View, change: Change): void {
		if (view.site !== this.#view.site) this.hostPlace = null;
		this.#view = view;
		this.#options.onView(view, change);
	}

	#aimAtChoice(view: View): void {
		const site = view.site ? this.siteOf(view.site) : undefined;
		const sites = site ? [site] : view.site ? [] : this.#sitesOfPassage(view.passage);
		this.aim = aimAt(sites) ?? this.aim;
	}

	#sitesOfPassage(n: number | null): SiteBrief[] {
		const passage = this.passages.find((one) => one.n === n);
		return (passage?.sites ?? []).flatMap((id) => this.siteOf(id) ?? []);
	}

	#revealChoice(): void {
		const { site, passage } = this.#view;
		if (site && this.mention) this.reveal = { n: this.mention.n, mention: this.mention };
		else if (passage) this.reveal = { n: passage, mention: null };
	}
}

export const [getExplorer, setExplorer] = createContext<Explorer>();
