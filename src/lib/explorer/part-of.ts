/**
 * The component of a part that was loaded. A script that comes empty is a module as good as any,
 * and Svelte shows nothing for a component that is not there.
 *
 * @throws Error if the module has none
 */
export function partOf<T>({ default: part }: { default: T }): T {
	if (!part) throw new Error('The script of a part came without it: load the page again.');
	return part;
}
