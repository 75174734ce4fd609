import type { ParamMatcher } from '@sveltejs/kit';

/** Chinese stands at `/`; the only prefix is English. */
export const match = ((param) => param === 'en') satisfies ParamMatcher;
