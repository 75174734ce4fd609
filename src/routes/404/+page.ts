export const csr = false;
/** Servers look for `404.html`, not for a folder. */
export const trailingSlash = 'never';
