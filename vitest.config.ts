import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/{unit,data}/**/*.test.ts'],
		environment: 'node',
		maxWorkers: '100%',
		// files share what they import, which halves the time: what a test stubs it must give back
		isolate: false,
		// no test waits for time: this is only for what hangs, on however busy a machine
		testTimeout: 120_000 * Math.max(1, Number(process.env['FC_RUNS'] ?? 1)),
		hookTimeout: 120_000,
		globalSetup: 'tests/support/one-seed.ts',
		setupFiles: 'tests/support/seeded-properties.ts'
	}
});
