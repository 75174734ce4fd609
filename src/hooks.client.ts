import type { HandleClientError } from '@sveltejs/kit';

/**
 * Kit would put a page of its own in place of one whose scripts don't all come. Thrown on, the error
 * leaves the page as it was served, and `say-what-failed.js` says what is missing.
 */
export const handleError: HandleClientError = ({ error }) => {
	throw error;
};
