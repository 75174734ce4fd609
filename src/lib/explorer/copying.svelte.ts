/** Copies texts, and knows how the last one went: web views may refuse, and leave it to the reader. */
export class Copying {
	outcome = $state<'idle' | 'copied' | 'refused'>('idle');

	async copy(text: string): Promise<void> {
		try {
			await navigator.clipboard.writeText(text);
			this.outcome = 'copied';
		} catch {
			this.outcome = 'refused';
		}
	}

	/** What was copied is no longer what there is. */
	forget(): void {
		this.outcome = 'idle';
	}
}
