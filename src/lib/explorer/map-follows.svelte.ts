import { MediaQuery } from 'svelte/reactivity';
import { recall, remember } from './remembered';

const KEY = 'atlas-follow';
const isCalm = new MediaQuery('(prefers-reduced-motion: reduce)', false);
const isDesk = new MediaQuery('(min-width: 900px)', false);

let chosen = $state<'on' | 'off' | null>(null);

/** Whether the map follows what is read: the reader's own choice, else unless motion is unwanted. */
export const mapFollows = {
	get isOn(): boolean {
		return chosen ? chosen === 'on' : !isCalm.current;
	},
	/** On, and there is room for a map beside the text. */
	get isActive(): boolean {
		return isDesk.current && mapFollows.isOn;
	},
	/** The reader has not chosen: off only where the system asks for less motion. */
	get isUndecided(): boolean {
		return chosen === null;
	},
	/** Takes up the choice of an earlier visit. */
	recall(): void {
		chosen = recall(KEY, ['on', 'off']);
	},
	toggle(): void {
		chosen = mapFollows.isOn ? 'off' : 'on';
		remember(KEY, chosen);
	}
};
