import type { Lang } from '../atlas/atlas';
import { escapeXml } from '../text/xml';
import { FIRST_VIEW, writeView, type View } from '../view/view';
import { PLAIN_EMBED, type EmbedSettings, type Interaction, type Part } from './settings';

export const THEMES = ['auto', 'light', 'dark'] as const;

/** What a publisher chooses for an embed. */
export interface EmbedChoice {
	lang: Lang;
	/** Of the frame, for screen readers. */
	title: string;
	/** What it shows first: of a view its site, passage, camera, layers, day and filter. */
	view: View;
	/** CSS pixels */
	height: number;
	theme: (typeof THEMES)[number];
	interaction: Interaction;
	parts: readonly Part[];
}

/** What the script takes where nothing else is said; CSS pixels. */
export const PLAIN_HEIGHT = 480;

/**
 * Address of an embed, ASCII, with only those parameters that are not the default.
 *
 * @param base address of the atlas, with a slash at its end
 */
export function embedAddress(base: string, choice: EmbedChoice): string {
	const query = parametersOf(choice).map(([name, value]) => `${name}=${inAddress(value)}`);
	const page = `${base}${choice.lang === 'en' ? 'en/embed/' : 'embed/'}`;
	return query.length > 0 ? `${page}?${query.join('&')}` : page;
}

/** The frame as docs/embed.md has it, as markup. */
export function frameSnippet(base: string, choice: EmbedChoice): string {
	const { title, height } = choice;
	const attributes = [
		attribute('src', embedAddress(base, choice)),
		attribute('title', title),
		attribute('loading', 'lazy'),
		attribute('width', '100%'),
		attribute('height', String(height)),
		attribute(
			'style',
			`border: 0; width: 100%; height: auto; min-height: ${height}px; aspect-ratio: 4 / 3`
		)
	];
	return element('iframe', attributes);
}

/** The element and the script as docs/embed.md has them, as markup. */
export function scriptSnippet(base: string, choice: EmbedChoice): string {
	const { lang, title, height } = choice;
	const attributes = [
		'data-atlas-embed',
		attribute('data-title', title),
		...(lang === 'en' ? [attribute('data-lang', lang)] : []),
		...(height === PLAIN_HEIGHT ? [] : [attribute('data-height', String(height))]),
		...parametersOf(choice).map(([name, value]) => attribute(`data-${name}`, value)),
		attribute('style', `min-height: ${height}px`)
	];
	const script = `<script ${attribute('src', `${base}embed.js`)} async></script>`;
	return `${element('div', attributes)}\n${script}`;
}

/** ASCII, and as easy to read as an address may be. */
function inAddress(value: string): string {
	return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Names of parameters, and their values as they are read. */
function parametersOf({ view, theme, interaction, parts }: EmbedChoice): [string, string][] {
	const { site, passage, camera, hidden, opacity, base, overlays, date, compared, filter } = view;
	const carried = {
		site,
		passage,
		camera,
		hidden,
		opacity,
		base,
		overlays,
		date,
		compared,
		filter
	};
	const shown = new URLSearchParams(writeView({ ...FIRST_VIEW, ...carried }));
	return [
		// An attribute stands once: several layers stand in one, with spaces between.
		...[...new Set(shown.keys())].map((name) => pair(name, shown.getAll(name).join(' '))),
		...(theme === 'auto' ? [] : [pair('theme', theme)]),
		...(hasAll(parts) ? [] : [pair('panels', parts.join('.') || 'none')]),
		...(interaction === PLAIN_EMBED.interaction ? [] : [pair('interaction', interaction)])
	];
}

function hasAll(parts: EmbedSettings['parts']): boolean {
	return PLAIN_EMBED.parts.every((part) => parts.includes(part));
}

function pair(name: string, value: string): [string, string] {
	return [name, value];
}

function attribute(name: string, value: string): string {
	return `${name}="${escapeXml(value)}"`;
}

function element(name: string, attributes: string[]): string {
	return `<${name}\n${attributes.map((one) => `\t${one}\n`).join('')}></${name}>`;
}
