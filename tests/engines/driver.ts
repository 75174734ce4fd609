/** The keys that the checks press. */
export type Key = 'Home' | 'Enter' | 'Escape';

/** What the checks ask of a browser, whichever engine it has and however it is spoken to. */
export interface Driver {
	/** Goes to an address; returns once the page has been read. */
	go(url: string): Promise<void>;
	/** Sets out for the page before this one in the history. */
	goBack(): Promise<void>;
	/** Value of an expression in the page; a promise is waited for. Throws what it throws. */
	evaluate(expression: string): Promise<unknown>;
	/** Presses and lets go the mouse at a point of the window, in CSS pixels. */
	clickAt(x: number, y: number): Promise<void>;
	press(key: Key): Promise<void>;
	/** Types into what has the focus. */
	type(text: string): Promise<void>;
	/** Makes what a page sees of the window this large, in CSS pixels. */
	resize(width: number, height: number): Promise<void>;
	/** What is seen of the page, as PNG in base64. */
	screenshot(): Promise<string>;
	/** Ends the browser and what was started for it. */
	close(): Promise<void>;
}
