import type { LayerProperties } from '../../lib/atlas/schema';
import type { OwnDatum } from '../../lib/files/own-file';
import { suspectDatum, type KnownPlace, type Suspicion } from '../../lib/files/suspect-datum';
import type { SourceData } from '../../lib/source/types';
import { Unusable, type Questions } from './questions';
import type { Input } from './read-input';

/** What a file's coordinates are measured in, and who says so. */
export interface SettledDatum {
	datum: OwnDatum;
	why: string;
}

const DATUMS: Readonly<Record<string, OwnDatum>> = {
	wgs84: 'WGS-84',
	cgcs2000: 'CGCS2000',
	gcj02: 'GCJ-02',
	bd09: 'BD-09'
};

/** Formats whose standard knows WGS-84 alone; what Chinese map services export often is not. */
const STANDARD = new Set(['GeoJSON', 'KML', 'KMZ', 'GPX']);

/**
 * Settles the datum of a file: as given, as the file declares it, or by asking. What points of the
 * same names in the atlas say is told in any case; a declaration that they contradict is asked about,
 * and so is a file without one, unless its format's standard and the atlas's own points agree.
 */
export async function settleDatum(
	input: Input,
	data: SourceData,
	given: string | undefined,
	questions: Questions
): Promise<SettledDatum | null> {
	const suspicion = suspectDatum(input.features, knownPlaces(data));
	const told = toldOf(suspicion);
	const declared = input.named;
	if (given === undefined && declared && !contradicts(suspicion, declared))
		return { datum: declared, why: `as the file declares; ${told}` };
	const isStandard = STANDARD.has(input.format);
	const guess = suspicion.datum ?? declared ?? input.hinted ?? (isStandard ? 'WGS-84' : null);
	const says = declared
		? `The file declares ${declared}`
		: isStandard
			? `The standard of ${input.format} is WGS-84, but exports of Chinese map services often are not`
			: 'The file does not say what its coordinates are measured in';
	const isHinted = input.hinted !== null && !contradicts(suspicion, input.hinted);
	const datum = await questions.settle({
		option: `--datum <${Object.keys(DATUMS).join('|')}>`,
		text: `Datum: ${says}; ${told}. One of ${Object.keys(DATUMS).join(', ')}`,
		given,
		guess: Object.keys(DATUMS).find((name) => DATUMS[name] === guess),
		isCertain:
			!declared && isStandard && suspicion.datum === 'WGS-84' && (!input.hinted || isHinted),
		read: (answer) => {
			const plain = answer.toLowerCase().replaceAll(/[-_\s]/g, '');
			const named = Object.hasOwn(DATUMS, plain) ? DATUMS[plain] : undefined;
			if (named) return named;
			throw new Unusable(`"${answer}" is none of ${Object.keys(DATUMS).join(', ')}.`);
		}
	});
	if (datum === null) return null;
	const source =
		given === undefined && !questions.ask ? 'by the standard of its format' : 'as given';
	return { datum, why: `${source}; ${told}` };
}

/** Whether the atlas's own points say another datum than the file. */
function contradicts({ datum }: Suspicion, declared: OwnDatum): boolean {
	return datum !== null && datum !== (declared === 'CGCS2000' ? 'WGS-84' : declared);
}

function toldOf({ matches, metres, datum }: Suspicion): string {
	if (matches === 0) return 'no point has the name of a place of the atlas to compare with';
	const gaps = Object.entries(metres).map(([name, gap]) => `${Math.round(gap)} m as ${name}`);
	const points = matches === 1 ? '1 point has the name' : `${matches} points have the names`;
	const verdict = datum ? `which says ${datum}` : 'which does not tell the datum';
	return `${points} of places of the atlas, at a median of ${gaps.join(', ')}, ${verdict}`;
}

/** Sites whose point is exact, and stations, by both their names. */
function knownPlaces({ sites, layers }: SourceData): KnownPlace[] {
	const exact = sites.filter(({ properties }) => properties.location.precision === 'exact');
	const stations = layers
		.filter(({ record }) => record.type === 'metro-station')
		.flatMap(({ features }) => features);
	return [...exact, ...stations].flatMap(({ geometry, properties }) => {
		if (geometry?.type !== 'Point') return [];
		const [lng = 0, lat = 0] = geometry.coordinates;
		const { zh, en } = properties['name'] as LayerProperties['metro-station']['name'];
		return [zh, en].map((name): KnownPlace => ({ name, position: [lng, lat] }));
	});
}
