import type { Status } from '../../atlas/schema';
import { LIGHT, type Palette } from '../palette';

const STATUSES = Object.keys(LIGHT.status) as Status[];
type Key = Exclude<keyof Palette, 'name' | 'status'>;
const KEYS = Object.keys(LIGHT).filter((key): key is Key => key !== 'name' && key !== 'status');

/**
 * A palette whose colours only stand for their names: the style is evaluated with it, and each
 * colour that comes out is then looked up. So a drawing can have `var(--map-water)` where
 * expressions only know real colours.
 */
export const TOKENS: Palette = {
	...(Object.fromEntries(KEYS.map((key, i) => [key, token(i)])) as unknown as Palette),
	name: 'light',
	status: Object.fromEntries(
		STATUSES.map((status, i) => [status, token(KEYS.length + i)])
	) as Palette['status']
};

/** The colour of a palette that an evaluated colour stands for, or the colour itself. */
export function colourIn(palette: Palette): (colour: string) => string {
	const known = new Map<string, string>([
		...KEYS.map((key) => [TOKENS[key], palette[key]] as const),
		...STATUSES.map((status) => [TOKENS.status[status], palette.status[status]] as const)
	]);
	return (colour) => known.get(colour) ?? colour;
}

function token(index: number): string {
	return `#0001${(index + 1).toString(16).padStart(2, '0')}`;
}
