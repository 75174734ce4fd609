/** What of the map may move by the reader's hand: docs/embed.md has what each lets through. */
export const INTERACTIONS = ['cooperative', 'full', 'none'] as const;
export type Interaction = (typeof INTERACTIONS)[number];

/** What stands around the map; whom the map is owed to is always there. */
export const PARTS = ['title', 'list', 'legend', 'controls'] as const;
export type Part = (typeof PARTS)[number];

/** What the address of an embed asks for besides the view. */
export interface EmbedSettings {
	interaction: Interaction;
	parts: readonly Part[];
	/** The origin that messages are exchanged with; `null`: no messages. */
	host: string | null;
}

/** Without parameters: what also the prerendered page shows. */
export const PLAIN_EMBED: EmbedSettings = { interaction: 'cooperative', parts: PARTS, host: null };

/** Reads the query of an embed's address. Never throws; what is unknown falls back to the default. */
export function parseSettings(query: URLSearchParams): EmbedSettings {
	const interaction = INTERACTIONS.find((one) => one === query.get('interaction'));
	return {
		interaction: interaction ?? PLAIN_EMBED.interaction,
		parts: parseParts(query.get('panels')),
		host: parseOrigin(query.get('host'))
	};
}

function parseParts(text: string | null): readonly Part[] {
	const names = text?.split('.') ?? [];
	const parts = PARTS.filter((part) => names.includes(part));
	return parts.length || text === 'none' ? parts : PLAIN_EMBED.parts;
}

/** An origin as `MessageEvent.origin` gives it: scheme, host and port, nothing more. */
function parseOrigin(text: string | null): string | null {
	if (text === null || !/^https?:\/\//.test(text)) return null;
	try {
		const { origin } = new URL(text);
		return origin === text ? origin : null;
	} catch {
		return null;
	}
}
