addEventListener('click', ({ target }) => {
	const link = target instanceof Element && target.closest('a[download]');
	if (!(link instanceof HTMLAnchorElement) || !navigator.serviceWorker?.controller) return;
	link.removeAttribute('download');
	link.search = 'download';
});
