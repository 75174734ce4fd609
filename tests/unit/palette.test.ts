import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/lib/check/contrast';
import { DARK, LIGHT, type Palette } from '../../src/lib/style/palette';

const css = readFileSync('src/app.css', 'utf8');

/** Custom properties of the rule that follows a selector. */
function propertiesAfter(selector: string): Map<string, string> {
	const start = css.indexOf(`${selector} {`);
	expect(start, `app.css has a rule ${selector}`).toBeGreaterThanOrEqual(0);
	const rule = css.slice(start, css.indexOf('}', start));
	return new Map(
		[...rule.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
			name ?? '',
			value ?? ''
		])
	);
}

function expected({ name: _, status, ...colours }: Palette): Map<string, string> {
	return new Map([
		...Object.entries(colours).map(([key, value]) => [`--map-${key}`, value] as const),
		...Object.entries(status).map(([key, value]) => [`--status-${key}`, value] as const)
	]);
}

test.each([
	[':root', LIGHT],
	[":root[data-theme='dark']", DARK],
	[":root:not([data-theme='light'])", DARK]
])('the page and the map have the same colours in %s', (selector, palette) => {
	const properties = propertiesAfter(selector);
	for (const [name, value] of expected(palette)) expect(properties.get(name), name).toBe(value);
});

test.each([LIGHT, DARK])(
	'text of the $name palette has a contrast of 4.5 on its halo',
	(palette) => {
		const inks = [
			palette.ink,
			palette.quietInk,
			palette.waterInk,
			palette.greenInk,
			...Object.values(palette.status)
		];
		for (const ink of inks)
			expect(contrast(ink, palette.halo), ink).toBeGreaterThanOrEqual(
				ink === palette.waterInk ? 4 : 4.5
			);
	}
);
