import { createContext } from 'svelte';
import type { Lang } from '../atlas/atlas';
import { articleSlugs, sitePlaces, type SitePlace } from '../draft/find-files';
import { passageAt, retellingBlocks } from '../draft/retelling-text';
import type { Told } from '../draft/told';
import type { Work } from './work.svelte';

/** The parts of the desk, in the order of the work. */
export const PANELS = ['text', 'places', 'sources', 'atlas', 'files', 'problems'] as const;
export type Panel = (typeof PANELS)[number];

/** What can be drawn on the map for the site whose form is open; `adjust`: what it has. */
export const MAP_TASKS = ['point', 'line', 'area', 'circle', 'adjust'] as const;
export type MapTask = (typeof MAP_TASKS)[number];

/** What the editor has in front of them. The work is the only truth; this is where they look. */
export class Desk {
	readonly work: Work;
	readonly lang: Lang;
	panel = $state<Panel>('text');
	/** Id of the site whose form is open. */
	site = $state<string | null>(null);
	/** Id of the citation whose form is open. */
	source = $state<string | null>(null);
	/** What is being drawn. */
	task = $state<MapTask | null>(null);
	/** On a narrow screen the map is a part like the others. */
	isMapShown = $state(false);
	/** The article that is shown, unless it has gone. */
	#article = $state<string | null>(null);
	/** The file that is shown as text, and where in it to look: a new object each time. */
	file = $state.raw<{ path: string; offset?: number } | null>(null);
	/** The passage to look at: a new object each time. */
	passage = $state.raw<{ n: number } | null>(null);

	constructor(work: Work, lang: Lang) {
		this.work = work;
		this.lang = lang;
	}

	readonly slugs = $derived.by(() => articleSlugs(this.work.files));
	readonly sites: readonly SitePlace[] = $derived.by(() => sitePlaces(this.work.files));

	/** Slug of the article that is shown; `null` if there is none. */
	get article(): string | null {
		const { slugs } = this;
		return this.#article && slugs.includes(this.#article) ? this.#article : (slugs[0] ?? null);
	}

	siteOf(id: string): SitePlace | undefined {
		return this.sites.find((one) => one.id === id);
	}

	showArticle(slug: string, n?: number): void {
		this.panel = 'text';
		this.#article = slug;
		if (n !== undefined) this.passage = { n };
	}

	showSite(id: string): void {
		this.panel = 'places';
		this.isMapShown = false;
		this.site = id;
	}

	/** Draws on the map for the site whose form is open, or stops. */
	draw(task: MapTask | null): void {
		this.task = task;
		this.isMapShown = task !== null;
	}

	showSource(id: string): void {
		this.panel = 'sources';
		this.source = id;
	}

	showFile(path: string, offset?: number): void {
		this.panel = 'files';
		this.file = { path, ...(offset !== undefined && { offset }) };
	}

	/** Opens the form in which something that is wrong can be mended, or its file. */
	showTold({ file, path, offset, feature }: Told): void {
		const [list, index] = path ?? [];
		const site = this.sites.find((one) =>
			list === 'features' && index !== undefined
				? one.file === file && one.index === index
				: one.id === feature && one.file === file
		);
		const [, slug] = /^articles\/([^/]+)\//.exec(file) ?? [];
		const isRetelling = slug && file.endsWith('.md');
		const blocks = isRetelling ? retellingBlocks(this.work.files.get(file) ?? '') : [];
		const n = passageAt(blocks, offset);
		if (site) this.showSite(site.id);
		else if (file === 'sources.json' && feature) this.showSource(feature);
		else if (file === 'atlas.json' && path?.length) this.panel = 'atlas';
		else if (slug && file.endsWith('.json') && path?.length) this.showArticle(slug);
		else if (n !== null && slug) this.showArticle(slug, n);
		else this.showFile(file, offset);
	}
}

export const [getDesk, setDesk] = createContext<Desk>();
