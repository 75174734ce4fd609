import type { PublishedBases } from '../../../atlas/schema';
import { asFault, OutsideFault } from '../../../outside/fault';
import { hostOf, isOwnHost, wholeAddress } from '../../../outside/whole-address';
import type { ServiceLayer } from '../../../outside/service-layer';
import { tiandituServer } from '../../../outside/tianditu';
import { watched } from '../../../outside/watched';
import type { Ground } from '../../../style/ground';
import type { OutsideLayer } from '../../../style/outside';
import { isolated } from '../../../text/isolated';
import { isSameBase, type Base } from '../../../view/base';
import type { Overlay } from '../../../view/overlays';
import type { Explorer } from '../../explorer.svelte';
import { fetchData } from '../../fetch-data';
import { creditsOfBase, type Credit } from './credits';
import { openProtomaps, openTianditu } from './open-base';
import { openOverlay, type OpenLayer } from './open-overlay';
import { siteAddress } from './site-address';

const NOTHING_PUBLISHED: PublishedBases = {};

/** How far something from another address has come. */
export type Standing<Open> =
	/** It waits for the reader, whom a link has brought to it. */
	| { kind: 'asking' }
	| { kind: 'opening' }
	| { kind: 'open'; open: Open }
	/** A service of several layers waits for one to be chosen. */
	| { kind: 'choosing'; layers: readonly ServiceLayer[] }
	| { kind: 'failed'; fault: OutsideFault };

interface Entry<Open> {
	/** The host that it comes from, as the reader is told it. */
	host: string;
	/** Counts up with each attempt. */
	version: number;
	standing: Standing<Open>;
}

/** A layer of the view. */
export interface OverlayEntry extends Entry<OpenLayer> {
	/** Also the name of its source on the map. */
	id: string;
	overlay: Overlay;
	whole: string;
	/** Why nothing came of late, though it was opened. */
	fault: OutsideFault | null;
}

/** The base of the view, if it is neither the atlas's own nor none. */
export interface BaseEntry extends Entry<Ground> {
	base: Base;
	credits: readonly Credit[];
}

/**
 * What comes from other addresses: it follows the view, and loads nothing from another host before
 * the reader has chosen it here or agreed to the link that names it. That holds as long as the page.
 */
export class Outside {
	overlays = $state.raw<readonly OverlayEntry[]>([]);
	base = $state.raw<BaseEntry | null>(null);
	readonly #explorer: Explorer;
	/** Hosts that the reader wants something from. */
	#agreed: readonly string[] = [];
	readonly #siteAddress = siteAddress();
	#published: Promise<PublishedBases> | null = null;
	#count = 0;

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** Stands in for the atlas's own ground, once it is there. */
	get ground(): Ground | null {
		const standing = this.base?.standing;
		return standing?.kind === 'open' ? standing.open : null;
	}

	/** What the map shows besides, bottom first. */
	get layers(): readonly OutsideLayer[] {
		return this.overlays.flatMap(({ id, version, overlay, standing }) => {
			if (standing.kind !== 'open') return [];
			const { minzoom, maxzoom, content, tile } = standing.open;
			const { opacity, isShown } = overlay;
			return [{ id, version, minzoom, maxzoom, content, opacity: opacity / 100, isShown, tile }];
		});
	}

	/** Whom what is shown is owed to. */
	get credits(): readonly Credit[] {
		const own = this.base?.standing.kind === 'open' ? this.base.credits : [];
		const others = this.overlays.flatMap(({ overlay, standing, host }) => {
			const text = standing.kind === 'open' && overlay.isShown && standing.open.attribution;
			return text ? [{ text: `${host}: ${isolated(text)}`, url: null }] : [];
		});
		return [...own, ...others];
	}

	/** Hosts that a link wants to load from and the reader has not agreed to. */
	get askedHosts(): readonly string[] {
		const asking = [this.base, ...this.overlays].filter((one) => one?.standing.kind === 'asking');
		const hosts = asking.flatMap((one) => one?.host ?? []);
		return hosts.filter((host, i) => hosts.indexOf(host) === i);
	}

