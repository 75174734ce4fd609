import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Modules of workers, which are bundled apart, before the pages' own bundle is written. */
const inWorkers = new Set<string>();

/** Notes what ships in workers. */
export function workerLicences(): Plugin {
	return {
		name: 'worker-licences',
		generateBundle(_options, bundle) {
			for (const id of modulesOf(bundle)) inWorkers.add(id);
		}
	};
}

/** Writes `licences.txt` beside the pages: the notice of every package that ships in the app. */
export function licences(): Plugin {
	return {
		name: 'licences',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle(_options, bundle) {
			const modules = [...modulesOf(bundle), ...inWorkers];
			const notices = [...new Set(modules.flatMap((id) => packageOf(id) ?? []))].map(noticeOf);
			this.emitFile({
				type: 'asset',
				fileName: 'licences.txt',
				source: notices.sort().join(`\n\n${'='.repeat(80)}\n\n`)
			});
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
