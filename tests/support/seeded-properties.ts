import fc from 'fast-check';
import { inject } from 'vitest';
import { runs } from './runs';

fc.configureGlobal({ seed: inject('seed'), ...runs(100) });
