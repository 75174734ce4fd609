import type { LineBrief, SiteBrief } from '../../atlas/brief';
import type { LayerGroup } from '../../style/groups';
import { legendOf, type GroundName, type Legend } from '../../style/legend';
import { LIGHT } from '../../style/palette';

/** Which switch shows what of the ground. */
const GROUPS: Record<GroundName, LayerGroup> = {
	area: 'sites',
	schematic: 'sites',
	motorway: 'roads',
	road: 'roads',
	tunnel: 'roads',
	railway: 'rail',
	water: 'nature',
	green: 'nature'
};

/** The legend of what a map shows: without what is switched off. */
export function shownLegend(
	atlas: { sites: readonly Pick<SiteBrief, 'status'>[]; lines: readonly LineBrief[] },
	hidden: readonly LayerGroup[]
): Legend {
	const { statuses, precisions, lines, ground } = legendOf(atlas, LIGHT);
	const hasSites = !hidden.includes('sites') && atlas.sites.length > 0;
	return {
		statuses: hasSites ? statuses : [],
		precisions: hasSites ? precisions : [],
		lines: hidden.includes('rail') ? [] : lines,
		ground: ground.filter(({ name }) =>
			GROUPS[name] === 'sites' ? hasSites : !hidden.includes(GROUPS[name])
		)
	};
}
