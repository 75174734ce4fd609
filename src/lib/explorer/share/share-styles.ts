import rules from './share.css?inline';

let sheet: CSSStyleSheet | null = null;

/** Applies the dialog's rules to the page, once: as rules of its components they would come first. */
export function applyShareStyles(): void {
	if (sheet) return;
	sheet = new CSSStyleSheet();
	sheet.replaceSync(rules);
	document.adoptedStyleSheets.push(sheet);
}
