import { readFileSync } from 'node:fs';
import type { Atlas } from '../../src/lib/atlas/atlas';

/** The built atlas that the tested site shows; `npm run build` writes it. */
export const atlas = JSON.parse(readFileSync('.atlas/atlas.json', 'utf8')) as Atlas;
