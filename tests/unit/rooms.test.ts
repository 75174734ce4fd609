import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const eslint = new ESLint();
/** Rooms that belong to the screen, which pure ones know nothing of. */
const SCREEN = ['map', 'explorer', 'pages', 'studio'];
const IMPURE = [...SCREEN, 'outside', 'embed'];

const rooms = readdirSync('src/lib', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** What a room's files may not import, as patterns of the lint rule. */
async function barredIn(room: string): Promise<string[]> {
	const config = (await eslint.calculateConfigForFile(`src/lib/${room}/any.ts`)) as {
		rules: Record<string, [number, { patterns: { group: string[] }[] }] | undefined>;
	};
	const [level, { patterns }] = config.rules['no-restricted-imports'] ?? [0, { patterns: [] }];
	return level === 2 ? patterns.flatMap(({ group }) => group) : [];
}

it.each(rooms)('src/lib/%s is in the table of ARCHITECTURE.md', (room) => {
	expect(readFileSync('ARCHITECTURE.md', 'utf8')).toContain(`| \`src/lib/${room}/\``);
});

it.each(rooms)('src/lib/%s may not import the pipeline', async (room) => {
	expect(await barredIn(room)).toContain('**/pipeline/**');
});

it.each(rooms.filter((room) => room !== 'map'))(
	'src/lib/%s may not import the map engine',
	async (room) => {
		expect(await barredIn(room)).toEqual(expect.arrayContaining(['maplibre-gl', 'pmtiles']));
	}
);

it.each(rooms.filter((room) => !IMPURE.includes(room)))(
	'src/lib/%s may not import what is on the screen',
	async (room) => {
		const screen = SCREEN.map((other) => `**/${other}/**`);
		const barred = ['svelte', 'node:*', '**/*.svelte', ...screen];
		expect(await barredIn(room)).toEqual(expect.arrayContaining(barred));
	}
);
