// A part whose style sheet does not come is still of use: Vite would keep it back.
addEventListener('vite:preloadError', (event) => {
	const { payload } = /** @type {Event & { payload: Error }} */ (event);
	if (payload.message.includes('CSS')) event.preventDefault();
});
// Without its first scripts the page is the one that it is where there are none, and says so.
/** @type {HTMLElement | null} */
let notice = null;
const fail = () => {
	if (notice) return;
	const root = document.documentElement;
	const isEnglish = root.lang === 'en';
	delete root.dataset.script;
	notice = document.createElement('p');
	notice.className = 'what-failed';
	notice.setAttribute('role', 'alert');
	notice.append(
		isEnglish ? 'What makes this page interactive did not load. ' : '页面的交互功能没有载入。'
	);
	const link = document.createElement('a');
	link.href = location.href;
	link.append(isEnglish ? 'Reload' : '重新载入');
	notice.append(link);
	document.body.prepend(notice);
};
addEventListener('unhandledrejection', fail);
addEventListener(
	'page-answers',
	() => {
		removeEventListener('unhandledrejection', fail);
		if (!notice) return;
		// What failed was not of this page: Kit also loads its page for errors ahead.
		notice.remove();
		document.documentElement.dataset.script = '';
	},
	{ once: true }
);
