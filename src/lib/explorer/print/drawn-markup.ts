interface Policy {
	createHTML(markup: string): string;
}

/** Where the browser asks for Trusted Types; the content security policy names this one. */
const policy = (
	globalThis as {
		trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
	}
).trustedTypes?.createPolicy('drawn-map', { createHTML: (markup) => markup });

/** Our own drawing, whose texts are escaped, as `{@html}` may put it into the page. */
export function drawnMarkup(markup: string): string {
	return policy?.createHTML(markup) ?? markup;
}
