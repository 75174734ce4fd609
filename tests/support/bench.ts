import { parseArgs } from 'node:util';
import { benchLarge } from './bench-large';
import { benchTiles } from './bench-tiles';
import { measureRun, toldRun } from './measure-run';

/**
 * Prints how long the data build, the whole build and the cutting of tiles take and what memory
 * they need at their peak: `npm run bench`. The budgets are those of the README; a miss makes the
 * exit code 1. `npm run bench -- tiles --features 1000000` is the last part alone, in full;
 * `npm run bench -- large --features 50000` is what a large layer of an atlas costs.
 */
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { features: { type: 'string', default: '100000' } }
});

const RUNS = [
	{
		name: 'data build',
		command: ['npx', 'tsx', 'src/pipeline/cli.ts', 'data'],
		budget: { seconds: 10, mb: 600 }
	},
	{ name: 'whole build', command: ['npm', 'run', 'build'], budget: { seconds: 60, mb: null } }
];

const [part] = positionals;
if (part === undefined)
	for (const { name, command, budget } of RUNS)
		console.log(toldRun(name, measureRun(command), budget));
if (part === 'large') await benchLarge(Number(values.features));
else await benchTiles(Number(values.features));
