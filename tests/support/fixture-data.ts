import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAtlas } from '../../src/pipeline/read-folder';
import type { SourceData, SourceFeature, SourceLayer } from '../../src/lib/source/types';

/** A small valid data folder of an invented district. */
export const FIXTURE = 'tests/fixtures/atlas';

/** A day on which the fixture is as good as new. */
export const FIXTURE_DAY = new Date('2026-03-02');

/** The fixture, read. */
export async function readFixture(): Promise<SourceData> {
	const { data, issues } = await readAtlas(FIXTURE);
	if (!data || issues.length > 0) throw new Error(`${FIXTURE}: ${JSON.stringify(issues)}`);
	return data;
}

/** Runs `use` with a copy of the fixture that it may change; the copy is gone afterwards. */
export async function withCopy<T>(use: (dir: string) => Promise<T>): Promise<T> {
	const parent = await mkdtemp(join(tmpdir(), 'atlas-'));
	const dir = join(parent, 'geodata');
	try {
		await cp(FIXTURE, dir, { recursive: true });
		return await use(dir);
	} finally {
		await rm(parent, { recursive: true });
	}
}

/** Replaces one piece of a text file, which must be there. */
export async function edit(dir: string, file: string, from: string, to: string): Promise<void> {
	const path = join(dir, file);
	const text = await readFile(path, 'utf8');
	if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
	await writeFile(path, text.replace(from, to));
}

/** A site of the fixture. */
export function site(data: SourceData, id: string): SourceData['sites'][number] {
	return found(data.sites, id);
}

/** A layer of the fixture. */
export function layer(data: SourceData, id: string): SourceLayer {
	const one = data.layers.find(({ record }) => record.id === id);
	if (!one) throw new Error(`The fixture has no layer "${id}"`);
	return one;
}

/** A feature of one of the fixture's layers. */
export function feature(
	data: SourceData,
	ofLayer: string,
	id: string
): SourceFeature<Record<string, unknown>> {
	return found(layer(data, ofLayer).features, id);
}

function found<T extends { id: string }>(list: readonly T[], id: string): T {
	const one = list.find((item) => item.id === id);
	if (!one) throw new Error(`The fixture has no "${id}"`);
	return one;
}
