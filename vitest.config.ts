import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: { include: ['tests/{unit,data}/**/*.test.ts'], environment: 'node' }
});
