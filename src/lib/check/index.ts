import type { Issue, SourceData } from '../source/types';
import { ambiguousName } from './ambiguous-name';
import { baseMap } from './base-map';
import { basis } from './basis';
import { bounds } from './bounds';
import { calendar } from './calendar';
import { dateless } from './dateless';
import { datumLayer } from './datum-layer';
import { datumLine } from './datum-line';
import { datumPlace } from './datum-place';
import { decimals } from './decimals';
import { duplicateId } from './duplicate-id';
import { emptyGeometry } from './empty-geometry';
import { emptyLayer } from './empty-layer';
import { evidence } from './evidence';
import { example } from './example';
import { extent } from './extent';
import { futureDate } from './future-date';
import { geometryType } from './geometry-type';
import { hiddenCharacter } from './hidden-character';
import { historyOrder } from './history-order';
import { holeOutside } from './hole-outside';
import { inWater } from './in-water';
import { language } from './language';
import { lineColour } from './line-colour';
import { lineContrast } from './line-contrast';
import { lineEnds } from './line-ends';
import { lineLink } from './line-link';
import { lineSection } from './line-section';
import { locate } from './locate';
import { locationGeometry } from './location-geometry';
import { longName } from './long-name';
import { mentionName } from './mention-name';
import { mixedLicence } from './mixed-licence';
import { nullIsland } from './null-island';
import { outcome } from './outcome';
import { passageLink } from './passage-link';
import { passageNumbers } from './passage-numbers';
import { passageSites } from './passage-sites';
import { placeholder } from './placeholder';
import { precision } from './precision';
import { promisePassage } from './promise-passage';
import { reading } from './reading';
import { readingMissing } from './reading-missing';
import { repeatedVertex } from './repeated-vertex';
import { review } from './review';
import { ring } from './ring';
import type { Rule } from './rule';
import { selfIntersection } from './self-intersection';
import { siteLink } from './site-link';
import { size } from './size';
import { sourceAddress } from './source-address';
import { sourceLink } from './source-link';
import { staleAtlas } from './stale-atlas';
import { staleCheck } from './stale-check';
import { stationLink } from './station-link';
import { straySpace } from './stray-space';
import { swapped } from './swapped';
import { unlinkedMention } from './unlinked-mention';
import { unnamedSite } from './unnamed-site';
import { unreachableAddress } from './unreachable-address';
import { unusedSource } from './unused-source';
import { winding } from './winding';

/** Every rule that the data must obey, in the order of docs/data.md. */
export const RULES: readonly Rule[] = [
	extent,
	bounds,
	swapped,
	nullIsland,
	geometryType,
	emptyGeometry,
	baseMap,
	emptyLayer,
	size,
	ring,
	winding,
	selfIntersection,
	holeOutside,
	repeatedVertex,
	decimals,
	reading,
	readingMissing,
	datumPlace,
	datumLine,
	datumLayer,
	inWater,
	locationGeometry,
	precision,
	basis,
	duplicateId,
	ambiguousName,
	sourceLink,
	lineLink,
	stationLink,
	lineSection,
	siteLink,
	passageLink,
	promisePassage,
	passageNumbers,
	passageSites,
	unnamedSite,
	mentionName,
	unlinkedMention,
	language,
	placeholder,
	example,
	straySpace,
	hiddenCharacter,
	lineEnds,
	longName,
	calendar,
	futureDate,
	historyOrder,
	outcome,
	evidence,
	dateless,
	staleCheck,
	staleAtlas,
	sourceAddress,
	unreachableAddress,
	unusedSource,
	mixedLicence,
	lineColour,
	lineContrast,
	review
];

/**
 * Everything that is wrong with data that could be read, with line and column.
 *
 * @param today the day of the check; data grows old by itself
 */
export function check(data: SourceData, today: Date): Issue[] {
	// An object of this check's own: what `featuresOf` keeps for it holds as long as the check takes.
	const now = { ...data };
	return RULES.flatMap(({ name, severity, find }) =>
		find(now, today).map(({ file, feature, path, offset, message, fix }) => ({
			rule: name,
			severity,
			file,
			...locate(data, { file, ...(path && { path }), ...(offset !== undefined && { offset }) }),
			...(feature !== undefined && { feature }),
			message,
			fix
		}))
	);
}
