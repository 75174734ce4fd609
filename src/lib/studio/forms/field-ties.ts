/** What ties a control to its label, its hint and what is wrong with it. */
export interface FieldTies {
	id: string;
	describedBy: string | undefined;
	invalid: 'true' | undefined;
}