	/**
	 * The bases that the publisher offers.
	 *
	 * @throws OutsideFault if they did not come; the next call asks again
	 */
	published(): Promise<PublishedBases> {
		return (this.#published ??= fetchData<PublishedBases>('bases.json').catch((error: unknown) => {
			console.error(error);
			this.#published = null;
			throw new OutsideFault('list');
		}));
	}

	/** Brings what is loaded in step with a view. */
	follow(base: Base, overlays: readonly Overlay[]): void {
		this.#followOverlays(overlays);
		if (typeof base === 'string' && base !== 'tianditu') this.base = null;
		else if (!this.base || !isSameBase(this.base.base, base)) void this.#takeBase(base);
	}

	/** The reader wants what is from this host, or all that a link asks for. */
	agree(hosts: readonly string[]): void {
		this.#agreed = [...this.#agreed, ...hosts];
		for (const entry of this.overlays)
			if (entry.standing.kind === 'asking' && this.#agreed.includes(entry.host)) this.#open(entry);
		const { base } = this;
		if (base?.standing.kind === 'asking' && this.#agreed.includes(base.host))
			void this.#takeBase(base.base);
	}

	/** The reader does not want what a link asks for: the view goes on without. */
	decline(): void {
		const asking = this.overlays.filter(({ standing }) => standing.kind === 'asking');
		if (this.base?.standing.kind === 'asking') this.#explorer.change({ base: 'embedded' });
		if (asking.length > 0) {
			const declined = asking.map(({ overlay }) => overlay.url);
			const { overlays } = this.#explorer.view;
			this.#explorer.change({ overlays: overlays.filter(({ url }) => !declined.includes(url)) });
		}
	}

	/** The reader chooses a base. */
	async chooseBase(base: Base): Promise<void> {
		if (typeof base !== 'string') this.#trust(this.#hostAt(base.url));
		if (base === 'tianditu') {
			const { tianditu } = await this.published().catch(() => NOTHING_PUBLISHED);
			if (tianditu) this.#trust(this.#hostAt(tiandituServer(tianditu)));
		}
		if (isSameBase(this.#explorer.view.base, base)) this.retryBase();
		else this.#explorer.change({ base: base });
	}

	retryBase(): void {
		if (this.base && this.base.standing.kind !== 'open') void this.#takeBase(this.base.base);
	}

	/** The reader wants a layer above all others. */
	add(overlay: Overlay): void {
		this.#trust(this.#hostAt(overlay.url));
		const others = this.#explorer.view.overlays.filter(({ url }) => url !== overlay.url);
		this.#explorer.change({ overlays: [...others, overlay] });
	}

	change({ overlay }: OverlayEntry, change: Partial<Overlay>): void {
		const { overlays } = this.#explorer.view;
		this.#explorer.change({
			overlays: overlays.map((one) => (one.url === overlay.url ? { ...one, ...change } : one))
		});
	}

	remove({ overlay }: OverlayEntry): void {
		const { overlays } = this.#explorer.view;
		this.#explorer.change({ overlays: overlays.filter(({ url }) => url !== overlay.url) });
	}

	/** One layer of a service takes its place. */
	choose(entry: OverlayEntry, { address }: ServiceLayer): void {
		this.#trust(this.#hostAt(address));
		this.change(entry, { url: address });
	}

	retry(entry: OverlayEntry): void {
		this.#trust(entry.host);
		this.#open(entry);
	}

	#followOverlays(overlays: readonly Overlay[]): void {
		const next = overlays.map((overlay) => {
			const known = this.overlays.find(
				(one) => one.overlay.url === overlay.url && one.overlay.kind === overlay.kind
			);
			return known ? { ...known, overlay } : this.#entryOf(overlay);
		});
		const left = this.overlays.filter(({ id }) => !next.some((one) => one.id === id));
		this.overlays = next;
		for (const { standing } of left) if (standing.kind === 'open') standing.open.close();
		for (const entry of next) {
			const isNew = entry.version === 0 && entry.standing.kind === 'asking';
			if (isNew && this.#isAllowed(entry.whole)) this.#open(entry);
		}
	}

	#entryOf(overlay: Overlay): OverlayEntry {
		const whole = wholeAddress(overlay.url, this.#siteAddress);
		return {
			id: `outside-${this.#count++}`,
			overlay,
			whole,
			host: hostOf(whole),
			version: 0,
			standing: { kind: 'asking' },
			fault: null
		};
	}

	#open({ id, whole, overlay, version: last }: OverlayEntry): void {
		const version = last + 1;
		const isCurrent = () => this.overlays.some((one) => one.id === id && one.version === version);
		this.#change(id, { version, standing: { kind: 'opening' }, fault: null });
		openOverlay(whole, overlay.kind, this.#explorer.atlas.bounds).then(
			(opened) => {
				if (!isCurrent()) {
					if ('close' in opened) opened.close();
				} else if ('layers' in opened) this.#offer(id, opened.layers);
				else {
					const tile = watched(opened.tile, (fault) => {
						if (isCurrent()) this.#change(id, { fault });
					});
					// Of a file all is known: that nothing is in a tile is no fault.
					const isFile = overlay.kind === 'geojson';
					const open = isFile ? opened : { ...opened, tile };
					this.#change(id, { standing: { kind: 'open', open } });
				}
			},
			(error: unknown) => {
				if (isCurrent()) this.#change(id, { standing: { kind: 'failed', fault: asFault(error) } });
			}
		);
	}

	/** A service of one layer leaves nothing to choose. */
	#offer(id: string, layers: readonly ServiceLayer[]): void {
		const [only, another] = layers;
		const entry = this.overlays.find((one) => one.id === id);
		if (only && !another && entry) this.change(entry, { url: only.address });
		else this.#change(id, { standing: { kind: 'choosing', layers } });
	}

	#change(id: string, change: Partial<OverlayEntry>): void {
		this.overlays = this.overlays.map((one) => (one.id === id ? { ...one, ...change } : one));
	}

	async #takeBase(base: Base): Promise<void> {
		const version = this.#count++;
		const isCurrent = () => this.base?.version === version;
		const set = (change: Partial<BaseEntry>) => {
			if (this.base && isCurrent()) this.base = { ...this.base, ...change };
		};
		const fail = (fault: OutsideFault) => set({ standing: { kind: 'failed', fault } });
		this.base = { base, version, host: '', credits: [], standing: { kind: 'opening' } };
		try {
			// An address is enough to load a base; of the list only the publisher's own credit is missing.
			const published = await this.published().catch((fault: OutsideFault) => {
				if (base === 'tianditu') throw fault;
				return NOTHING_PUBLISHED;
			});
			const { tianditu } = published;
			if (base === 'tianditu' && !tianditu) throw new OutsideFault('no-key');
			const address = typeof base === 'string' ? tiandituServer(tianditu!) : base.url;
			const whole = wholeAddress(address, this.#siteAddress);
			set({ host: hostOf(whole), credits: creditsOfBase(base, published, this.#explorer.lang) });
			if (!this.#isAllowed(whole)) return set({ standing: { kind: 'asking' } });
			const opening = { version, onfault: fail };
			const ground =
				base === 'tianditu' && tianditu
					? await openTianditu(whole, tianditu, this.#surroundings, opening)
					: await openProtomaps(whole, this.#explorer.atlas.bounds, opening);
			set({ standing: { kind: 'open', open: ground } });
		} catch (error) {
			fail(asFault(error));
		}
	}

	get #surroundings() {
		const { lang, atlas } = this.#explorer;
		return { lang, home: atlas.home };
	}

	#isAllowed(whole: string): boolean {
		return isOwnHost(whole, this.#siteAddress) || this.#agreed.includes(hostOf(whole));
	}

	#trust(host: string): void {
		this.#agreed = [...this.#agreed, host];
	}

	#hostAt(address: string): string {
		return hostOf(wholeAddress(address, this.#siteAddress));
	}
}
