import { expect, test } from 'vitest';
import { pickSites, type Hit } from '../../src/lib/map/pick';

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
