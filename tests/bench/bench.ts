import { parseArgs } from 'node:util';
import { benchLarge } from './large-layer';
import { benchStages } from './stages';
import { benchTiles } from './many-tiles';
import { measureRun, toldRun } from './measure-run';

/**
 * Prints what single stages take, and what time and memory the data build, the whole build and the
 * cutting of tiles need: `npm run bench`. A missed budget makes the exit code 1. One part alone:
 * `npm run bench -- stages`; `npm run bench -- tiles --features 1000000`, in full;
 * `npm run bench -- large --features 50000`, what a large layer of an atlas costs.
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
if (part === undefined || part === 'stages') await benchStages();
if (part === undefined)
	for (const { name, command, budget } of RUNS)
		console.log(toldRun(name, measureRun(command), budget));
if (part === 'large') await benchLarge(Number(values.features));
else if (part !== 'stages') await benchTiles(Number(values.features));
