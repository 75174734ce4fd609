import { register } from 'tsx/esm/api';

// a thread knows nothing of how its program reads TypeScript
register();
await import('./tile-worker.ts');
