import { untrack } from 'svelte';
import type { Shown } from '../shown/shown';
import { isEmpty } from '../view/filter';
import type { Explorer } from './explorer.svelte';
import { loadLater } from './load-later';

/** Keeps what an explorer shows in step with the days and the filter of its view. */
export function showWhatIsAsked(explorer: Explorer): void {
	$effect(() => {
		const { date, filter } = explorer;
		if (date !== null || !isEmpty(filter)) return follow(date, (shown) => (explorer.shown = shown));
		explorer.shown = null;
		if (untrack(() => explorer.compared) === null)
			untrack(() => explorer.problems.withdraw('shown'));
	});
	$effect(() => {
		const { compared } = explorer;
		void explorer.filter;
		if (compared !== null) return follow(compared, (shown) => (explorer.shownThen = shown));
		explorer.shownThen = null;
	});

	function follow(date: string | null, take: (shown: Shown | null) => void) {
		let isCalledOff = false;
		void workOut(date).then((shown) => {
			if (!isCalledOff) take(shown);
		});
		return () => (isCalledOff = true);
	}

	async function workOut(date: string | null) {
		try {
			const [workOutShown, details] = await Promise.all([
				loadLater.shown(),
				untrack(() => explorer.details.want())
			]);
			if (!details) throw new Error('Days and filters need the details of the sites.');
			explorer.problems.withdraw('shown');
			return workOutShown(explorer, details, date);
		} catch (error) {
			console.error(error);
			explorer.problems.report('shown');
			return null;
		}
	}
}
