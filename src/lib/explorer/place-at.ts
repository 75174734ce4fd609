import type { Attachment } from 'svelte/attachments';
import type { ScreenPoint } from '../map/atlas-map';

/**
 * Moves an element beside a point of its parent, in pixels, and keeps it inside. It is set by
 * script, since the content security policy bars `style` attributes.
 */
export function placeAt({ x, y }: ScreenPoint): Attachment<HTMLElement> {
	return (element) => {
		const { clientWidth, clientHeight } = element.parentElement ?? element;
		const left = Math.max(0, Math.min(x + 14, clientWidth - element.offsetWidth - 8));
		const below = y + 18;
		const fits = below + element.offsetHeight <= clientHeight;
		const top = Math.max(0, fits ? below : y - element.offsetHeight - 12);
		element.style.transform = `translate(${left}px, ${top}px)`;
	};
}
