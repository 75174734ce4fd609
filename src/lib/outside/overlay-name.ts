import type { Overlay } from '../view/overlays';
import { parameterOf } from './parameters';

/** What a layer is called: the layers that it asks a service for, else the name of its file. */
export function overlayName({ url }: Pick<Overlay, 'url'>): string {
	const layers = parameterOf(url, 'layers') ?? parameterOf(url, 'layer');
	if (layers) return layers;
	const [path = ''] = url.split(/[?#]/);
	const parts = path
		.replace(/^https?:\/\/[^/]*/i, '')
		.split('/')
		.filter((part) => part && !/[{}]/.test(part));
	const last = parts.at(-1) ?? path;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
