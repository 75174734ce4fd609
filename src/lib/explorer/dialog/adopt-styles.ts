const adopted = new Map<string, CSSStyleSheet>();

/**
 * Applies rules to the page, once however often they are asked for. For what is loaded late: the
 * rules of its components would be in every page. They come after all rules of the page.
 */
export function adoptStyles(rules: string): void {
	if (adopted.has(rules)) return;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(rules);
	adopted.set(rules, sheet);
	document.adoptedStyleSheets.push(sheet);
}

/** Takes such rules away again. */
export function dropStyles(rules: string): void {
	const sheet = adopted.get(rules);
	adopted.delete(rules);
	document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
}
