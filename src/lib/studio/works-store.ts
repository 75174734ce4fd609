import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { done, type Draft, type Step } from '../draft/draft';

/** What the list of works shows of one, and how far it is. */
export interface WorkRecord {
	id: string;
	/** The atlas's title. */
	title: { zh: string; en: string };
	/** How many of its steps are done; those after it are undone. */
	at: number;
	/** When it was last changed, as ISO 8601. */
	changed: string;
	/** The tab that may write. */
	owner: string | null;
}

/** What a work began with. */
export interface Origin {
	/** The texts of the atlas, by path. */
	texts: Record<string, string>;
	/** Files that are no texts of an atlas: they leave as they came. */
	others: Record<string, Uint8Array>;
}

/** The folder on disk that a work is saved to. */
export interface SavedFolder {
	handle: FileSystemDirectoryHandle;
	/** The texts as they were last seen in it, by path. */
	seen: Record<string, string>;
}

/** All of a work. */
export interface StoredWork {
	record: WorkRecord;
	origin: Origin;
	steps: Step[];
	folder: SavedFolder | null;
}

/** The texts of a work as they are now. */
export function draftOf({ record, origin, steps }: StoredWork): Draft {
	const opened: Draft = new Map(Object.entries(origin.texts));
	return steps.slice(0, record.at).reduce(done, opened);
}

const STORES = ['works', 'origins', 'steps', 'folders'] as const;

interface Schema extends DBSchema {
	works: { key: string; value: WorkRecord };
	/** By work. */
	origins: { key: string; value: Origin };
	/** By work and number. */
	steps: { key: [string, number]; value: Step };
	/** By work. */
	folders: { key: string; value: SavedFolder };
}

type Stores = {
	[N in (typeof STORES)[number]]: IDBPObjectStore<Schema, typeof STORES, N, 'readwrite'>;
};

/** Another tab has taken the work over: nothing was written. */
export class NotOwner extends Error {}

/** Where storage is refused, the browser throws at once; asynchronous, so that it is told all the same. */
async function open(name: string): Promise<IDBPDatabase<Schema>> {
	return openDB<Schema>(name, 1, {
		upgrade(db) {
			db.createObjectStore('works', { keyPath: 'id' });
			for (const store of ['origins', 'steps', 'folders'] as const) db.createObjectStore(store);
		}
	});
}

/** The works that this device keeps. Each call resolves when what it wrote is on disk. */
export class WorksStore {
	readonly #db: Promise<IDBPDatabase<Schema>>;

	constructor(name = 'atlas-studio') {
		this.#db = open(name);
		// Told to whoever asks.
		this.#db.catch(() => {});
	}

	/** All works, the one that was changed last first. */
	async list(): Promise<WorkRecord[]> {
		const works = await (await this.#db).getAll('works');
		return works.sort((a, b) => (a.changed < b.changed ? 1 : -1));
	}

	/** A work; `null` if it is not there. */
	async load(id: string): Promise<StoredWork | null> {
		const transaction = (await this.#db).transaction(STORES);
		const [record, origin, steps, folder] = await Promise.all([
			transaction.objectStore('works').get(id),
			transaction.objectStore('origins').get(id),
			transaction.objectStore('steps').getAll(allSteps(id)),
			transaction.objectStore('folders').get(id)
		]);
		return record && origin ? { record, origin, steps, folder: folder ?? null } : null;
	}

	/** Keeps a new work. */
	async add({ record, origin, steps, folder }: StoredWork): Promise<void> {
		await this.#write(async (stores) => {
			await stores.works.put(record);
			await stores.origins.put(origin, record.id);
			for (const [n, step] of steps.entries()) await stores.steps.put(step, [record.id, n]);
			if (folder) await stores.folders.put(folder, record.id);
		});
	}

	async remove(id: string): Promise<void> {
		await this.#write(async (stores) => {
			await stores.works.delete(id);
			await stores.origins.delete(id);
			await stores.steps.delete(allSteps(id));
			await stores.folders.delete(id);
		});
	}

	/** Makes a tab the one that may write. */
	async own(id: string, owner: string): Promise<void> {
		await this.#write(async ({ works }) => {
			const record = await works.get(id);
			if (record) await works.put({ ...record, owner });
		});
	}

	/**
	 * Writes what changed of a work.
	 *
	 * @param steps from number `from` on, in place of all that stood there
	 * @throws NotOwner if another tab may write by now
	 */
	async save(
		id: string,
		owner: string,
		changed: Pick<WorkRecord, 'title' | 'at' | 'changed'>,
		{ from, steps }: { from: number; steps: readonly Step[] }
	): Promise<void> {
		await this.#write(async (stores) => {
			const record = await ownRecord(stores, id, owner);
			await stores.works.put({ ...record, ...changed });
			await stores.steps.delete(allSteps(id, from));
			for (const [i, step] of steps.entries()) await stores.steps.put(step, [id, from + i]);
		});
	}

	/**
	 * Remembers the folder of a work.
	 *
	 * @throws NotOwner if another tab may write by now
	 */
	async saveFolder(id: string, owner: string, folder: SavedFolder): Promise<void> {
		await this.#write(async (stores) => {
			await ownRecord(stores, id, owner);
			await stores.folders.put(folder, id);
		});
	}

	/** One transaction: all of it or nothing is written. */
	async #write(write: (stores: Stores) => Promise<void>): Promise<void> {
		const db = await this.#db;
		const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
		const stores = Object.fromEntries(
			STORES.map((name) => [name, transaction.objectStore(name)])
		) as unknown as Stores;
		// An aborted transaction rejects too: what went wrong is told once.
		const done = transaction.done.then(
			() => null,
			(error: unknown) => error
		);
		try {
			await write(stores);
		} catch (error) {
			if (error instanceof NotOwner) transaction.abort();
			await done;
			throw error;
		}
		const failure = await done;
		if (failure) throw failure as Error;
	}
}

function allSteps(id: string, from = 0): IDBKeyRange {
	return IDBKeyRange.bound([id, from], [id, Infinity]);
}

async function ownRecord({ works }: Stores, id: string, owner: string): Promise<WorkRecord> {
	const record = await works.get(id);
	if (record?.owner !== owner) throw new NotOwner();
	return record;
}
