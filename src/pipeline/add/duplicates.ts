import { gapOf, type Known, type KnownThings } from './known';

/** Why two things may be one. */
export interface Duplicate {
	of: string;
	why: string;
	/** Metres between the two; `null` if one has no place. */
	metres: number | null;
}

/** Metres within which two things of any kind may be one. */
const NEAR = 50;
/** Metres within which two points of a layer that share a name are one: a station is no longer. */
const SAME_NAME = 500;

/** A known site that is the same by id, by name or alias, or by its place. */
export function sameSite(site: Known, known: KnownThings): Duplicate | null {
	const told = (other: Known, why: string): Duplicate => {
		return { of: other.called, why, metres: gapOf(site.geometry, other.geometry) };
	};
	const twin = known.withId(site.id);
	if (twin) return told(twin, `has the same id "${site.id}"`);
	const [named] = known.withName(site.names);
	if (named) return told(named.known, `has the name "${named.name}"`);
	if (!site.geometry) return null;
	for (const other of known.near(site.geometry, Math.max(NEAR, site.accuracy))) {
		const why = nearness(site, other);
		if (why !== null) return told(other, why);
	}
	return null;
}

function nearness(site: Known, other: Known): string | null {
	const metres = gapOf(site.geometry, other.geometry) ?? Infinity;
	const accuracy = Math.max(site.accuracy, other.accuracy);
	if (site.kind === other.kind && metres <= accuracy)
		return `is a ${site.kind} within the accuracy of ${accuracy} m`;
	// A house in a park stands in no distance to it and is no park.
	if (site.geometry?.type !== other.geometry?.type || metres > NEAR) return null;
	return `lies within ${NEAR} m`;
}

/** A known feature of a layer with the same geometry, or the same name close by. */
export function sameFeature(feature: Known, known: KnownThings): Duplicate | null {
	const { geometry, names } = feature;
	const twin = geometry && known.withGeometry(geometry);
	if (twin) return { of: twin.called, why: 'has the same geometry', metres: 0 };
	// Lines and areas are often in pieces that share a name.
	if (geometry?.type !== 'Point') return null;
	for (const { name, known: other } of known.withName(names)) {
		const metres = gapOf(geometry, other.geometry);
		if (metres !== null && metres <= SAME_NAME)
			return { of: other.called, why: `has the name "${name}"`, metres };
	}
	return null;
}
