import type { Lang } from '../atlas/atlas';
import { LOCATOR } from '../geo/locator';
import { NAME, textWidth } from '../style/name-place';
import { inside, placeOfSite } from './walk';
import type { Rule } from './rule';

/** Pixels beside the mark in the middle of the map on a site's page. */
const ROOM = LOCATOR.width / 2 - NAME.gap;

const LANGS: Lang[] = ['zh', 'en'];

export const longName: Rule = {
	name: 'long-name',
	why: {
		zh: '太长的名称在地图上放不下，会盖住别的名称，或根本不显示。',
		en: 'A name too long for the map covers others, or is not shown at all.'
	},
	severity: 'warning',
	find: (data) =>
		data.sites
			.filter(({ geometry }) => geometry !== null)
			.flatMap((site) =>
				LANGS.flatMap((lang) => {
					const { name, label } = site.properties;
					const shown = (label ?? name)[lang];
					const width = Math.ceil(textWidth(shown, NAME.size, 0));
					if (width <= ROOM) return [];
					return [
						{
							...inside(placeOfSite(site), 'properties', label ? 'label' : 'name', lang),
							message: {
								zh: `“${shown}”约宽${width}像素，地图上标记旁边只有${ROOM}像素。`,
								en: `"${shown}" is about ${width} pixels wide; beside a mark on the map there are ${ROOM}.`
							},
							fix: {
								zh: '用"label"给地图一个短名称，全名留在"name"。',
								en: 'Give the map a shorter name as "label"; the full one stays in "name".'
							}
						}
					];
				})
			)
};
