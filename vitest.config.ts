import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/{unit,data}/**/*.test.ts'],
		environment: 'node',
		// Ends what hangs, on a busy machine and with many runs of the property tests too.
		testTimeout: 30_000 * Math.max(1, Number(process.env['FC_RUNS'] ?? 1)),
		globalSetup: 'tests/support/one-seed.ts',
		setupFiles: 'tests/support/seeded-properties.ts'
	}
});
