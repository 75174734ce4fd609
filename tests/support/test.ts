import { test as base } from '@playwright/test';

/**
 * Playwright's `test`, which also fails where a page broke its own content security policy, in
 * any frame of the test's context. What is meant to break it says so with `mayBreakPolicy`.
 */
export const test = base.extend<{ mayBreakPolicy: boolean; keptPolicy: void }>({
	mayBreakPolicy: [false, { option: true }],
	keptPolicy: [
		async ({ context, mayBreakPolicy }, use) => {
			const broken: string[] = [];
			await context.exposeBinding('toldOfViolation', (_source, violation: string) => {
				broken.push(violation);
			});
			await context.addInitScript(() => {
				document.addEventListener('securitypolicyviolation', (event) => {
					const { toldOfViolation } = self as unknown as {
						toldOfViolation: (what: string) => void;
					};
					const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
					toldOfViolation(
						`${location.href}: ${effectiveDirective} bars ${blockedURI} “${sample}” (${sourceFile}:${lineNumber})`
					);
				});
			});
			await use();
			// What a test answers for is no part of it once it has ended.
			for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
			if (broken.length > 0 && !mayBreakPolicy)
				throw new Error(`The content security policy was broken:\n${broken.join('\n')}`);
		},
		{ auto: true }
	]
});
