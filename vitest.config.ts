import { defineConfig } from 'vitest/config';
import { runs } from './tests/support/runs';

export default defineConfig({
	test: {
		include: ['tests/{unit,data}/**/*.test.ts'],
		environment: 'node',
		// Ends what hangs, on a busy machine and with many runs of the property tests too.
		testTimeout: Math.max(30_000, runs(30_000).numRuns),
		globalSetup: 'tests/support/one-seed.ts',
		setupFiles: 'tests/support/seeded-properties.ts'
	}
});
