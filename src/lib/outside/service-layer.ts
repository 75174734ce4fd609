/** A layer that a service offers, in web Mercator. */
export interface ServiceLayer {
	name: string;
	title: string;
	/** The template of its tiles, which takes the place of the service's address. */
	address: string;
}
