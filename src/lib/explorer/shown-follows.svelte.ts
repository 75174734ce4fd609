import { untrack } from 'svelte';
import { isEmpty } from '../view/filter';
import type { Explorer } from './explorer.svelte';
import { loadLater } from './load-later';

/** Keeps what an explorer shows in step with the day and the filter of its view. */
export function showWhatIsAsked(explorer: Explorer): void {
	$effect(() => {
		const { date, filter } = explorer;
		if (date === null && isEmpty(filter)) {
			explorer.shown = null;
			untrack(() => explorer.withdraw('shown'));
			return;
		}
		let isCalledOff = false;
		void workOut().then((shown) => {
			if (!isCalledOff) explorer.shown = shown;
		});
		return () => (isCalledOff = true);
	});

	async function workOut() {
		try {
			const [workOutShown, details] = await Promise.all([
				loadLater.shown(),
				untrack(() => explorer.wantDetails())
			]);
			if (!details) throw new Error('Days and filters need the details of the sites.');
			explorer.withdraw('shown');
			return workOutShown(explorer, details);
		} catch (error) {
			console.error(error);
			explorer.report('shown');
			return null;
		}
	}
}
