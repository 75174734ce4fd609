import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Runs Vitest's tests and those of Playwright's that have `@core` in their title, with `--all`
 * every one, and closes with one line that counts both. Exit code 1 if one failed or a runner
 * broke.
 */
const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const UNIT = 'test-results/unit.json';
const E2E = 'test-results/e2e.json';
/** A runner that leaves no report counts as one failure. */
const NO_REPORT = 1;

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const codes = [
	run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${UNIT}`]),
	run('playwright', values.all ? ['test'] : ['test', '--grep', '@core'])
];
const counts = [unitCounts(), e2eCounts()];
const total = (key: keyof Counts) => counts.reduce((sum, count) => sum + count[key], 0);
const broken = codes.some((code) => code !== 0) && total('failed') === 0;
if (broken) console.error('A test runner ended with an error of its own: see above.');
const skipped = total('skipped') ? `, ${total('skipped')} skipped` : '';
console.log(`\n${total('passed')} passed, ${total('failed') + Number(broken)} failed${skipped}`);
process.exitCode = broken || total('failed') > 0 ? 1 : 0;

function run(command: string, args: string[]): number {
	return spawnSync('npx', [command, ...args], { stdio: 'inherit' }).status ?? 1;
}

function readReport(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		return null;
	}
}

function unitCounts(): Counts {
	const report = readReport(UNIT) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
	} | null;
	return {
		passed: report?.numPassedTests ?? 0,
		failed: report?.numFailedTests ?? NO_REPORT,
		skipped: report?.numPendingTests ?? 0
	};
}

function e2eCounts(): Counts {
	const report = readReport(E2E) as {
		stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	} | null;
	return {
		passed: report?.stats.expected ?? 0,
		failed: report ? report.stats.unexpected + report.stats.flaky : NO_REPORT,
		skipped: report?.stats.skipped ?? 0
	};
}
