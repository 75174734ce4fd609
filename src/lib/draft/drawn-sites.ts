import * as v from 'valibot';
import type { Lang } from '../atlas/atlas';
import { LngLat, type Location } from '../atlas/schema';
import { PRECISIONS, STATUSES } from '../atlas/terms';
import { anchorOf } from '../geo/anchor';
import type { DrawnSite } from '../style/site-features';
import type { Draft } from './draft';
import { sitePlaces, type SitePlace } from './find-files';
import { geometryIn } from './geometry-in';

/** A radius that stays on the map: half the equator. */
const metres = v.pipe(v.number(), v.gtValue(0), v.maxValue(20_000_000));
const Circle = v.object({ center: LngLat, radius: metres });
const Text = v.string();

/** The sites of a draft as far as they can be drawn, however much of them is still missing. */
export function drawnSites(draft: Draft): DrawnSite[] {
	return sitePlaces(draft).map(drawn);
}

function drawn({ id, node }: SitePlace): DrawnSite {
	const at = (...path: (string | number)[]) => valueIn(node.value, path);
	const geometry = geometryIn(at('geometry'));
	const area = at('properties', 'location', 'area');
	const accuracy = at('properties', 'location', 'accuracy');
	const history = at('properties', 'history');
	const last: unknown = Array.isArray(history) ? history.at(-1) : undefined;
	const line = at('properties', 'line');
	const empty = { zh: '', en: '' };
	const location: Location = {
		precision: oneOf(PRECISIONS, at('properties', 'location', 'precision')) ?? 'approximate',
		accuracy: v.is(metres, accuracy) ? accuracy : null,
		basis: empty,
		sources: [],
		...(at('properties', 'location', 'schematic') === true && { schematic: true }),
		...(v.is(Circle, area) && {
			area: { center: area.center, radius: area.radius, name: empty, why: empty }
		})
	};
	return {
		id,
		name: nameOf(at('properties', 'label')) ?? nameOf(at('properties', 'name')) ?? both(id),
		anchor: geometry && anchorOf(geometry),
		geometry,
		status: oneOf(STATUSES, valueIn(last, ['status'])) ?? 'unknown',
		location,
		...(typeof line === 'string' && { line })
	};
}

function valueIn(whole: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>(
		(value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
		whole
	);
}

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
	return list.find((one) => one === value);
}

/** A name in both languages; the one that is there stands for the other. */
function nameOf(value: unknown): Record<Lang, string> | null {
	const { zh, en } = (value ?? {}) as Record<string, unknown>;
	const names = [zh, en].filter((one): one is string => v.is(Text, one) && one.trim() !== '');
	const [first] = names;
	if (first === undefined) return null;
	return { zh: v.is(Text, zh) && zh ? zh : first, en: v.is(Text, en) && en ? en : first };
}

function both(text: string): Record<Lang, string> {
	return { zh: text, en: text };
}
