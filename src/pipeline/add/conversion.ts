import type { Bilingual, Conversion } from '../../lib/atlas/schema';
import type { OwnDatum } from '../../lib/files/own-file';
import { medianShift, type Placed } from './place';
import type { Input } from './read-input';

const DATUM_METHODS: Readonly<Record<OwnDatum, Bilingual | null>> = {
	'WGS-84': null,
	CGCS2000: {
		zh: '视同WGS-84，两者相差不到1米',
		en: 'taken as WGS-84, from which it is less than a metre apart'
	},
	'GCJ-02': { zh: '由GCJ-02迭代反算（gcoord）', en: 'GCJ-02 undone by iteration (gcoord)' },
	'BD-09': {
		zh: '由BD-09换算为GCJ-02，再迭代反算（gcoord）',
		en: 'BD-09 to GCJ-02, and that undone by iteration (gcoord)'
	}
};

const FROM_PLANE: Bilingual = {
	zh: '由投影坐标换算为经纬度（proj4）',
	en: 'from the plane to longitude and latitude (proj4)'
};

/** How features came to be in WGS-84; `null` if they were, as longitude and latitude. */
export function conversionOf(
	{ notes }: Pick<Input, 'notes'>,
	datum: OwnDatum,
	placed: readonly Placed[],
	today: string
): Conversion | null {
	const projected = notes.find(({ kind }) => kind === 'projected');
	const steps = [projected ? FROM_PLANE : null, DATUM_METHODS[datum]].filter((one) => one !== null);
	if (steps.length === 0 || placed.length === 0) return null;
	return {
		from: datum,
		...(projected && { projection: String(projected.value) }),
		method: {
			zh: steps.map(({ zh }) => zh).join('；'),
			en: steps.map(({ en }) => en).join('; ')
		},
		on: today,
		features: placed.length,
		shift: medianShift(placed)
	};
}
