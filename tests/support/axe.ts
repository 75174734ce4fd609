import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * What axe finds against WCAG 2.0 to 2.2, A and AA, and good practice: rule, place, reason.
 *
 * @param rules only these, where nothing else can have changed since the last look
 * @param part only there, where the rest is still moving
 */
export async function axeFindings(page: Page, rules?: string[], part?: string): Promise<string[]> {
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
	// A frame shows another page of ours, which is looked at by itself: no second page is needed to
	// put findings together.
	axe.exclude('iframe').setLegacyMode();
	if (part) axe.include(part);
	const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) =>
			`${id}: ${target.join(' ')} ${failureSummary ?? ''}`.replaceAll(/\s+/g, ' ')
		)
	);
}
