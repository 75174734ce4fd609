// app.html sets the attribute, where the address wants the text alone.
if (!document.documentElement.hasAttribute('data-text-only'))
	new PerformanceObserver((seen, observer) => {
		if (!seen.getEntriesByName('first-contentful-paint').length) return;
		observer.disconnect();
		if (!document.createElement('canvas').getContext('webgl2')) return;
		const later = /** @type {HTMLTemplateElement} */ (document.getElementById('map-code'));
		document.head.append(later.content);
	}).observe({ type: 'paint', buffered: true });
