import { MediaQuery } from 'svelte/reactivity';
import { createSubscriber } from 'svelte/reactivity';

const prefersDark = new MediaQuery('(prefers-color-scheme: dark)', false);

const onTheme = createSubscriber((update) => {
	const observer = new MutationObserver(update);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	return () => observer.disconnect();
});

/** Whether the page is dark: by the reader's choice on the page, else by the system. */
export const darkScheme = {
	get isDark(): boolean {
		onTheme();
		if (typeof document === 'undefined') return false;
		const chosen = document.documentElement.dataset['theme'];
		return chosen ? chosen === 'dark' : prefersDark.current;
	}
};
