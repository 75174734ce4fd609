import { untrack } from 'svelte';
import type { Explorer } from '../../explorer.svelte';
import { Outside } from './outside.svelte';

/** What an explorer has from other addresses, made at the first call. */
export function outsideOf(explorer: Explorer): Outside {
	return untrack(() => (explorer.outside ??= new Outside(explorer)));
}
