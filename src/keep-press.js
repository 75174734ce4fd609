// Scripts take seconds to come over a slow line: what is pressed meanwhile waits for them.
/** @type {HTMLButtonElement | null} */
let pressed = null;
/** @param {MouseEvent} event */
const keep = ({ target }) => {
	pressed = /** @type {Element} */ (target).closest('button');
};
addEventListener('click', keep);
addEventListener(
	'page-answers',
	() => {
		removeEventListener('click', keep);
		pressed?.click();
	},
	{ once: true }
);
