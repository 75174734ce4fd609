import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import spdx from 'spdx-license-list/full.js';
import type { Plugin, Rolldown } from 'vite';

/** What is read of a `package.json`. */
interface Package {
	name: string;
	version: string;
	license: string;
	author?: string | { name: string };
}

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

/** @throws Error if a package has neither a licence file nor a licence whose text is known */
function noticeOf(folder: string): string {
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const found = JSON.parse(read('package.json')) as Package;
	const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
	const text = file ? read(file).trim() : standardText(found);
	return `${found.name} ${found.version}, ${found.license}\n\n${text}`;
}

/** The text of a licence that a package names and does not carry, in its author's name. */
function standardText({ name, license, author }: Package): string {
	const holder = typeof author === 'string' ? author : author?.name;
	const text = spdx[license]?.licenseText;
	if (!text || !holder)
		throw new Error(
			`${name} ships no licence file, and for "${license}" by ${holder ?? 'nobody'} no notice can be written: use another package, or add its notice here.`
		);
	const terms = text.split('\n').filter((line) => !line.startsWith('Copyright (c)'));
	return `Copyright (c) ${holder}\n\n${terms.join('\n')}`.replaceAll(/\n{3,}/g, '\n\n').trim();
}
