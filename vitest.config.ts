import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/{unit,data}/**/*.test.ts'],
		environment: 'node',
		globalSetup: 'tests/support/one-seed.ts',
		setupFiles: 'tests/support/seeded-properties.ts'
	}
});
