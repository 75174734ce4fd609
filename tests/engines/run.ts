import { ENGINES, type Engine } from './engines';
import { EXPLORER_CHECKS, type Check } from './explorer-checks';
import { EnginePage } from './page';
import { PAGE_CHECKS } from './page-checks';
import { TOOL_CHECKS } from './tool-checks';
import { serveWatchedSite } from './watched-site';

/**
 * Runs the same checks of the built site in each engine that is there: `npm run test:engines`,
 * or `npm run test:engines firefox` for some alone. The last line counts; exit code 1 if one
 * failed, 2 for a name that is no engine's.
 */
const CHECKS = [...EXPLORER_CHECKS, ...TOOL_CHECKS, ...PAGE_CHECKS];
const DESK = [1440, 900] as const;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !ENGINES.some((engine) => engine.name === name));
if (unknown.length) {
	console.error(
		`No engine is called ${unknown.join(', ')}; there are ${ENGINES.map(({ name }) => name).join(', ')}.`
	);
	process.exit(2);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const site = await serveWatchedSite();
for (const engine of ENGINES) {
	if (names.length && !names.includes(engine.name)) continue;
	const missing = engine.missing();
	if (missing === null) await runChecks(engine);
	else {
		counts.skipped += CHECKS.length;
		console.log(
			`${engine.name}: not there, ${CHECKS.length} checks skipped. To have it: ${missing}`
		);
	}
}
await site.close();
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed ? 1 : 0;

async function runChecks(engine: Engine): Promise<void> {
	const driver = await engine.start();
	const page = new EnginePage(driver, site.url);
	try {
		await page.open('404.html');
		console.log(`${engine.name}: ${await page.run(() => navigator.userAgent)}`);
		for (const check of CHECKS) {
			const fault = await faultOf(page, check);
			counts[fault === null ? 'passed' : 'failed'] += 1;
			console.log(fault === null ? `  ok    ${check.name}` : `  FAIL  ${check.name}: ${fault}`);
		}
	} finally {
		await driver.close();
	}
}

/** What a check found wrong, or what must not happen on any page and did. */
async function faultOf(page: EnginePage, check: Check): Promise<string | null> {
	await page.driver.resize(...DESK);
	const fault = await check.run(page).then(
		() => null,
		(error: Error) => error.message
	);
	const faults = await page.takeFaults();
	return [...(fault === null ? [] : [fault]), ...faults].join('; ') || null;
}
