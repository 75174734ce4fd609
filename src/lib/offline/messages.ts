/** From the script of a page: it is there, and this is the version that it was built as. */
export interface Hello {
	type: 'hello';
	/** Kit's name of the version. */
	app: string;
}

/** The worker's answer. */
export interface Standing {
	type: 'standing';
	/** Whether a page that is opened now gets another version. */
	isOutdated: boolean;
}
