declare global {
	/** Where SvelteKit writes while it builds (vite.config.ts). */
	const __KIT_FOLDER__: string;
	namespace App {
		interface PageState {
			/** Marks the history entries that the explorer wrote. */
			explorer?: true;
		}
	}
}

export {};
