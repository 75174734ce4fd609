import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './tests/support/browser';

const PORT = 4517;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	// Software rendering on two cores is slow; a test that hangs still ends.
	timeout: 180_000,
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${PORT}`,
		locale: 'zh-CN',
		// The camera jumps: what a test waits for is the answer, not the ride.
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: { executablePath: await findBrowser(), args: BROWSER_FLAGS }
	},
	webServer: {
		command: `npx vite preview --port ${PORT} --strictPort`,
		port: PORT,
		reuseExistingServer: false
	}
});
