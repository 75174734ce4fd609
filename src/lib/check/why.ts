import type { Bilingual } from '../atlas/schema';
import { RULES } from './index';
import { STAGE_RULES } from './stage-rules';

const WHY = new Map<string, Bilingual>([
	...Object.entries(STAGE_RULES),
	...RULES.map(({ name, why }) => [name, why] as const)
]);

/** Why a rule of any stage matters; `undefined` for a name that no stage gives. */
export function whyOf(rule: string): Bilingual | undefined {
	return WHY.get(rule);
}
