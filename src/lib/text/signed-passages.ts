import type { Retelling } from '../atlas/atlas';
import type { Signed } from './anchor';
import { figuresOf } from './figures';

/** What the passages of a retelling say, in the order of the text that they retell. */
export function signedPassages(retelling: Retelling): Signed[] {
	return retelling.sections
		.flatMap((section) => section.passages)
		.map(({ n, parts, sites }) => {
			// a blank line keeps the numbers on both sides of a name apart
			const besides = parts.map((part) => (part.site ? '\n\n' : part.text)).join('');
			return { n, sites, figures: figuresOf(besides), words: besides };
		})
		.sort((a, b) => a.n - b.n);
}
