import rules from '../../pages/card-parts.css?inline';
import { partOf } from '../part-of';
import { adoptStyles } from '../dialog/adopt-styles';

/**
 * Parts of a card that come once it is there. Not by way of `load-later.ts`: Kit has the rules of
 * what is one step away from the first load in every page.
 */
export const cardParts = {
	gettingThere: () => styled(import('./GettingThere.svelte')),
	tellEditors: () => styled(import('./TellEditors.svelte'))
};

async function styled<T>(loading: Promise<{ default: T }>): Promise<T> {
	const part = await loading;
	adoptStyles(rules);
	return partOf(part);
}
