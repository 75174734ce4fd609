import { isLarge } from '../compile/large-layers';
import type { SourceData } from '../source/types';
import { placedPositions } from './geometry-paths';
import { inside, placeOfSite } from './walk';
import type { Finding, Rule } from './rule';

/**
 * Positions of one site: the geometry of every site stands in the page that loads first, at some
 * 20 bytes a position. This many weigh as much as the whole drawn map of that page, 40 kB.
 */
const MOST_POSITIONS = 2000;

/**
 * Bytes of one file: the site is kept whole for use without a network, in at most 8 MiB
 * (tests/e2e/offline.spec.ts). What is in a file stands in it up to three times; with a larger one
 * nothing is left for the rest.
 */
const MOST_BYTES = 2 * 2 ** 20;

/**
 * Bytes of the file of a layer that is large enough for tiles of its own: it is not kept, but each
 * check and build reads it whole. This many take them some ten seconds longer.
 */
const MOST_LARGE_BYTES = 20 * 2 ** 20;

export const size: Rule = {
	name: 'size',
	why: {
		zh: '太大的数据让首屏变慢，离线也存不下。',
		en: 'Data that is too large slows the first view and does not fit for use without a network.'
	},
	severity: 'warning',
	find: (data) => [...largeSites(data), ...largeFiles(data)]
};

function largeSites(data: SourceData): Finding[] {
	return data.sites.flatMap((site) => {
		const count = site.geometry ? placedPositions(site.geometry).length : 0;
		if (count <= MOST_POSITIONS) return [];
		return [
			{
				...inside(placeOfSite(site), 'geometry', 'coordinates'),
				message: {
					zh: `图形有${count}个坐标，首屏页面里最多放${MOST_POSITIONS}个。`,
					en: `The geometry has ${count} positions; the first page has room for ${MOST_POSITIONS}.`
				},
				fix: {
					zh: '在地图软件里化简它，容差取几米。',
					en: 'Simplify it in a map editor, with a tolerance of a few metres.'
				}
			}
		];
	});
}

const SIMPLIFY = {
	zh: '化简线和面，或只留图志范围内的要素。',
	en: 'Simplify lines and areas, or keep only what lies within the atlas.'
};

const MAKE_AN_ARCHIVE = {
	zh: '用atlas tiles把它切成独立的瓦片档案，作为图层引用（docs/scale.md）；或只留图志范围内的要素。',
	en: 'Make an archive of its own with `atlas tiles` and show it as a layer (docs/scale.md), or keep only what lies within the atlas.'
};

function largeFiles({ files, layers }: SourceData): Finding[] {
	const large = new Set(layers.filter((layer) => isLarge(layer)).map(({ file }) => file));
	return [...files].flatMap(([file, { text }]) => {
		const bytes = new TextEncoder().encode(text).length;
		const limit = large.has(file) ? MOST_LARGE_BYTES : MOST_BYTES;
		if (bytes <= limit) return [];
		const [is, most] = [bytes, limit].map((count) => (count / 2 ** 20).toFixed(1));
		return [
			{
				file,
				offset: 0,
				message: {
					zh: `文件有${is} MiB，最多${most} MiB。`,
					en: `The file has ${is} MiB; ${most} MiB is the most.`
				},
				fix: large.has(file) ? MAKE_AN_ARCHIVE : SIMPLIFY
			}
		];
	});
}
