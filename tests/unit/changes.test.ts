import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/lib/shown/changes';
import type { Shown } from '../../src/lib/shown/shown';
import type { StatusOn } from '../../src/lib/shown/status-on';
import type { SiteBrief } from '../../src/lib/atlas/brief';

const site = (id: string) => ({ id, status: 'open' }) as SiteBrief;
const shown = (statuses: Record<string, StatusOn>, leftOut: string[] = []): Shown => ({
	statuses,
	leftOut: new Set(leftOut),
	perhaps: new Set()
});
const planned: StatusOn = { status: 'planned', basis: 'known' };
const open: StatusOn = { status: 'open', basis: 'known' };

describe('what changes between two days', () => {
	it('tells another status, with the present of the record where no day is shown', () => {
		const changes = changesBetween([site('a'), site('b')], shown({ a: planned, b: open }), null);
		expect(changes).toEqual([{ site: site('a'), from: planned, to: open }]);
	});

	it('tells a promise that falls due, but not that less is certain', () => {
		const doubtful: StatusOn = { ...planned, basis: 'uncertain' };
		const due: StatusOn = { ...planned, basis: 'promised' };
		expect(changesBetween([site('a')], shown({ a: planned }), shown({ a: doubtful }))).toEqual([]);
		expect(changesBetween([site('a')], shown({ a: planned }), shown({ a: due }))).toHaveLength(1);
		expect(changesBetween([site('a')], shown({ a: due }), shown({ a: due }))).toEqual([]);
	});

	it('leaves out what the filter leaves out on both days only', () => {
		const from = shown({ a: planned, b: planned }, ['a', 'b']);
		const to = shown({ a: open, b: open }, ['a']);
		expect(changesBetween([site('a'), site('b')], from, to).map((one) => one.site.id)).toEqual([
			'b'
		]);
	});
});
