import { expect, test } from 'vitest';
import { meantBy, pickSites, type Found, type Hit } from '../../src/lib/map/pick';

const hit = (id: string, kind: Hit['kind'], distance: number): Hit => ({ id, kind, distance });

test('a click on nothing picks nothing', () => {
	expect(pickSites([])).toEqual([]);
});

test('a mark goes before the line under it', () => {
	expect(pickSites([hit('line', 'line', 0), hit('mark', 'mark', 9)])).toEqual(['mark']);
});

test('the nearest mark wins when it is clearly nearer', () => {
	expect(pickSites([hit('far', 'mark', 15), hit('near', 'mark', 3)])).toEqual(['near']);
});

test('marks that are about as near are all offered, nearest first', () => {
	expect(pickSites([hit('b', 'mark', 5), hit('a', 'mark', 2)])).toEqual(['a', 'b']);
});

test('lines that lie on one another are all offered', () => {
	expect(pickSites([hit('a', 'line', 0), hit('b', 'line', 0)])).toEqual(['a', 'b']);
});

test('copies of a feature from several tiles count once', () => {
	expect(pickSites([hit('a', 'line', 0), hit('a', 'line', 0)])).toEqual(['a']);
});

test('who reads is offered what is clearly meant, who identifies all of it', () => {
	const own = (isSmall: boolean) => ({ source: 'own-1', index: 3, isSmall });
	const found: Found = {
		sites: [hit('area', 'fill', 0), hit('mark', 'mark', 4), hit('mark', 'mark', 4)],
		own: [own(false), own(true)],
		ground: [{ kind: 'station', name: 'S', since: null, status: null }]
	};
	expect(meantBy(found, true)).toEqual({ ...found, sites: ['area', 'mark'] });
	expect(meantBy(found, false)).toEqual({ sites: [], own: [own(true)], ground: [] });
	expect(meantBy({ ...found, own: [own(false)] }, false).sites).toEqual(['mark']);
	expect(meantBy({ ...found, own: [own(false)], sites: [] }, false).own).toEqual([own(false)]);
	expect(meantBy({ ...found, own: [], sites: [] }, false)).toEqual({
		sites: [],
		own: [],
		ground: []
	});
});
