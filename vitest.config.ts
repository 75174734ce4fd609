import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/{unit,data}/**/*.test.ts'],
		environment: 'node',
		maxWorkers: '100%',
		// files share what they import, which halves the time: what a test stubs it must give back
		isolate: false,
		// no test waits for time: this is only for what hangs, on however busy a machine
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
