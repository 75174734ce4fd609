declare global {
	namespace App {
		interface PageState {
			/** Marks the history entries that the explorer wrote. */
			explorer?: true;
		}
	}
}

export {};
