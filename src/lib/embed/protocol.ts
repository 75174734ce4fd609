import { LAYER_GROUPS, type LayerGroup } from '../style/groups';

/**
 * Messages between an embed and the page that holds it, version 1. On the wire each is a plain
 * object `{ atlas: 1, type, … }`; `protocol.v1.schema.json` says the same for other languages, and
 * docs/embed.md what each does. Positions are [lng, lat] in degrees, WGS-84.
 */
export const PROTOCOL = 1;

/** Where the chosen site stands in the host's own text: its `index`-th mention (from 0) of `count`. */
export interface Place {
	index: number;
	count: number;
}

/** What the host's page asks of the embed. */
export type HostMessage =
	| { type: 'select'; site: string | null; mention?: Place }
	| { type: 'setView'; center: [number, number]; zoom: number }
	| { type: 'setLayers'; off: LayerGroup[] }
	| { type: 'setDate'; date: string | null };

/**
 * A request with an `id` is answered by `ack` or `error`, which carry it. What a request asks to
 * be told comes as a message of its own besides.
 */
export type Request = HostMessage & { id?: string | number };

/**
 * `unknown-site`: no site has this id. `bad-date`: there is no such day, month or year.
 */
export type ErrorCode = 'unknown-site' | 'bad-date';

/** What the embed tells the host's page. */
export type EmbedMessage =
	| { type: 'ready'; lang: 'zh' | 'en'; title: string; sites: string[] }
	| { type: 'ack'; id: string | number }
	| { type: 'error'; id?: string | number; code: ErrorCode; message: string }
	| { type: 'selected'; site: string | null; by: 'reader' | 'host' }
	| {
			type: 'viewChanged';
			center: [number, number];
			zoom: number;
			off: LayerGroup[];
			date: string | null;
	  }
	| { type: 'height'; height: number }
	| { type: 'scrollTo'; site: string; step: 1 | -1 };

/**
 * Reads a message of a host. Never throws; `null` for anything that is not one: other scripts
 * post messages too.
 */
export function parseRequest(data: unknown): Request | null {
	const fields = fieldsOf(data);
	const type = REQUEST_TYPES.find((one) => one === fields?.['type']);
	const message = fields && type && READERS[type](fields);
	if (!message) return null;
	const { id } = fields;
	return isId(id) ? { ...message, id } : message;
}

/** A message as it goes over the wire. */
export function envelope<T extends object>(message: T): T & { atlas: typeof PROTOCOL } {
	return { atlas: PROTOCOL, ...message };
}

/** The fields of a message of this protocol, its own ones only; `null` for anything else. */
function fieldsOf(data: unknown): Record<string, unknown> | null {
	// Others post long texts and large buffers: what is not ours is not copied.
	if (typeof data !== 'object' || (data as { atlas?: unknown } | null)?.atlas !== PROTOCOL)
		return null;
	const fields = { __proto__: null, ...data } as Record<string, unknown>;
	return fields['atlas'] === PROTOCOL ? fields : null;
}

/** How each request is read; `null` where it is none. */
const READERS: {
	[T in HostMessage['type']]: (fields: Record<string, unknown>) => HostMessage | null;
} = {
	select: parseSelect,
	setView: parseSetView,
	setLayers: ({ off }) => (isGroups(off) ? { type: 'setLayers', off } : null),
	setDate: ({ date }) => (date === null || isText(date) ? { type: 'setDate', date } : null)
};

/** The types of all requests. */
export const REQUEST_TYPES = Object.keys(READERS) as HostMessage['type'][];

function parseSelect({ site, mention }: Record<string, unknown>): HostMessage | null {
	if (site !== null && !isText(site)) return null;
	if (mention === undefined) return { type: 'select', site };
	const place = parsePlace(mention);
	return place && { type: 'select', site, mention: place };
}

function parsePlace(value: unknown): Place | null {
	if (typeof value !== 'object' || value === null) return null;
	const { index, count } = value as Record<string, unknown>;
	return isCount(index) && isCount(count) && index < count ? { index, count } : null;
}

function parseSetView({ center, zoom }: Record<string, unknown>): HostMessage | null {
	if (!Array.isArray(center) || center.length !== 2) return null;
	const [lng, lat] = center as unknown[];
	return isWithin(lng, -180, 180) && isWithin(lat, -85, 85) && isWithin(zoom, 0, 24)
		? { type: 'setView', center: [lng, lat], zoom }
		: null;
}

function isId(value: unknown): value is string | number {
	return isText(value) || Number.isSafeInteger(value);
}

/** Long enough for any id of ours; what is longer is not meant for us. */
function isText(value: unknown): value is string {
	return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isWithin(value: unknown, from: number, to: number): value is number {
	return typeof value === 'number' && value >= from && value <= to;
}

function isGroups(value: unknown): value is LayerGroup[] {
	const known: readonly unknown[] = LAYER_GROUPS;
	return (
		Array.isArray(value) &&
		value.length <= known.length &&
		value.every((one) => known.includes(one))
	);
}
