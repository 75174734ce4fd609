/** Why something is missing; each has a notice in the page's language. */
export type Problem =
	'webgl' | 'base' | 'map' | 'slow' | 'original' | 'details' | 'shown' | 'outside';

/** What is missing on the page, in the order in which it was found out. */
export class Problems {
	#all = $state.raw<readonly Problem[]>([]);

	get all(): readonly Problem[] {
		return this.#all;
	}

	report(problem: Problem): void {
		if (!this.#all.includes(problem)) this.#all = [...this.#all, problem];
	}

	/** What was missing has come after all. */
	withdraw(problem: Problem): void {
		if (this.#all.includes(problem)) this.#all = this.#all.filter((other) => other !== problem);
	}
}
