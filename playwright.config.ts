import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './tests/support/browser';

const PORT = Number(process.env['PORT'] ?? 4517);

/** Found once and handed on to the workers, which would unpack it at the same time. */
const executablePath = (process.env['CHROMIUM'] = await findBrowser());

export default defineConfig({
	testDir: 'tests/e2e',
	// A folder of its own: it is emptied at the start, and the reports stand beside it.
	outputDir: 'test-results/e2e',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	// Software rendering on two cores is slow; a test that hangs still ends.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${PORT}`,
		locale: 'zh-CN',
		// Keeping the whole site would cost every test its time; offline.spec.ts lets it.
		serviceWorkers: 'block',
		// The camera jumps: what a test waits for is the answer, not the ride.
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: { executablePath, args: BROWSER_FLAGS }
	},
	webServer: {
		command: `npx vite preview --port ${PORT} --strictPort`,
		port: PORT,
		reuseExistingServer: false
	}
});
