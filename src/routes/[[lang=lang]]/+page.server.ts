import atlas from '$built/atlas.json';

/** The built atlas goes into the page, so that text and lists need no request of their own. */
export const load = () => ({ atlas });
