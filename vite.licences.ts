import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Modules of workers, which are bundles of their own and are there before that of the app. */
const ofWorkers = new Set<string>();

/** Packages whose data the build of the atlas writes into `search.json`. */
const OF_DATA = ['pinyin-pro', 'opencc-js'].map((name) => join('node_modules', name));

/** Writes `licences.txt` beside the pages: the notice of every package that ships in the app. */
export function licences(): Plugin {
	return {
		name: 'licences',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle(_options, bundle) {
			const modules = [...modulesOf(bundle), ...ofWorkers];
			const packages = new Set([...modules.flatMap((id) => packageOf(id) ?? []), ...OF_DATA]);
			// A package may ship in a worker and be in the data too.
			const notices = [...new Set([...packages].map(noticeOf))];
			this.emitFile({
				type: 'asset',
				fileName: 'licences.txt',
				source: notices.sort().join(`\n\n${'='.repeat(80)}\n\n`)
			});
		}
	};
}

/** Notes for `licences` what a worker is made of. */
export function workerLicences(): Plugin {
	return {
		name: 'worker-licences',
		generateBundle(_options, bundle) {
			for (const id of modulesOf(bundle)) ofWorkers.add(id);
		}
	};
}

function modulesOf(bundle: Rolldown.OutputBundle): string[] {
	return Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}

/** The innermost package that a module is in; `null` for our own modules. */
function packageOf(id: string): string | null {
	const starts = [...id.matchAll(/\/node_modules\/(?:@[^/]+\/)?[^/]+/g)];
	const folders = starts.map(({ index, 0: name }) => id.slice(0, index) + name);
	return folders.findLast((folder) => existsSync(join(folder, 'package.json'))) ?? null;
}

function noticeOf(folder: string): string {
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const { name, version, license } = JSON.parse(read('package.json')) as Record<string, string>;
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	return `${name} ${version}, ${license}\n\n${file ? read(file).trim() : ''}`.trim();
}
